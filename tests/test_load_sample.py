"""`load_sample`: an empty site gets believable content; a used one is left alone."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.utils import timezone
from openpyxl import load_workbook

from news.models import Article, Attachment, Column, Video
from portal.models import HomeBlock, ServiceLink, SiteIdentity
from portal.sample.loader import load

pytestmark = pytest.mark.django_db

PEOPLE = json.loads(
    (Path(__file__).parent.parent / "tests/data/seed-26512-attendance.json").read_text("utf-8")
)


@pytest.fixture
def loaded():
    load()


def test_seed_article_has_the_people_that_the_extractor_reads_in_its_text(loaded):
    rows = Article.objects.get(old_id="26512").attendances.values(*PEOPLE[0])
    assert list(rows) == PEOPLE


def test_seed_article_shows_all_its_people_in_order_with_positions_and_parts(client, loaded):
    article = Article.objects.get(old_id="26512")
    html = client.get(article.get_absolute_url()).content.decode()
    block = html[html.index('id="attendees"') :]
    place = 0
    for person in PEOPLE:
        for words in (person["name"], "、".join(person["positions"]), "、".join(person["parts"])):
            found = block.find(words, place)
            assert found >= 0, (person["name"], words)
            place = found
    assert len([person for person in PEOPLE if not person["is_group"]]) == 16


def test_identity_is_the_one_of_the_real_site(loaded):
    identity = SiteIdentity.objects.get()
    assert identity.organiser == "常州市总工会"
    assert identity.undertaker == "常州市大数据管理中心"
    assert identity.site_code == "3204000066"
    numbers = {phone.number: phone.hours for phone in identity.phones.all()}
    assert numbers == {"0519-88106128": "", "0519-85685023": "工作日9:00-17:00"}


def test_real_columns_are_in_the_navigation_and_none_is_blank(client, loaded):
    names = [c.name for c in Column.objects.filter(parent=None, in_navigation=True)]
    assert names == ["工会要闻", "基层动态", "公告文件", "维权热线", "普惠服务"]
    for column in Column.objects.all():
        response = client.get(column.get_absolute_url())
        assert response.status_code == 200, column
        assert "暂时没有内容" not in response.content.decode(), column


def test_about_sixty_articles_obey_every_rule_of_the_desk(loaded):
    articles = Article.objects.all()
    assert len(articles) >= 60
    for article in articles:
        article.full_clean()
        for attendance in article.attendances.all():
            attendance.full_clean()
            assert attendance.name in article.body or attendance.name in article.title, article


def test_loading_again_keeps_everything(loaded):
    before = Article.objects.count()
    Article.objects.filter(old_id="26512").update(title="编辑改过的标题")
    call_command("load_sample", verbosity=0)
    assert Article.objects.count() == before
    assert Article.objects.get(old_id="26512").title == "编辑改过的标题"


def test_a_load_that_fails_leaves_the_site_empty(monkeypatch):
    def broken(column):
        raise RuntimeError("中断")

    monkeypatch.setattr("portal.sample.loader.load_seed", broken)
    with pytest.raises(RuntimeError):
        load()
    assert not Article.objects.exists()
    assert not Column.objects.exists()


def test_old_addresses_move_to_the_seed_article(client, loaded):
    target = Article.objects.get(old_id="26512").get_absolute_url()
    standard = client.get("/html/czgh/2023/KEBLLDDH_0113/26512.html")
    assert (standard.status_code, standard["Location"]) == (301, target)
    assert not standard.cookies
    elder = client.get("/content/suitable/show?catid=19920&id=26512")
    assert (elder.status_code, elder["Location"]) == (301, target)
    assert elder.cookies["display"].value == "elder-original-2"
    assert elder["Cache-Control"] == "no-store"
    assert client.get("/html/czgh/2023/KEBLLDDH_0113/99999.html").status_code == 404


def test_home_page_is_composed_and_every_service_leads_to_a_page(client, loaded):
    html = client.get("/").content.decode()
    for block in HomeBlock.objects.all():
        block.full_clean()
        assert f'id="{block.anchor}"' in html, block
    services = ServiceLink.objects.all()
    assert 4 <= len(services) <= 8
    for service in services:
        assert service.name in html
        assert client.get(service.address).status_code == 200, service


def test_notices_offer_forms_that_open(client, loaded):
    attachments = list(Attachment.objects.select_related("article"))
    assert len({attachment.article_id for attachment in attachments}) >= 3
    for attachment in attachments:
        data = io.BytesIO(client.get(attachment.get_absolute_url()).getvalue())
        assert attachment.name.rpartition(".")[0][-3:] in attachment.article.body, attachment
        if attachment.kind == "XLSX":
            sheet = load_workbook(data).active
            assert sheet["A2"].value == "序号"
            assert sheet.max_row > 10
        else:
            words = ElementTree.fromstring(zipfile.ZipFile(data).read("word/document.xml"))
            assert attachment.name.rpartition(".")[0] in "".join(words.itertext())


def test_one_article_has_a_film_with_captions_and_a_transcript(client, loaded):
    video = Video.objects.get()
    assert (video.width, video.height, video.seconds) == (960, 540, 20)
    assert video.poster.alt
    html = client.get(video.article.get_absolute_url()).content.decode()
    assert "视频：劳模工匠进车间" in html
    assert "全片没有说话声和音乐。" in html
    captions = client.get(f"/videos/{video.pk}/captions.vtt").getvalue().decode()
    assert "请拨打12351" in captions


def test_everything_an_article_can_hold_is_shown_somewhere(loaded):
    bodies = list(Article.objects.values_list("body", flat=True))
    for part in ("<table>", "<blockquote>", "<ol>", "<figure><img", "<figcaption>"):
        assert any(part in body for body in bodies), part
    assert not any("{{" in body for body in bodies)
    assert Article.objects.filter(origin="repost", source__isnull=False).exists()


def test_one_notice_is_pinned_for_the_next_days(loaded):
    soon = timezone.now() + timedelta(days=14, minutes=1)
    assert Article.objects.filter(pinned_until__gt=timezone.now(), pinned_until__lt=soon).exists()


def test_accessibility_statement_is_linked_in_every_footer(client, loaded):
    assert 'href="/wzasm/"' in client.get("/").content.decode()
    html = client.get("/wzasm/").content.decode()
    for words in ("WCAG", "互联网网站适老化通用设计规范", "GB/T 37668-2019", "已知的不足", "12351"):
        assert words in html


def test_nothing_waits_in_the_folder_for_unfinished_forms(loaded, media_folder):
    assert not [path for path in (media_folder / "kept").iterdir() if path.is_file()]

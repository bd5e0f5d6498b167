"""`load_sample`: an empty site gets believable content; a used one is left alone."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from news.models import Article, Column
from portal.models import SiteIdentity
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

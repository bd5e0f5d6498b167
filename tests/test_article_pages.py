"""What a reader finds on an article's page and in a column."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.encoding import iri_to_uri

from news.models import Column

from .factory import (
    make_article,
    make_attachment,
    make_attendance,
    make_column,
    make_identity,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    make_identity()
    parent = make_column("工会新闻", "ghxw")
    return make_column("工会要闻", "ghyw", parent=parent)


def page(client, article):
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def in_this_order(html, *words):
    places = [html.find(word) for word in words]
    assert -1 not in places, dict(zip(words, places, strict=True))
    assert places == sorted(places), dict(zip(words, places, strict=True))


def test_breadcrumb_leads_from_home_through_the_columns(client, column):
    html = page(client, make_article(home_column=column))
    start = html.index('aria-label="您的位置"')
    in_this_order(html[start:], "首页", "工会新闻", "工会要闻", "正文")


def test_time_is_shown_in_beijing_time_to_the_minute(client, column):
    when = timezone.make_aware(datetime(2026, 9, 8, 23, 30))
    html = page(client, make_article(home_column=column, publish_at=when))
    assert "2026-09-08 23:30" in html


def test_repost_names_its_source(client, column):
    article = make_article(home_column=column, origin="repost", source=make_source("示例工人报"))
    html = page(client, article)
    assert "来源：示例工人报" in html
    assert "转载" in html


def test_original_without_source_names_the_organiser(client, column):
    assert "来源：常州市总工会" in page(client, make_article(home_column=column))


def test_attendees_are_printed_as_written_and_in_the_staff_order(client, column):
    article = make_article(home_column=column)
    make_attendance(article, "仇立新", ["市总工会副主席(兼)"], ["主持"], order=2)
    make_attendance(article, "阿依古丽·买买提", ["区总工会主席", "党组书记"], ["发言"], order=1)
    make_attendance(article, "劳模、工匠代表", [], ["参加"], order=3, is_group=True)
    in_this_order(
        page(client, article),
        "阿依古丽·买买提",
        "区总工会主席、党组书记",
        "发言",
        "仇立新",
        "市总工会副主席(兼)",
        "主持",
        "劳模、工匠代表",
    )


def test_article_without_attendees_shows_no_attendee_block(client, column):
    assert "出席人员" not in page(client, make_article(home_column=column))


def test_attachment_downloads_under_its_chinese_name_and_never_runs(client, column):
    article = make_article(home_column=column)
    attachment = make_attachment(article, "困难职工申请表.pdf", b"%PDF-1.4 x")
    html = page(client, article)
    assert all(f">{words}</span>" in html for words in ("PDF", "困难职工申请表.pdf", "10\xa0字节"))
    response = client.get(attachment.get_absolute_url())
    assert b"".join(response.streaming_content) == b"%PDF-1.4 x"
    assert "attachment; filename*=utf-8''%E5%9B%B0" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_previous_and_next_are_the_neighbours_in_the_column(client, column):
    now = timezone.now()
    other = make_column("基层动态", "jcdt")
    titles = ("最早的一篇", "中间的一篇", "最新的一篇")
    first, middle, last = (
        make_article(title, home_column=column, publish_at=now - timedelta(days=3 - number))
        for number, title in enumerate(titles)
    )
    make_article("别的栏目", home_column=other, publish_at=now - timedelta(days=1, hours=12))
    html = page(client, middle)
    in_this_order(html, "上一篇：", last.title, "下一篇：", first.title)
    assert "别的栏目" not in html
    assert "下一篇：" not in page(client, first)
    assert "上一篇：" not in page(client, last)


def test_neighbours_of_the_same_minute_are_told_apart(client, column):
    now = timezone.now()
    first, second, third = (
        make_article(f"同时发布之{n}", home_column=column, publish_at=now) for n in "一二三"
    )
    in_this_order(page(client, second), "上一篇：", third.title, "下一篇：", first.title)


def test_wrong_column_or_date_in_the_address_moves_to_the_right_one(client, column):
    article = make_article(home_column=column)
    response = client.get(f"/ghxw/2001/01/01/{article.pk}/")
    assert response.status_code == 301
    assert response["Location"] == article.get_absolute_url()


def test_jump_link_to_the_article_itself_is_refused(column):
    article = make_article(home_column=column)
    article.jump_link = article.get_absolute_url()
    with pytest.raises(ValidationError, match="不能是文章自己的网址"):
        article.full_clean()


def test_article_that_only_jumps_is_not_in_the_sitemap(client, column):
    article = make_article(home_column=column, jump_link="https://www.example.cn/")
    assert article.get_absolute_url() not in client.get("/sitemap.xml").content.decode()


def test_group_with_a_position_is_printed_with_it(client, column):
    article = make_article(home_column=column)
    make_attendance(article, "各区总工会", ["负责人"], ["慰问"], is_group=True)
    in_this_order(page(client, article), "各区总工会", "负责人", "慰问")


def test_official_paper_is_found_by_its_number_and_issuer(client, column):
    make_article(
        "关于放假的通知",
        home_column=column,
        document_number="常工发〔2026〕9号",
        issuer="市总办公室",
    )
    for words in ("常工发〔2026〕9号", "市总办公室"):
        assert "关于放假的通知" in client.get("/search/", {"q": words}).content.decode()


@pytest.mark.parametrize("address", ["/ggwj/", "https://www.changzhou.gov.cn/subject/"])
def test_article_with_jump_link_sends_readers_there(client, column, address):
    article = make_article(home_column=column, jump_link=address)
    response = client.get(article.get_absolute_url())
    assert (response.status_code, response["Location"]) == (302, address)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example/", "data:text/html,x", "/\\evil.example"]
)
def test_jump_link_of_another_scheme_is_refused_in_chinese(column, address):
    article = make_article(home_column=column)
    article.jump_link = address
    with pytest.raises(ValidationError, match="链接应以"):
        article.full_clean()


def test_official_paper_shows_its_record(client, column):
    html = page(
        client,
        make_article(
            home_column=column,
            document_number="常工发〔2026〕12号",
            issuer="常州市总工会",
            issued_on="2026-09-08",
            validity="repealed",
        ),
    )
    assert html.index("本文件已废止") < html.index(">文号</th>")
    in_this_order(
        html, ">文号</th>", "常工发〔2026〕12号", "发文机关", "成文日期", "2026年9月8日", "有效性"
    )


def test_column_lists_its_own_further_and_lower_articles_once(client, column):
    other = make_column("基层动态", "jcdt")
    guest = make_article("兼列文章", home_column=other)
    guest.columns.add(column, column.parent)
    make_article("本栏目文章", home_column=column)
    make_article("别处文章", home_column=other)
    for address in ("/ghyw/", "/ghxw/"):
        html = client.get(address).content.decode()
        assert html.count("兼列文章") == 1
        assert "本栏目文章" in html
        assert "别处文章" not in html


def test_pinned_article_is_first_until_its_time_is_over(client, column):
    now = timezone.now()
    pinned = make_article(
        "置顶文章",
        home_column=column,
        publish_at=now - timedelta(days=9),
        pinned_until=now + timedelta(days=1),
    )
    make_article("最新文章", home_column=column)
    in_this_order(client.get("/ghyw/").content.decode(), "置顶文章", "最新文章")
    pinned.pinned_until = now - timedelta(days=1)
    pinned.save()
    in_this_order(client.get("/ghyw/").content.decode(), "最新文章", "置顶文章")


def test_long_column_is_paged_and_a_wrong_page_number_is_forgiven(client, column):
    for number in range(33):
        make_article(f"第{number:02d}号", home_column=column)
    assert "第32号" in client.get("/ghyw/").content.decode()
    last = client.get("/ghyw/?page=3").content.decode()
    assert "第00号" in last
    assert "第00号" in client.get("/ghyw/?page=99", follow=True).content.decode()


@pytest.mark.parametrize(
    ("asked", "right"),
    [("99", 3), ("0", 3), ("-1", 3), ("abc", 1), ("", 1), ("03", 3), ("２", 2), ("2&page=3", 3)],
)
def test_rows_stand_only_under_the_plain_number_of_their_page(client, column, asked, right):
    """A front's copy under another spelling would outlive a withdrawal."""
    for number in range(45):
        make_article(f"第{number:02d}号", home_column=column)
    for address in ("/ghyw/?", "/search/?q=号&"):
        response = client.get(f"{address}page={asked}")
        assert response.status_code == 302
        assert response["Location"] == iri_to_uri(f"{address}page={right}")
    assert client.get(f"/ghyw/?page={right}").status_code == 200


def test_column_of_kind_page_shows_its_one_article(client, column):
    about = make_column("机构概况", "jggk", kind=Column.Kind.PAGE)
    assert "暂时没有内容" in client.get("/jggk/").content.decode()
    article = make_article("市总工会机构概况", home_column=about, body="<p>设七个部室。</p>")
    assert "设七个部室" in client.get("/jggk/").content.decode()
    day = timezone.localtime(article.publish_at)
    response = client.get(f"/jggk/{day:%Y/%m/%d}/{article.pk}/")
    assert (response.status_code, response["Location"]) == (301, "/jggk/")
    response = client.get("/jggk/?page=2")
    assert (response.status_code, response["Location"]) == (302, "/jggk/")


def test_unknown_column_answers_a_real_404_with_a_way_home(client, column):
    response = client.get("/bucunzai/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "没有这个页面" in html
    assert 'href="/map/"' in html
    assert 'role="search"' in html

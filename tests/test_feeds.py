"""RSS and robots.txt, for readers' programs and for crawlers."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from .factory import make_article, make_column, make_identity

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    make_identity()
    return make_column("工会要闻", "ghyw")


def channel(client, address):
    response = client.get(address)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).find("channel")


def test_site_feed_names_the_newest_articles_first(client, column):
    now = timezone.now()
    for number in range(35):
        make_article(f"第{number}篇", home_column=column, publish_at=now - timedelta(days=number))
    feed = channel(client, "/feed/")
    titles = [item.findtext("title") for item in feed.iter("item")]
    assert titles[:2] == ["第0篇", "第1篇"]
    assert len(titles) == 30
    assert feed.findtext("title") == "常州市总工会"


def test_column_feed_holds_the_column_and_those_below_it_only(client, column):
    below = make_column("专题", "zt", parent=column)
    make_article("本栏目", home_column=column, summary="摘要<b>不是标记</b>")
    make_article("下级栏目", home_column=below)
    make_article("别的栏目", home_column=make_column("基层动态", "jcdt"))
    items = {
        i.findtext("title"): i.findtext("description")
        for i in channel(client, "/ghyw/feed/").iter("item")
    }
    assert set(items) == {"本栏目", "下级栏目"}
    assert items["本栏目"] == "摘要<b>不是标记</b>"


def test_feed_costs_the_same_as_it_grows(client, column, django_assert_num_queries):
    for _ in range(3):
        make_article(home_column=column)
        with django_assert_num_queries(2):
            client.get("/ghyw/feed/")


def test_feed_of_an_unknown_column_is_not_found(client, column):
    assert client.get("/bucunzai/feed/").status_code == 404


def test_pages_point_to_their_feeds(client, column):
    html = client.get("/ghyw/").content.decode()
    assert 'href="/feed/"' in html
    assert 'href="/ghyw/feed/"' in html


def test_robots_are_shown_the_sitemap_and_kept_from_the_desk(client, column):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text


def test_line_break_pasted_from_word_neither_stays_in_a_title_nor_breaks_the_feed(client, column):
    article = make_article("庆祝\x0b五一", home_column=column)
    column.name = "工会\x0b要闻"
    column.save()
    assert channel(client, "/feed/").findtext("item/title") == "庆祝 五一"
    assert channel(client, "/ghyw/feed/").findtext("title") == "工会 要闻 - 常州市总工会"
    article.full_clean()
    column.full_clean()
    assert (article.title, column.name) == ("庆祝 五一", "工会 要闻")

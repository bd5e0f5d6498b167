"""Which addresses a front has to read again when an article changes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Article, Column
from portal.showing import STORED_VIEWS, addresses_showing

from .factory import make_article, make_column, make_draft
from .test_page_types import public_view_names

pytestmark = pytest.mark.django_db

NOW = timezone.now()
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def twenty_rows_a_page(monkeypatch):
    """The numbers of the pages below follow from it, whatever the site's own size is."""
    monkeypatch.setattr("portal.showing.PAGE_SIZE", 20)


@pytest.fixture
def tree():
    """公告文件 > 通知公告, and 工会要闻 beside them."""
    papers = make_column("公告文件", "ggwj")
    return {
        "ggwj": papers,
        "tzgg": make_column("通知公告", "tzgg", parent=papers),
        "ghyw": make_column("工会要闻", "ghyw"),
    }


def old_article(column, days=100, **fields):
    """An article that has been where it is for long; nothing of it counts as recent."""
    article = make_article(f"{days} 天前的文章", home_column=column, publish_at=NOW - days * DAY)
    times = dict.fromkeys(("created_at", "updated_at"), NOW - days * DAY)
    Article.objects.filter(pk=article.pk).update(**(times | fields))
    article.refresh_from_db()
    return article


def pages(article, slug):
    return {
        address.partition("=")[2]
        for address in addresses_showing([article])
        if address.startswith(f"/{slug}/?page=")
    }


def test_article_is_shown_on_its_page_at_home_in_feeds_and_in_every_column_above(tree):
    article = old_article(tree["tzgg"])
    assert addresses_showing([article]) == {
        article.get_absolute_url(),
        "/",
        "/feed/",
        "/tzgg/",
        "/tzgg/?page=1",
        "/tzgg/feed/",
        "/ggwj/",
        "/ggwj/?page=1",
        "/ggwj/feed/",
    }


def test_further_columns_show_it_too_and_other_columns_do_not(tree):
    article = old_article(tree["ghyw"])
    assert not any("tzgg" in address for address in addresses_showing([article]))
    article.columns.add(tree["tzgg"])
    assert {"/tzgg/", "/tzgg/feed/", "/ggwj/"} < addresses_showing([article])


def test_pages_of_the_articles_beside_it_name_it(tree):
    row = [old_article(tree["ghyw"], days) for days in (104, 103, 102, 101, 100)]
    addresses = addresses_showing([row[2]])
    shown = [article.get_absolute_url() in addresses for article in row]
    assert shown == [False, True, True, True, False]


def test_page_behind_one_that_appeared_by_its_time_alone_may_still_name_it(tree):
    """Nobody announced the newcomer, so nobody has read the page behind it again."""
    row = [old_article(tree["ghyw"], days) for days in (9, 8, 6)]
    newcomer = make_article(
        "按时出现", home_column=tree["ghyw"], publish_at=NOW - 7 * DAY + DAY / 2
    )
    Article.objects.filter(pk=newcomer.pk).update(updated_at=NOW - 8 * DAY)
    addresses = addresses_showing([row[1]])
    assert newcomer.get_absolute_url() in addresses
    assert row[2].get_absolute_url() in addresses
    assert row[0].get_absolute_url() in addresses


def test_only_the_list_pages_where_it_stands_are_read_in_a_quiet_week(tree):
    articles = [old_article(tree["ghyw"], 100 + number) for number in range(61)]
    assert pages(articles[0], "ghyw") == {"1"}
    assert pages(articles[30], "ghyw") == {"1", "2"}
    assert pages(articles[60], "ghyw") == {"1", "4"}


def test_more_list_pages_are_read_where_articles_came_in_front_of_it(tree):
    articles = [old_article(tree["ghyw"], 100 + number) for number in range(61)]
    for number in range(3):
        make_article(f"新文章{number}", home_column=tree["ghyw"])
    assert pages(articles[38], "ghyw") == {"1", "2", "3"}  # place 42, before that 39
    assert pages(articles[30], "ghyw") == {"1", "2"}


@pytest.mark.parametrize(
    "change",
    [
        {"state": "withdrawn", "updated_at": NOW - DAY},
        {"expire_at": NOW - DAY},
        {"pinned_until": NOW - DAY},
    ],
    ids=["withdrawn", "expired", "no longer pinned"],
)
def test_more_list_pages_are_read_where_articles_went_from_in_front_of_it(tree, change):
    articles = [old_article(tree["ghyw"], 100 + number) for number in range(61)]
    old_article(tree["ghyw"], 300, **change)
    assert pages(articles[19], "ghyw") == {"1", "2"}
    assert pages(articles[18], "ghyw") == {"1"}


def test_thousands_imported_at_once_do_not_make_a_withdrawal_slow(tree):
    for number in range(61):
        make_article(
            f"旧文{number}", home_column=tree["ghyw"], publish_at=NOW - (50 + number) * DAY
        )
    assert pages(Article.objects.get(title="旧文60"), "ghyw") == {"1", "4"}


def test_pinned_article_is_looked_for_at_the_top(tree):
    for number in range(61):
        old_article(tree["ghyw"], 100 + number)
    pinned = old_article(tree["ghyw"], 300, pinned_until=NOW + DAY)
    assert pages(pinned, "ghyw") == {"1"}
    assert pages(old_article(tree["ghyw"], 301), "ghyw") == {"1", "4"}


def test_article_of_a_page_column_has_the_one_address_of_its_column():
    about = make_column("机构概况", "jggk", kind=Column.Kind.PAGE)
    article = old_article(about)
    assert addresses_showing([article]) == {"/", "/feed/", "/jggk/", "/jggk/feed/"}


def test_draft_and_what_is_not_yet_due_are_shown_nowhere(tree):
    waiting = make_article(home_column=tree["ghyw"], publish_at=NOW + DAY)
    assert addresses_showing([make_draft(home_column=tree["ghyw"]), waiting]) == set()
    assert addresses_showing([Article(title="新建", home_column=tree["ghyw"])]) == set()


def test_withdrawn_and_expired_articles_are_looked_for_where_they_were(tree):
    shown = old_article(tree["ghyw"])
    before = addresses_showing([shown])
    Article.objects.filter(pk=shown.pk).update(expire_at=NOW - DAY)
    assert addresses_showing([shown]) >= before
    shown.withdraw()
    assert addresses_showing([shown]) >= before


def test_cost_does_not_grow_with_the_articles_of_a_column(tree, django_assert_num_queries):
    article = old_article(tree["tzgg"])
    for number in range(61):
        old_article(tree["tzgg"], 101 + number)
    # article, further columns, tree, both neighbours, and three counts for each of two columns
    with django_assert_num_queries(11):
        addresses_showing([article])


def test_stored_views_are_views_of_the_site():
    """A renamed view would no longer be stored, and nobody would notice."""
    assert set(public_view_names()) >= STORED_VIEWS


def test_list_pages_far_from_its_place_are_left_to_the_keeper(tree, monkeypatch, caplog):
    """After very many changes a withdrawal must not read hundreds of pages."""
    monkeypatch.setattr("portal.showing.PAGE_SIZE", 1)
    monkeypatch.setattr("portal.showing.MOST_PAGES", 3)
    article = old_article(tree["ghyw"])
    for number in range(10):
        make_article(f"第{number}号", home_column=tree["ghyw"])
    assert pages(article, "ghyw") == {"1", "8", "9", "10", "11"}
    assert "are not read again" in caplog.text

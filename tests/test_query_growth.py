"""Pages cost the same number of queries however many rows there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Column

from .factory import (
    make_article,
    make_attachment,
    make_attendance,
    make_block,
    make_column,
    make_link,
    make_mourning,
    make_notice,
    make_picture,
    make_service,
    make_source,
    make_user,
    make_video,
)
from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db

# Frame 1 (portal/frame.py) and: article = article, attendances, attachments, videos with their
# posters, neighbours;
# list and search = count, rows; home = blocks, services, which articles, the articles;
# official papers = what the filter offers, count, rows;
# page of a column = its article, attendances, attachments, videos.
MOST = {
    "home": 5,
    "column": 3,
    "column, page 2": 3,
    "column with columns below": 3,
    "official papers": 4,
    "official papers filtered": 4,
    "official papers, nothing found": 3,
    "article": 6,
    "official paper": 6,
    "official paper no longer in force": 6,
    "page": 5,
    "search": 3,
    "search without words": 1,
    "search that finds nothing": 3,
    "search for elder mode": 3,
    "site map": 1,
    "leaving": 1,
    "not found": 2,
    "gone": 2,
}


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(address)
    return [query["sql"] for query in captured.captured_queries]


def grow(site):
    """More of every kind of row, each with its relations."""
    for column in Column.objects.exclude(kind=Column.Kind.PAGE):
        for number in range(3):
            article = make_article(
                f"夜校新增{number}", home_column=column, cover=make_picture(), source=make_source()
            )
            article.columns.add(site.news)
            make_attendance(article)
    for number in range(5):
        make_attendance(site.article, f"新增{number}")
        make_attachment(site.article, f"新增{number}.pdf")
        make_video(site.article, f"新增{number}", poster=make_picture())
        make_link(f"新增{number}")
        make_notice(f"新增{number}")
        make_mourning(f"新增{number}")
        make_service(f"新增{number}", icon=make_picture())
    make_column("新增下级", parent=Column.objects.get(slug="ggwj"))
    for number in range(3):
        column = make_column(f"新增{number}")
        make_article(home_column=column, cover=make_picture())
        make_block(column, layout="pictures")


def test_every_page_stays_within_its_queries_as_rows_grow(client):
    site = build()
    addresses = {name: address(site) for name, address in PAGE_TYPES.items()}
    before = {name: len(queries(client, address)) for name, address in addresses.items()}
    grow(site)
    after = {name: len(queries(client, address)) for name, address in addresses.items()}
    assert after == before
    too_many = {name: count for name, count in after.items() if count > MOST[name]}
    assert not too_many


def test_public_page_never_asks_for_sessions_or_users(client):
    site = build()
    for name, address in PAGE_TYPES.items():
        sql = " ".join(queries(client, address(site)))
        assert "django_session" not in sql, name
        assert "auth_user" not in sql, name


@pytest.mark.parametrize(
    "address",
    [
        "/admin/news/article/",
        "/admin/news/picture/",
        "/admin/news/column/",
        "/admin/news/source/",
        "/admin/news/article/?q=送温暖",
    ],
)
def test_staff_list_costs_the_same_as_rows_grow(client, address):
    site = build()
    client.force_login(make_user(role="终审"))
    make_article(cover=make_picture(), updated_by=make_user("bieren"), title="送温暖")
    client.get(address)  # content types and permissions are remembered after the first time
    before = len(queries(client, address))
    grow(site)
    for number in range(5):
        make_article(title="送温暖", updated_by=make_user(f"bieren{number}"))
        make_picture()
    assert len(queries(client, address)) == before

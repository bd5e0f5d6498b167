"""The home page as staff composed it: what stands where, what is left out, and who sees what."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Column
from portal.models import HomeBlock

from .factory import (
    make_article,
    make_block,
    make_column,
    make_draft,
    make_identity,
    make_link,
    make_picture,
    make_service,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def news():
    make_identity()
    return make_column("工会要闻", "ghyw")


def main_of(client):
    html = client.get("/").content.decode()
    return html[html.index("<main") : html.index("</main>")]


def in_this_order(html, *words):
    places = [html.find(word) for word in words]
    assert -1 not in places, dict(zip(words, places, strict=True))
    assert places == sorted(places), dict(zip(words, places, strict=True))


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def test_blocks_stand_in_the_order_of_the_staff_with_their_titles(client, news):
    notices = make_column("通知公告", "tzgg", kind=Column.Kind.NOTICES)
    make_article("要闻一则", home_column=news)
    make_article("申报通知", home_column=notices)
    make_service("职工体检", "/ghyw/", note="在线预约")
    make_block(kind="services", place="full", order=10, title="我要办事")
    make_block(notices, order=20)
    make_block(kind="hotline", place="full", order=30)
    in_this_order(main_of(client), "我要办事", "职工体检", "在线预约", "通知公告", "12351")


def test_column_without_a_block_is_not_on_a_composed_home_page(client, news):
    other = make_column("基层动态", "jcdt", kind=Column.Kind.NOTICES)
    make_article("没有选上的文章", home_column=other)
    make_article("要闻一则", home_column=news)
    assert "没有选上的文章" in main_of(client)
    make_block(news)
    assert "没有选上的文章" not in main_of(client)
    assert "要闻一则" in main_of(client)


def test_site_without_blocks_shows_the_columns_of_its_navigation(client, news):
    make_article("要闻一则", home_column=news)
    make_link("友邻工会")
    in_this_order(main_of(client), "工会要闻", "职工维权热线", "友邻工会")


def test_blank_column_is_left_out(client, news):
    empty = make_column("空栏目", "klm")
    make_article("要闻一则", home_column=news)
    make_draft("空栏目里的草稿", home_column=empty)
    for block in (None, empty):
        if block:
            make_block(news)
            make_block(empty)
        html = main_of(client)
        assert "空栏目" not in html
        assert "暂时没有内容" not in html


def test_block_shows_no_more_rows_than_staff_chose_and_those_of_lower_columns(client, news):
    lower = make_column("下级栏目", "xjlm", parent=news, kind=Column.Kind.NOTICES)
    for number in range(9):
        make_article(f"下级第{number}号", home_column=lower, publish_at=days_ago(number + 1))
    make_block(news, rows=3)
    make_block(kind="headlines", place="full", rows=1)
    html = main_of(client)
    assert [number for number in range(9) if f"下级第{number}号" in html] == [0, 1, 2, 3]


def test_pinned_article_leads_and_the_first_one_with_a_cover_is_the_picture(client, news):
    make_article("最新一则", home_column=news)
    make_article("有图的一则", home_column=news, publish_at=days_ago(2), cover=make_picture())
    pinned = make_article(
        "置顶一则",
        home_column=news,
        publish_at=days_ago(9),
        pinned_until=timezone.now() + timedelta(days=1),
    )
    in_this_order(main_of(client), "有图的一则", "最新消息", "置顶一则", "最新一则")
    pinned.cover = make_picture()
    pinned.save()
    in_this_order(main_of(client), "置顶一则", "最新消息", "最新一则", "有图的一则")
    pinned.pinned_until = days_ago(1)
    pinned.save()
    in_this_order(main_of(client), "有图的一则", "最新消息", "最新一则", "置顶一则")


def test_list_does_not_repeat_the_headlines_while_it_has_others(client, news):
    for number in range(6):
        make_article(f"要闻第{number}号", home_column=news, publish_at=days_ago(number + 1))
    make_block(kind="headlines", place="full", rows=2)
    block = make_block(news, rows=4)
    html = main_of(client)
    assert [html.count(f"要闻第{number}号") for number in range(6)] == [1, 1, 1, 1, 1, 1]
    block.rows = 5
    block.save()
    html = main_of(client)
    assert [html.count(f"要闻第{number}号") for number in range(6)] == [2, 2, 1, 1, 1, 0]


def test_block_with_pictures_shows_three_covers_with_their_alternative_text(client, news):
    below = make_column("基层动态", "jcdt", kind=Column.Kind.NOTICES)
    for number in range(5):
        make_article(
            f"第{number}号",
            home_column=below,
            cover=make_picture(f"第{number}张照片"),
            publish_at=days_ago(number + 1),
        )
    block = make_block(below, layout="pictures", rows=5)
    html = main_of(client)
    assert [number for number in range(5) if f'alt="第{number}张照片"' in html] == [0, 1, 2]
    assert [number for number in range(5) if f"第{number}号" in html] == [0, 1, 2, 3, 4]
    block.layout = "list"
    block.save()
    assert "张照片" not in main_of(client)


def test_article_of_two_columns_stands_in_both_blocks(client, news):
    one = make_column("通知公告", "tzgg", kind=Column.Kind.NOTICES)
    two = make_column("普惠服务", "phfw", kind=Column.Kind.SERVICE)
    make_article("免费体检指南", home_column=one).columns.add(two)
    make_block(one)
    make_block(two)
    assert main_of(client).count("免费体检指南") == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "draft"},
        {"state": "withdrawn"},
        {"publish_at": timezone.now() + timedelta(hours=1)},
        {"expire_at": timezone.now() - timedelta(minutes=1)},
    ],
    ids=["draft", "withdrawn", "not yet due", "expired"],
)
def test_hidden_article_is_in_no_block(client, news, fields):
    make_article("可读的一则", home_column=news)
    make_article("藏着的一则", home_column=news, cover=make_picture("藏着的照片"), **fields)
    make_block(news, layout="pictures")
    make_block(kind="headlines", place="full")
    html = main_of(client)
    assert "可读的一则" in html
    assert "藏着" not in html


def test_full_width_block_parts_the_page_and_side_blocks_stand_beside_main_ones(client, news):
    columns = [make_column(f"栏目{n}", kind=Column.Kind.NOTICES) for n in "甲乙丙丁"]
    for column in columns:
        make_article(f"{column.name}的文章", home_column=column)
    for column, place in zip(columns, ("side", "main", "full", "side"), strict=True):
        make_block(column, place=place)
    html = main_of(client)
    in_this_order(html, "栏目乙的文章", "栏目甲的文章", "栏目丙的文章", "栏目丁的文章")
    assert html.count("home-band--split") == 1


def test_deleted_column_takes_its_block_along(client, news):
    empty = make_column("空栏目", "klm")
    make_block(empty)
    make_block(news)
    empty.delete()
    assert [block.heading for block in HomeBlock.objects.all()] == ["工会要闻"]
    assert client.get("/").status_code == 200

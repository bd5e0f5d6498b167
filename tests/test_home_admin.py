"""The desk for the home page: who may compose it, what is refused in Chinese, what stays typed."""

import pytest
from django.db import IntegrityError

from news.models import Column
from portal.models import HomeBlock, ServiceLink

from .factory import (
    make_article,
    make_block,
    make_column,
    make_draft,
    make_picture,
    make_service,
    make_user,
)
from .test_query_growth import queries

pytestmark = pytest.mark.django_db

LIST = "/admin/portal/homeblock/"
FORM = {"kind": "column", "column": "", "title": "", "rows": "6", "layout": "list"}
FORM |= {"place": "main", "order": "50"}


@pytest.fixture
def column():
    return make_column("工会要闻", "ghyw")


@pytest.fixture
def keeper(client):
    client.force_login(make_user("guanli", role=None, is_superuser=True))
    return client


@pytest.mark.parametrize("role", ["作者", "初审", "复审"])
@pytest.mark.parametrize("model", ["homeblock", "servicelink", "noticebar", "friendlylink"])
def test_who_does_not_release_does_not_compose_the_home_page(client, role, model):
    client.force_login(make_user(role=role))
    assert client.get(f"/admin/portal/{model}/").status_code == 403
    assert client.get(f"/admin/portal/{model}/add/").status_code == 403
    assert model not in client.get("/admin/").content.decode()


def test_who_releases_composes_the_home_page_and_nothing_else_of_the_frame(client, column):
    client.force_login(make_user(role="终审"))
    response = client.post(f"{LIST}add/", FORM | {"column": column.pk, "title": "今日要闻"})
    assert response.status_code == 302
    assert HomeBlock.objects.get().title == "今日要闻"
    for model in ("siteidentity", "mourningperiod"):
        assert client.get(f"/admin/portal/{model}/").status_code == 403


def test_visitor_is_asked_to_sign_in(client):
    assert client.get(LIST).status_code == 302


def test_administrator_adds_a_block_and_the_page_follows(keeper, column):
    make_article("要闻一则", home_column=column)
    response = keeper.post(f"{LIST}add/", FORM | {"column": column.pk, "title": "今日要闻"})
    assert response.status_code == 302
    assert "今日要闻" in keeper.get("/").content.decode()


def rows_of(blocks, **changes):
    """The list as a form, with the changes at its first row."""
    form = {"form-TOTAL_FORMS": len(blocks), "form-INITIAL_FORMS": len(blocks), "_save": "保存"}
    for number, block in enumerate(blocks):
        values = {"id": block.pk, "place": block.place, "order": block.order, "rows": block.rows}
        values |= changes if number == 0 else {}
        form |= {f"form-{number}-{name}": value for name, value in values.items()}
    return form


def test_order_place_and_rows_are_changed_in_the_list(keeper, column):
    blocks = [make_block(column), make_block(kind="hotline", place="full")]
    keeper.post(LIST, rows_of(blocks, order=99, place="side", rows=12))
    changed = HomeBlock.objects.get(pk=blocks[0].pk)
    assert (changed.order, changed.place, changed.rows) == (99, "side", 12)


@pytest.mark.parametrize("rows", [0, 13, "很多"])
def test_wrong_number_of_rows_is_refused_in_the_list_and_stays_typed(keeper, column, rows):
    block = make_block(column)
    html = keeper.post(LIST, rows_of([block], rows=rows, order=77)).content.decode()
    assert "条数填 1 到 12" in html or "输入整数" in html
    assert f'name="form-0-rows" value="{rows}"' in html
    assert 'name="form-0-order" value="77"' in html
    block.refresh_from_db()
    assert block.rows == 6


def test_headlines_cannot_be_moved_from_the_top(keeper):
    block = make_block(kind="headlines", place="full")
    html = keeper.post(LIST, rows_of([block], place="side")).content.decode()
    assert "头条固定在首页最上面，位置请选“通栏”" in html


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "column"}, "请选择要放到首页的栏目"),
        ({"kind": "hotline", "column": "ghyw"}, "只有种类是“栏目”时才选栏目"),
        ({"kind": "hotline", "layout": "pictures"}, "只有栏目可以带图片"),
        ({"kind": "headlines"}, "头条固定在首页最上面"),
        ({"column": "ghyw", "rows": "13"}, "条数填 1 到 12"),
        ({"column": "tzgg"}, "这个栏目已经在首页上了"),
        ({"kind": "services"}, "首页上已经有这一种版块了"),
        ({"column": "lxwm"}, "“联系我们”是单页"),
    ],
)
def test_wrong_combination_is_refused_in_chinese_and_nothing_is_lost(
    keeper, column, fields, message
):
    taken = make_column("通知公告", "tzgg")
    make_column("联系我们", "lxwm", kind=Column.Kind.PAGE)
    make_block(taken)
    make_block(kind="services", place="full")
    if slug := fields.get("column"):
        fields = fields | {"column": Column.objects.get(slug=slug).pk}
    html = keeper.post(f"{LIST}add/", FORM | {"title": "没有白写的标题"} | fields).content.decode()
    assert message in html
    assert 'value="没有白写的标题"' in html
    assert HomeBlock.objects.count() == 2


def test_eleventh_column_is_refused_with_a_reason_but_the_ten_can_be_changed(keeper, column):
    blocks = [make_block(make_column(f"栏目{number}")) for number in range(10)]
    html = keeper.post(f"{LIST}add/", FORM | {"column": column.pk}).content.decode()
    assert "首页最多放 10 个栏目，请先删去一个" in html
    keeper.post(LIST, rows_of(blocks, rows=3))
    assert HomeBlock.objects.get(pk=blocks[0].pk).rows == 3


def test_database_itself_keeps_block_and_column_together(column):
    with pytest.raises(IntegrityError):
        HomeBlock.objects.create(kind="hotline", column=column)


def test_list_tells_which_blocks_the_home_page_leaves_out(keeper, column):
    def outcomes():
        blocks = keeper.get(LIST).context["cl"].result_list
        return {block.heading: block.is_blank for block in blocks}

    upper = make_column("公告文件", "ggwj")
    lower = make_column("通知公告", "tzgg", parent=upper)
    for each in (column, upper):
        make_block(each)
    for kind in ("services", "links", "hotline"):
        make_block(kind=kind, place="full")
    make_draft("草稿不算内容", home_column=column)
    assert outcomes() == {
        "工会要闻": True, "公告文件": True, "便民服务": True, "友情链接": True,
        "职工维权热线": False,
    }  # fmt: skip
    assert "暂时没有内容，首页不显示" in keeper.get(LIST).content.decode()
    make_article("下级栏目的文章", home_column=lower).columns.add(column)
    make_service()
    shown = outcomes()
    assert [name for name, blank in shown.items() if blank] == ["友情链接"]


def test_list_costs_the_same_as_blocks_grow(keeper, column):
    make_block(column)
    keeper.get(LIST)
    before = len(queries(keeper, LIST))
    for number in range(5):
        other = make_column(f"栏目{number}")
        make_article(home_column=other)
        make_block(other)
    assert len(queries(keeper, LIST)) == before


def test_service_with_a_dangerous_link_is_refused_and_keeps_what_was_typed(keeper):
    form = {"name": "职工体检", "note": "在线预约", "address": "javascript:alert(1)", "order": "1"}
    html = keeper.post("/admin/portal/servicelink/add/", form).content.decode()
    assert "链接应以 http:// 或 https:// 开头" in html
    assert 'value="在线预约"' in html
    keeper.post("/admin/portal/servicelink/add/", form | {"address": "/bszn/"})
    assert ServiceLink.objects.get().address == "/bszn/"


def test_service_stays_when_its_icon_is_deleted():
    service = make_service(icon=make_picture())
    service.icon.delete()
    service.refresh_from_db()
    assert service.icon is None

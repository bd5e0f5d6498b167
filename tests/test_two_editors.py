"""Two people on one article: nothing of either is lost without a word."""

import pytest

from .factory import make_attendance, make_column, make_draft, make_user
from .test_article_admin import address, form_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    make_column("工会要闻", "ghyw")
    return make_draft("夜校开班", body="<p>第一段。</p><p>第二段。</p>")


def opened(client, article):
    """The form as it is when somebody opens it now, with the hidden field of that moment."""
    form = client.get(address(article)).context["adminform"].form
    return form_of(article, seen_at=form["seen_at"].value())


def test_stale_save_is_refused_and_shows_both_texts(client, draft):
    sign_in(client, "作者")
    mine = opened(client, draft) | {
        "title": "夜校秋季班开班",
        "body": "<p>第一段。</p><p>我的第二段。</p>",
    }
    draft.title, draft.body = "夜校开班了", "<p>第一段。</p><p>审稿改过的第二段。</p>"
    draft.updated_by = make_user("shengao", first_name="沈知远")
    draft.save()
    html = client.post(address(draft), mine).content.decode()
    for words in (
        "沈知远在",
        "这次没有保存",
        "夜校开班了",
        "审稿改过的第二段。",
        "夜校秋季班开班",
        "我的第二段。",
    ):
        assert words in html
    assert "<td>第一段。" not in html  # only what differs
    draft.refresh_from_db()
    assert draft.title == "夜校开班了"


def test_colleagues_corrected_attendee_and_column_are_shown_and_not_undone_unseen(client, draft):
    sign_in(client, "作者")
    row = make_attendance(draft, "林远舟", ["市总工会副主席"])
    mine = opened(client, draft) | {"keywords": "夜校"}
    row.name = "林远洲"
    row.save()
    draft.columns.add(make_column("基层动态", "jcdt"))
    draft.save()
    html = client.post(address(draft), mine).content.decode()
    for words in (
        "出席人员",
        "林远洲　市总工会副主席　出席",
        "林远舟　市总工会副主席　出席",
        "基层动态",
    ):
        assert words in html
    row.refresh_from_db()
    assert row.name == "林远洲"


def test_row_that_a_colleague_deleted_can_be_saved_again_as_a_new_one(client, draft):
    sign_in(client, "作者")
    row = make_attendance(draft, "仇立新", ["副主席"])
    make_attendance(draft, "欧阳明远", ["秘书长"])
    mine = opened(client, draft)
    row.delete()
    draft.save()
    refused = client.post(address(draft), mine)
    assert "仇立新　副主席　出席" in refused.content.decode()
    seen = refused.context["adminform"].form["seen_at"].value()
    client.post(address(draft), mine | {"seen_at": seen})
    assert {person.name for person in draft.attendances.all()} == {"仇立新", "欧阳明远"}


def test_form_that_comes_after_the_release_is_refused_and_keeps_what_was_typed(client, draft):
    sign_in(client, "作者")
    mine = opened(client, draft) | {"title": "夜校秋季班开班", "body": "<p>写了一上午的话。</p>"}
    draft.publish()
    response = client.post(address(draft), mine)
    html = response.content.decode()
    assert response.status_code == 200
    assert "这篇文章刚刚发布，您不能再改" in html
    assert "夜校秋季班开班" in html
    assert "写了一上午的话。" in html
    draft.refresh_from_db()
    assert draft.title == "夜校开班"
    assert client.get(address(draft)).status_code == 200  # to read, without a button to save
    assert 'name="_save"' not in client.get(address(draft)).content.decode()


def test_times_are_compared_as_the_form_shows_them(client, draft):
    sign_in(client, "终审")
    draft.publish()
    mine = opened(client, draft) | {"title": "夜校秋季班开班"}
    draft.save()
    html = client.post(address(draft), mine).content.decode()
    table = html[html.index("不同之处") : html.index("请核对")]
    assert "发布时间" not in table
    assert "文章现在的状态是“已发布”" in html


def test_withdrawing_does_not_bring_back_an_older_text(draft):
    draft.publish()
    older = type(draft).objects.get(pk=draft.pk)
    draft.title = "夜校秋季班开班"
    draft.save()
    older.withdraw()
    draft.refresh_from_db()
    assert (draft.title, draft.state) == ("夜校秋季班开班", "withdrawn")


def test_second_save_after_the_comparison_goes_through(client, draft):
    sign_in(client, "作者")
    mine = opened(client, draft) | {"title": "夜校秋季班开班"}
    draft.save()
    again = client.post(address(draft), mine).context["adminform"].form
    client.post(address(draft), mine | {"seen_at": again["seen_at"].value()})
    draft.refresh_from_db()
    assert draft.title == "夜校秋季班开班"


def test_refused_save_keeps_the_typed_attendees(client, draft):
    sign_in(client, "作者")
    make_attendance(draft, "仇立新", ["副主席"])
    mine = opened(client, draft) | {"attendances-0-positions": "市总工会副主席"}
    draft.save()
    html = client.post(address(draft), mine).content.decode()
    assert "市总工会副主席</textarea>" in html


def test_saving_twice_in_a_row_by_one_person_is_no_conflict(client, draft):
    sign_in(client, "作者")
    for title in ("第一次", "第二次"):
        client.post(address(draft), opened(client, draft) | {"title": title})
    draft.refresh_from_db()
    assert draft.title == "第二次"


def test_hostile_text_in_the_comparison_is_shown_as_text(client, draft):
    sign_in(client, "作者")
    mine = opened(client, draft)
    draft.title = "<script>alert(1)</script>"
    draft.save()
    html = client.post(address(draft), mine).content.decode()
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert(1)" not in html

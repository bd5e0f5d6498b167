"""The desk: who may do what with an article, and what each button does."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from news.models import Article, Attendance

from .factory import (
    make_article,
    make_attachment,
    make_attendance,
    make_column,
    make_draft,
    make_identity,
    make_picture,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/news/article/"


@pytest.fixture
def column():
    make_identity()
    return make_column("工会要闻", "ghyw")


def sign_in(client, role, username="renyuan"):
    user = make_user(username, role=role)
    client.force_login(user)
    return user


def form_of(article=None, **fields):
    """What the browser sends for the article's form, inlines included."""
    data = {"title": "职工夜校开班", "body": "<p>课程免费。</p>", "origin": "original"}
    rows = list(article.attendances.all()) if article and article.pk else []
    if article:
        data |= {
            name: getattr(article, name)
            for name in ("title", "body", "origin", "summary", "author")
        }
        data["home_column"] = article.home_column_id
        if article.publish_at:
            local = timezone.localtime(article.publish_at)
            data |= {"publish_at_0": f"{local:%Y-%m-%d}", "publish_at_1": f"{local:%H:%M:%S}"}
    for prefix, count in (("attendances", len(rows)), ("attachments", 0), ("videos", 0)):
        data |= {f"{prefix}-TOTAL_FORMS": count, f"{prefix}-INITIAL_FORMS": count}
    for number, row in enumerate(rows):
        data |= attendance_row(number, row.name, row.positions, row.parts, row.order)
        data |= {f"attendances-{number}-id": row.pk, f"attendances-{number}-article": article.pk}
    return data | fields


def attendance_row(number, name, positions=(), parts=(), order=""):
    prefix = f"attendances-{number}"
    return {
        f"{prefix}-name": name,
        f"{prefix}-positions": "\n".join(positions),
        f"{prefix}-parts": list(parts),
        f"{prefix}-order": order,
    }


def address(article):
    return f"{LIST}{article.pk}/change/"


def test_anonymous_visitor_is_sent_to_the_login(client, column):
    assert client.get(LIST)["Location"].startswith("/admin/login/")


def test_author_writes_a_draft_with_attendees_in_the_typed_order(client, column):
    user = sign_in(client, "作者")
    data = form_of(home_column=column.pk) | {"attendances-TOTAL_FORMS": 3}
    data |= attendance_row(0, "仇立新", ["副主席(兼)"], ["主持"], order=2)
    data |= attendance_row(1, "欧阳明远", ["市总工会主席", "党组书记"], ["讲话"], order=1)
    data |= attendance_row(2, "劳模代表", order="") | {"attendances-2-is_group": "on"}
    response = client.post(f"{LIST}add/", data)
    assert response.status_code == 302
    article = Article.objects.get()
    assert (article.state, article.created_by, article.updated_by) == ("draft", user, user)
    rows = [(row.order, row.name, row.positions, row.is_group) for row in article.attendances.all()]
    assert rows == [
        (1, "欧阳明远", ["市总工会主席", "党组书记"], False),
        (2, "仇立新", ["副主席(兼)"], False),
        (3, "劳模代表", [], True),
    ]


def test_unknown_part_is_refused_and_the_row_is_kept(client, column):
    sign_in(client, "作者")
    data = form_of(home_column=column.pk) | {"attendances-TOTAL_FORMS": 1}
    data |= attendance_row(0, "仇立新", ["副主席"], ["路过"], order=1)
    html = client.post(f"{LIST}add/", data).content.decode()
    assert "路过 不在可用的选项中" in html
    assert 'value="仇立新"' in html
    assert not Attendance.objects.exists()


def test_author_sees_no_publish_button_and_cannot_publish(client, column):
    sign_in(client, "作者")
    draft = make_draft(home_column=column)
    assert "保存并发布" not in client.get(address(draft)).content.decode()
    response = client.post(address(draft), form_of(draft, _publish="1"))
    assert response.status_code == 403
    draft.refresh_from_db()
    assert draft.state == Article.State.DRAFT


@pytest.mark.parametrize("role", ["作者", "初审", "复审"])
def test_published_article_is_changed_only_by_those_who_may_publish(client, column, role):
    sign_in(client, role)
    article = make_article(home_column=column)
    html = client.get(address(article)).content.decode()
    assert "_save" not in html
    response = client.post(address(article), form_of(article, title="改过的标题"))
    assert response.status_code == 403
    article.refresh_from_db()
    assert article.title == "职工技能竞赛开幕"


def test_last_signer_publishes_now_and_it_is_logged(client, column):
    user = sign_in(client, "终审")
    draft = make_draft(home_column=column)
    response = client.post(address(draft), form_of(draft, _publish="1"), follow=True)
    assert "已发布" in response.content.decode()
    draft.refresh_from_db()
    assert draft.is_published()
    assert draft.updated_by == user
    assert LogEntry.objects.filter(object_id=draft.pk, change_message="发布").exists()


def test_future_publishing_time_schedules_the_article(client, column):
    sign_in(client, "终审")
    draft = make_draft(home_column=column)
    day = timezone.localtime() + timedelta(days=2)
    data = form_of(draft, _publish="1", publish_at_0=f"{day:%Y-%m-%d}", publish_at_1="08:30")
    response = client.post(address(draft), data, follow=True)
    assert "将按发布时间自动显示" in response.content.decode()
    draft.refresh_from_db()
    assert draft.state == Article.State.PUBLISHED
    assert not draft.is_published()
    assert f"{timezone.localtime(draft.publish_at):%H:%M}" == "08:30"


def test_author_cannot_withdraw_and_last_signer_can(client, column):
    article = make_article(home_column=column)
    sign_in(client, "作者")
    assert client.post(address(article), form_of(article, _withdraw="1")).status_code == 403
    sign_in(client, "终审", "zhongshen")
    client.post(address(article), form_of(article, _withdraw="1"))
    article.refresh_from_db()
    assert article.state == Article.State.WITHDRAWN
    assert client.get(article.get_absolute_url()).status_code == 410


def test_withdrawing_is_not_stopped_by_the_form_and_saves_nothing_of_it(client, column):
    sign_in(client, "终审")
    article = make_article(home_column=column)
    data = form_of(article, title="", body="<p>半句话<img src='x'></p>", _withdraw="1")
    client.post(address(article), data)
    article.refresh_from_db()
    assert (article.state, article.title) == ("withdrawn", "职工技能竞赛开幕")


def test_publishing_time_of_a_published_article_cannot_be_emptied(client, column):
    sign_in(client, "终审")
    article = make_article(home_column=column)
    data = form_of(article) | {"publish_at_0": "", "publish_at_1": ""}
    html = client.post(address(article), data).content.decode()
    assert "已发布的文章必须有发布时间" in html


def test_publishing_with_a_past_expiry_says_why_and_keeps_the_draft(client, column):
    sign_in(client, "终审")
    data = form_of(
        home_column=column.pk, expire_at_0="2020-01-01", expire_at_1="08:00", _publish="1"
    )
    html = client.post(f"{LIST}add/", data, follow=True).content.decode()
    assert "没有发布：下线时间已经过了" in html
    assert Article.objects.get().state == Article.State.DRAFT


def test_cover_without_words_is_refused(client, column):
    sign_in(client, "作者")
    cover = make_picture(alt="")
    data = form_of(home_column=column.pk, cover=cover.pk)
    assert "这张封面图片还没有替代文字" in client.post(f"{LIST}add/", data).content.decode()
    assert client.post(f"{LIST}add/", data | {"cover_alt": "会场"}).status_code == 302


def test_added_row_left_empty_does_not_stop_the_saving(client, column):
    sign_in(client, "作者")
    data = form_of(home_column=column.pk) | {"attendances-TOTAL_FORMS": 2}
    data |= attendance_row(0, "仇立新", ["副主席"], ["主持"], order=1)
    data |= attendance_row(1, "", order=2)
    assert client.post(f"{LIST}add/", data).status_code == 302
    assert [row.name for row in Attendance.objects.all()] == ["仇立新"]


def test_three_hundred_attendees_are_saved(client, column):
    sign_in(client, "作者")
    data = form_of(home_column=column.pk) | {"attendances-TOTAL_FORMS": 300}
    for number in range(300):
        data |= attendance_row(
            number, f"代表{number}", ["职工代表"], ["出席", "发言"], order=number + 1
        )
    assert client.post(f"{LIST}add/", data).status_code == 302
    assert Attendance.objects.count() == 300


def test_text_that_is_too_long_is_refused_and_kept(client, column):
    sign_in(client, "作者")
    data = form_of(home_column=column.pk, body=f"<p>{'很长的正文' * 110_000}</p>")
    html = client.post(f"{LIST}add/", data).content.decode()
    assert "请把长表、附表作为附件上传" in html
    assert "很长的正文" in html


def test_preview_of_a_public_article_does_not_claim_it_is_hidden(client, column):
    sign_in(client, "终审")
    article = make_article(home_column=column)
    html = client.get(f"{LIST}{article.pk}/preview/").content.decode()
    assert "读者看到的就是这样" in html
    assert "保存并预览" not in client.get(address(article)).content.decode()


def test_expired_form_is_explained_in_chinese(column):
    client = Client(enforce_csrf_checks=True)
    sign_in(client, "作者")
    response = client.post(f"{LIST}add/", form_of(home_column=column.pk))
    assert response.status_code == 403
    assert "表单已过期" in response.content.decode()


def test_withdrawn_article_can_be_published_again(client, column):
    sign_in(client, "终审")
    article = make_article(home_column=column)
    article.withdraw()
    client.post(address(article), form_of(article, _publish="1"))
    assert client.get(article.get_absolute_url()).status_code == 200


def test_draft_may_be_deleted_by_its_author_and_a_public_article_by_nobody(client, column):
    sign_in(client, "作者")
    draft = make_draft(home_column=column)
    assert client.post(f"{LIST}{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    article = make_article(home_column=column)
    make_user("guanli", role=None, is_superuser=True)
    client.login(username="guanli", password="测试用-Passw0rd")
    assert client.post(f"{LIST}{article.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Article.objects.get() == article


def test_several_articles_are_withdrawn_from_the_list(client, column):
    sign_in(client, "终审")
    articles = [make_article(f"第{n}篇", home_column=column) for n in range(3)]
    ids = [article.pk for article in articles]
    client.post(LIST, {"action": "withdraw_selected", "_selected_action": ids[:2]})
    states = [Article.objects.get(pk=pk).state for pk in ids]
    assert states == ["withdrawn", "withdrawn", "published"]


@pytest.mark.parametrize("action", ["publish_selected", "withdraw_selected", "delete_selected"])
def test_author_cannot_use_the_list_actions(client, column, action):
    sign_in(client, "作者")
    article, draft = make_article(home_column=column), make_draft(home_column=column)
    chosen = {"_selected_action": [article.pk, draft.pk], "post": "yes"}
    client.post(LIST, {"action": action} | chosen)
    states = {row.pk: row.state for row in Article.objects.all()}
    assert states == {article.pk: "published", draft.pk: "draft"}


def test_publishing_a_repost_without_source_says_why_and_keeps_the_text(client, column):
    sign_in(client, "终审")
    draft = make_draft(home_column=column)
    html = client.post(
        address(draft), form_of(draft, origin="repost", _publish="1")
    ).content.decode()
    assert "转载的文章必须选择来源" in html
    assert "尚未发布的稿件" in html
    source = make_source()
    client.post(address(draft), form_of(draft, origin="repost", source=source.pk, _publish="1"))
    draft.refresh_from_db()
    assert draft.is_published()


def test_save_and_preview_leads_to_the_article_as_readers_will_see_it(client, column):
    sign_in(client, "作者")
    draft = make_draft(home_column=column)
    make_attendance(draft, "单文秀", ["副局长"], ["出席"])
    response = client.post(address(draft), form_of(draft, _preview="1"), follow=True)
    html = response.content.decode()
    for words in ("这是预览", draft.title, "单文秀", "副局长", "返回编辑"):
        assert words in html


def test_attachment_of_a_draft_opens_at_the_desk_only(client, column):
    attachment = make_attachment(make_draft(home_column=column))
    desk = f"{LIST}attachment/{attachment.pk}/"
    assert client.get(desk).status_code == 302
    sign_in(client, "作者")
    assert client.get(desk).status_code == 200
    preview = client.get(f"{LIST}{attachment.article_id}/preview/").content.decode()
    assert f'href="{desk}"' in preview
    assert client.get(attachment.get_absolute_url()).status_code == 404


def test_staff_without_any_role_see_no_article(client, column):
    draft = make_draft(home_column=column)
    sign_in(client, None)
    assert client.get(LIST).status_code == 403
    assert client.get(f"{LIST}{draft.pk}/preview/").status_code == 403


def test_list_finds_by_attendee_and_shows_state_and_links(client, column):
    sign_in(client, "初审")
    draft = make_draft(home_column=column)
    make_attendance(draft, "尉迟长风")
    make_article("另一篇", home_column=column)
    html = client.get(f"{LIST}?q=尉迟").content.decode()
    assert draft.title in html
    assert "另一篇" not in html
    assert "草稿" in html
    assert f"{LIST}{draft.pk}/preview/" in html


def test_site_identity_is_edited_by_the_administrator_only(client, column):
    sign_in(client, "终审")
    assert client.get("/admin/portal/siteidentity/1/change/").status_code == 403
    make_user("guanli", role=None, is_superuser=True)
    client.login(username="guanli", password="测试用-Passw0rd")
    assert client.get("/admin/portal/siteidentity/1/change/").status_code == 200
    assert client.get("/admin/portal/siteidentity/add/").status_code == 403
    assert client.get("/admin/portal/siteidentity/1/delete/").status_code == 403

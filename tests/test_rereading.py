"""After a change every front is asked to read again, and staff hear of one that did not."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import transaction
from django.utils import timezone

from news.announcements import CopiesRemain
from news.models import Article
from portal.front import STORED_VARIANTS

from .factory import make_article, make_column, make_draft, make_identity, make_user
from .services import free_port
from .stub import Stub, serving
from .test_article_admin import LIST, address, form_of

pytestmark = pytest.mark.django_db(transaction=True)

HOSTS = ["www.example.cn", "example.cn"]
DOOR = {"X_Cache_Status": "BYPASS"}


@pytest.fixture
def column():
    make_identity()
    return make_column("工会要闻", "ghyw")


@pytest.fixture
def door(settings):
    """A front that remembers what it was asked, as portal/front.py sees it."""
    port, stub = free_port(), Stub()
    stub.answers(**DOOR)
    settings.FRONTS = [f"http://127.0.0.1:{port}"]
    settings.ALLOWED_HOSTS = [*HOSTS, ".example.cn", "testserver"]
    with serving(stub, port):
        yield stub


@pytest.fixture
def dead_door(settings):
    settings.FRONTS = [f"http://127.0.0.1:{free_port()}"]
    return settings.FRONTS[0]


@pytest.fixture
def desk(client):
    client.force_login(make_user("zhongshen", role="终审"))
    return client


def paths(stub):
    return {path for _, path, _ in stub.asked}


def told(response):
    return [(message.level_tag, str(message)) for message in response.context["messages"]]


def test_withdrawal_is_read_again_in_both_variants_under_every_name(door, column):
    article = make_article(home_column=column)
    article.withdraw()
    asked = {
        (headers["Host"], headers["Cookie"])
        for _, path, headers in door.asked
        if path == article.get_absolute_url()
    }
    hosts = [*HOSTS, "testserver"]
    assert asked == {(host, f"display={variant}") for host in hosts for variant in STORED_VARIANTS}


@pytest.mark.parametrize(("https", "scheme"), [(True, "https"), (False, "http")])
def test_pages_are_read_as_over_the_scheme_of_the_site(door, column, settings, https, scheme):
    settings.HTTPS = https
    make_article(home_column=column).withdraw()
    assert {headers["X-Forwarded-Proto"] for _, _, headers in door.asked} == {scheme}


def test_reading_begins_when_the_change_is_there_for_everybody_to_see(door, column):
    article = make_article(home_column=column)
    with transaction.atomic():
        article.withdraw()
        assert not door.asked
    assert door.asked


def test_change_that_is_taken_back_is_not_read(door, column):
    article = make_article(home_column=column)
    with transaction.atomic():
        article.withdraw()
        transaction.set_rollback(True)
    assert not door.asked


def test_several_changes_of_one_transaction_are_read_once(door, column):
    articles = [make_article(f"第{number}篇", home_column=column) for number in range(4)]
    with transaction.atomic():
        for article in articles:
            article.withdraw()
    home = [path for _, path, _ in door.asked if path == "/"]
    assert paths(door) >= {article.get_absolute_url() for article in articles}
    assert len(home) <= 2 * len(STORED_VARIANTS) * 3  # at most twice for each name


def test_change_of_column_and_day_is_read_at_the_old_and_the_new_place(door, column, desk):
    notices = make_column("通知公告", "tzgg")
    article = make_article(home_column=column)
    old = article.get_absolute_url()
    data = form_of(article, publish_at_0="2026-01-11", publish_at_1="08:00:00")
    desk.post(address(article), data | {"home_column": notices.pk})
    article.refresh_from_db()
    assert article.home_column == notices
    assert paths(door) >= {old, article.get_absolute_url(), "/ghyw/", "/tzgg/", "/tzgg/feed/"}


def test_draft_and_scheduled_article_are_read_nowhere(door, column, desk):
    draft = make_draft(home_column=column)
    desk.post(address(draft), form_of(draft, title="改过的草稿"))
    day = {"publish_at_0": "2099-01-11", "publish_at_1": "08:00:00"}
    desk.post(address(draft), form_of(draft, _publish="1", **day))
    draft.refresh_from_db()
    assert draft.state == Article.State.PUBLISHED
    assert not door.asked


def test_without_fronts_nothing_is_asked_and_no_query_is_spent(
    column, settings, django_assert_num_queries
):
    settings.FRONTS = []
    article = make_article(home_column=column)
    with django_assert_num_queries(3):  # the transaction's begin and end, and the saving
        article.withdraw()


def test_front_that_is_away_is_named_and_the_article_is_withdrawn(dead_door, column):
    article = make_article(home_column=column)
    with pytest.raises(CopiesRemain, match=dead_door):
        article.withdraw()
    article.refresh_from_db()
    assert article.state == Article.State.WITHDRAWN


@pytest.mark.parametrize(
    ("status", "headers"),
    [(502, DOOR), (500, DOOR), (400, DOOR), (200, {"X_Cache_Status": "HIT"}), (200, {})],
    ids=["application away", "page fails", "name unknown", "no door", "no nginx"],
)
def test_front_that_does_not_replace_its_copies_is_told_of(door, column, status, headers, caplog):
    door.answers(status, **headers)
    with pytest.raises(CopiesRemain, match="没有更新"):
        make_article(home_column=column).withdraw()
    assert "copies remain in front" in caplog.text


def test_front_that_hangs_does_not_keep_the_others_from_reading(
    door, column, settings, monkeypatch
):
    monkeypatch.setattr("portal.front.PATIENCE", 1)
    slow, port = Stub(), free_port()
    slow.answers(seconds=4, **DOOR)
    settings.FRONTS = [f"http://127.0.0.1:{port}", *settings.FRONTS]
    with serving(slow, port), pytest.raises(CopiesRemain) as error:
        make_article(home_column=column).withdraw()
    assert str(port) in str(error.value)
    assert settings.FRONTS[1] not in str(error.value)
    assert "/ghyw/" in paths(door)
    assert len(slow.asked) < len(door.asked)


def test_desk_says_that_copies_remain_instead_of_success(dead_door, column, desk):
    article = make_article(home_column=column)
    response = desk.post(address(article), {"_withdraw": "1"}, follow=True)
    ((level, message),) = told(response)
    assert level == "error"
    assert dead_door in message
    assert "改动已经生效" in message
    assert Article.objects.get().state == Article.State.WITHDRAWN


@pytest.mark.parametrize("button", ["_save", "_continue", "_publish"])
def test_every_way_of_saving_says_that_copies_remain(dead_door, column, desk, button):
    article = make_article(home_column=column)
    if button == "_publish":
        Article.objects.update(state="withdrawn")
    response = desk.post(address(article), form_of(article, title="新标题", **{button: "1"}))
    assert response.status_code == 302
    ((level, message),) = told(desk.get(response["Location"]))
    assert (level, dead_door in message) == ("error", True)
    article.refresh_from_db()
    assert (article.state, article.title) == ("published", "新标题")


@pytest.mark.parametrize(
    ("action", "before"), [("publish", "withdrawn"), ("withdraw", "published")]
)
def test_list_actions_say_once_that_copies_remain(dead_door, column, desk, action, before):
    articles = [make_article(f"第{n}篇", home_column=column, state=before) for n in range(3)]
    chosen = [article.pk for article in articles]
    data = {"action": f"{action}_selected", "_selected_action": chosen}
    response = desk.post(LIST, data, follow=True)
    assert [level for level, _ in told(response)] == ["error"]
    assert not Article.objects.filter(state=before).exists()


def test_why_an_article_was_not_published_is_told_as_well(dead_door, column, desk):
    past = timezone.now() - timedelta(days=1)
    articles = [
        make_article(
            "已经过期", home_column=column, state="draft", publish_at=None, expire_at=past
        ),
        make_draft("可以发布", home_column=column),
    ]
    chosen = [article.pk for article in articles]
    data = {"action": "publish_selected", "_selected_action": chosen}
    messages = [message for _, message in told(desk.post(LIST, data, follow=True))]
    assert len(messages) == 2
    assert "《已经过期》没有发布" in messages[0]
    assert dead_door in messages[1]


def test_log_of_the_desk_is_kept_where_copies_remain(dead_door, column, desk):
    from django.contrib.admin.models import LogEntry

    article = make_article(home_column=column)
    desk.post(address(article), {"_withdraw": "1"})
    assert LogEntry.objects.get().change_message == "撤稿"


def test_withdrawn_article_saved_again_is_read_again(door, column, desk):
    """How staff get the rest done when the front is back."""
    article = make_article(home_column=column, state="withdrawn")
    response = desk.post(address(article), form_of(article), follow=True)
    assert [level for level, _ in told(response)] == ["success"]
    assert article.get_absolute_url() in paths(door)


def test_refused_form_keeps_what_was_typed_and_reads_nothing(door, column, desk):
    article = make_article(home_column=column)
    html = desk.post(address(article), form_of(article, title="")).content.decode()
    assert "这个字段是必填项" in html
    assert not door.asked


def test_two_withdrawals_at_once_are_both_read(door, column):
    articles = [make_article(f"第{number}篇", home_column=column) for number in range(2)]
    threads = [Thread(target=_withdraw_elsewhere, args=[article]) for article in articles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert paths(door) >= {article.get_absolute_url() for article in articles}


def _withdraw_elsewhere(article):
    from django.db import connection

    article.withdraw()
    connection.close()

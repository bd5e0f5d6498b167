"""Who may see which article when: `published()` and every public surface that goes through it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from news.models import Article

from .factory import (
    make_article,
    make_attachment,
    make_column,
    make_draft,
    make_identity,
    make_video,
)

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = timedelta(hours=1)
TITLE = "送温暖服务队走访困难职工"

HIDDEN = {
    "draft": {"state": "draft", "publish_at": NOW - HOUR},
    "draft without a time": {"state": "draft", "publish_at": None},
    "not yet due": {"state": "published", "publish_at": NOW + HOUR},
    "expired": {"state": "published", "publish_at": NOW - 2 * HOUR, "expire_at": NOW - HOUR},
    "withdrawn": {"state": "withdrawn", "publish_at": NOW - HOUR},
}


@pytest.fixture
def column():
    make_identity()
    return make_column("工会要闻", "ghyw")


def surfaces(client):
    """Every public address that could name an article."""
    pages = ("/", "/ghyw/", "/search/?q=送温暖", "/sitemap.xml", "/map/", "/feed/", "/ghyw/feed/")
    return {address: client.get(address).content.decode() for address in pages}


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_absent_from_every_public_surface(client, column, fields):
    neighbour = make_article("一直可读的文章", home_column=column)
    hidden = make_article(TITLE, home_column=column, **fields)
    for address, html in surfaces(client).items():
        assert TITLE not in html, address
        assert f"/{hidden.pk}/" not in html, address
    assert TITLE not in client.get(neighbour.get_absolute_url()).content.decode()


def test_published_article_is_on_every_public_surface(client, column):
    article = make_article(TITLE, home_column=column)
    shown = surfaces(client)
    del shown["/map/"]  # names columns only
    for address, html in shown.items():
        assert article.get_absolute_url() in html, address


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_agrees_with_the_query(column, fields):
    article = make_article(TITLE, home_column=column, **fields)
    assert not article.is_published()
    assert article not in Article.objects.published()


def test_draft_and_not_yet_due_article_answer_404(client, column):
    due = make_article(TITLE, home_column=column, publish_at=timezone.now() + HOUR)
    draft = make_article(TITLE, home_column=column, state="draft")
    assert client.get(due.get_absolute_url()).status_code == 404
    assert client.get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", ["withdrawn", "expired"])
def test_withdrawn_and_expired_article_answer_410_in_chinese(client, column, name):
    article = make_article(TITLE, home_column=column, **HIDDEN[name])
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    assert "内容已撤下" in response.content.decode()
    assert TITLE not in response.content.decode()


def test_article_appears_and_vanishes_by_time_alone(column):
    article = make_article(
        TITLE, home_column=column, publish_at=NOW + HOUR, expire_at=NOW + 3 * HOUR
    )
    visible = [
        article in Article.objects.published(at=NOW + hours * HOUR) for hours in (0, 1, 2, 3, 4)
    ]
    assert visible == [False, True, True, False, False]


def test_article_withdrawn_before_its_time_was_never_here(client, column):
    article = make_article(TITLE, home_column=column, publish_at=timezone.now() + HOUR)
    article.withdraw()
    assert client.get(article.get_absolute_url()).status_code == 404


def test_old_address_of_a_withdrawn_article_is_gone_and_of_a_draft_unknown(client, column):
    make_article(TITLE, home_column=column, old_id="777").withdraw()
    make_draft(TITLE, home_column=column, old_id="778")
    assert client.get("/html/czgh/2023/KEBLLDDH_0420/777.html").status_code == 410
    assert client.get("/content/suitable/show?catid=1&id=777").status_code == 410
    assert client.get("/html/czgh/2023/KEBLLDDH_0420/778.html").status_code == 404


@pytest.mark.parametrize(
    ("make", "below"), [(make_attachment, ""), (make_video, ""), (make_video, "captions.vtt")]
)
def test_file_of_a_draft_is_closed_and_of_a_withdrawn_article_gone(client, column, make, below):
    article = make_draft(TITLE, home_column=column)
    address = make(article).get_absolute_url() + below
    assert client.get(address).status_code == 404
    article.publish()
    assert client.get(address).status_code == 200
    article.withdraw()
    assert client.get(address).status_code == 410


def test_preview_is_closed_to_citizens(client, column):
    draft = make_draft(TITLE, home_column=column)
    response = client.get(reverse("admin:news_article_preview", args=[draft.pk]))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


def test_publishing_a_repost_without_source_is_refused_and_changes_nothing(column):
    draft = make_draft(TITLE, home_column=column)
    draft.origin = Article.Origin.REPOST
    with pytest.raises(ValidationError, match="转载的文章必须选择来源"):
        draft.publish()
    draft.refresh_from_db()
    assert draft.state == Article.State.DRAFT


def test_publishing_what_has_already_expired_is_refused(column):
    draft = make_draft(TITLE, home_column=column, expire_at=NOW - HOUR)
    with pytest.raises(ValidationError, match="下线时间已经过了"):
        draft.publish()
    assert (draft.state, draft.publish_at) == ("draft", None)


@pytest.mark.parametrize("field", ["publish_at", "expire_at", "pinned_until"])
def test_year_that_is_a_slip_of_the_keyboard_is_refused(column, field):
    draft = make_draft(TITLE, home_column=column)
    setattr(draft, field, NOW.replace(year=206))
    with pytest.raises(ValidationError, match="年份应在 1949 到 2100 之间"):
        draft.full_clean()


def test_expiry_before_publishing_is_refused(column):
    article = Article(
        title=TITLE, home_column=column, publish_at=NOW, expire_at=NOW - HOUR, body="<p>x</p>"
    )
    with pytest.raises(ValidationError, match="下线时间应晚于发布时间"):
        article.full_clean()

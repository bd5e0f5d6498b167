"""Who may see which article when: `published()` and every public surface that goes through it."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from news.models import Article, Attachment, Column, Video
from news.qr import qr_svg

from .factory import (
    make_article,
    make_attachment,
    make_column,
    make_draft,
    make_identity,
    make_video,
)
from .site import public_view_names

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


@dataclass(frozen=True)
class Stage:
    """One article in the same state on every kind of place: as news, as a page, as a jump link."""

    article: Article
    neighbour: Article
    attachment: Attachment
    video: Video
    page: Article
    jump: Article

    @classmethod
    def build(cls, column, **fields):
        page_column = make_column("机构概况", "jggk", kind=Column.Kind.PAGE)
        article = make_article(TITLE, home_column=column, old_id="777", summary=TITLE, **fields)
        return cls(
            article,
            make_article("一直可读的文章", home_column=column, publish_at=NOW - 3 * HOUR),
            make_attachment(article),
            make_video(article),
            make_article(TITLE, home_column=page_column, **fields),
            make_article(
                "跳转", home_column=column, jump_link="https://jump.example.cn/", **fields
            ),
        )


def address_of(article):
    """Its address, or for one without a time an address that somebody guesses."""
    return article.get_absolute_url() if article.publish_at else f"/ghyw/2026/01/01/{article.pk}/"


def body(response):
    """As text; of a film only what is text in it."""
    return response.getvalue().decode(errors="replace")


def names_it(response, stage):
    return TITLE in body(response) or f"/{stage.article.pk}/" in body(response)


def shows_its_title(response, stage):
    return TITLE in body(response)


def holds(words):
    return lambda response, stage: words in body(response)


def is_qr_code_of(name):
    def shows(response, stage):
        address = f"http://testserver{getattr(stage, name).get_absolute_url()}"
        return response.status_code == 200 and response.content == qr_svg(address)

    return shows


def moves_to_it(response, stage):
    return response.get("Location") == stage.article.get_absolute_url()


# (view, what of it) -> its address for a stage, and whether an answer shows the article. A surface
# on the article's own page (structured data, sharing, print) has its own line.
SURFACES = {
    ("home", "lists"): (lambda s: "/", names_it),
    ("sitemap", ""): (lambda s: "/sitemap.xml", names_it),
    ("feed", ""): (lambda s: "/feed/", names_it),
    ("column_feed", ""): (lambda s: "/ghyw/feed/", names_it),
    ("news:column", "list"): (lambda s: "/ghyw/", names_it),
    ("news:column", "page"): (lambda s: "/jggk/", shows_its_title),
    ("news:search", ""): (lambda s: "/search/?q=送温暖", names_it),
    ("news:article", "page and print"): (lambda s: address_of(s.article), shows_its_title),
    ("news:article", "previous and next"): (lambda s: address_of(s.neighbour), names_it),
    ("news:article", "JSON-LD"): (lambda s: address_of(s.article), holds(f'"headline": "{TITLE}"')),
    ("news:article", "Open Graph"): (
        lambda s: address_of(s.article),
        holds(f'og:title" content="{TITLE}'),
    ),
    ("news:article", "sharing"): (lambda s: address_of(s.article), holds("data-share")),
    ("news:article", "jump link"): (
        lambda s: address_of(s.jump),
        lambda response, stage: "jump.example.cn" in response.get("Location", ""),
    ),
    ("news:qr_code", ""): (lambda s: f"{address_of(s.article)}qr.svg", is_qr_code_of("article")),
    ("news:page_qr_code", ""): (lambda s: "/jggk/qr.svg", is_qr_code_of("page")),
    ("news:attachment", ""): (lambda s: s.attachment.get_absolute_url(), holds("%PDF")),
    ("news:video", ""): (lambda s: s.video.get_absolute_url(), holds("ftyp")),
    ("news:captions", ""): (lambda s: f"{s.video.get_absolute_url()}captions.vtt", holds("WEBVTT")),
    ("legacy_standard_page", ""): (lambda s: "/html/czgh/2023/KEBLLDDH_0420/777.html", moves_to_it),
    ("legacy_elder_page", ""): (lambda s: "/content/suitable/show?catid=1&id=777", moves_to_it),
}
# Public addresses that cannot show an article, each with the reason.
NO_ARTICLE = {
    "site_map": "names columns only",
    "favicon": "a redirect to the icon",
    "manifest": "the site's name and icons",
    "robots": "fixed lines",
    "healthz": "asks nothing",
    "readyz": "tells of the servers only",
    "picture": "files under random names, which only an article's page tells",
    "accessibility:switch": "sets a cookie",
    "accessibility:elder": "sets a cookie",
    "news:leave": "shows the signed address it was given",
}


def test_every_public_address_is_a_surface_or_can_show_no_article():
    """A new surface joins the list, or this fails."""
    surfaces = {view for view, _ in SURFACES}
    assert not surfaces & NO_ARTICLE.keys()
    assert set(public_view_names()) == surfaces | NO_ARTICLE.keys()


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_absent_from_every_public_surface(client, column, fields):
    stage = Stage.build(column, **fields)
    for name, (address, shows) in SURFACES.items():
        response = client.get(address(stage))
        assert not shows(response, stage), name
        assert TITLE not in body(client.get(address(stage))), name


def test_published_article_is_on_every_public_surface(client, column):
    stage = Stage.build(column)
    for name, (address, shows) in SURFACES.items():
        assert shows(client.get(address(stage)), stage), name


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_qr_code_answers_as_the_article_itself(client, column, fields):
    stage = Stage.build(column, **fields)
    page = client.get(address_of(stage.article))
    code = client.get(f"{address_of(stage.article)}qr.svg")
    assert code.status_code == page.status_code
    assert code.status_code in (404, 410)


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

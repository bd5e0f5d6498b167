"""Which addresses show an article: what a front has to read again when the article changes.

A front's copies are not all of the same age. What nobody asks for stays as it was stored, and is
shown again while the application is down; so a copy may mention the article where it stood some
days ago. A front forgets what was not asked for within three days (`inactive=3d` in
deploy/nginx.conf); with a long outage on top, `REMEMBERED` bounds how far back one has to think.
"""

import logging
import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils import timezone

from news.models import Article, Column, ColumnTree
from news.paging import PAGE_SIZE

log = logging.getLogger(__name__)

REMEMBERED = timedelta(days=7)
# Between writing the two times of a new row. The importer writes thousands in one go, which were
# nowhere before; after it the keeper empties the fronts (docs/operations.md).
ONE_GO = timedelta(seconds=1)
# On each side of its place, in each of its columns. After thousands of changes in a week the rest is
# left to the keeper (docs/operations.md): a withdrawal must not take minutes.
MOST_PAGES = 20
MOST_NEIGHBOURS = 20  # on one side; nobody schedules more beside one article


# Views that a front may store: those whose addresses are found here, and those that name no article.
# Any other is never stored, so that a new one cannot keep what was withdrawn.
STORED_VIEWS = {
    "home", "feed", "column_feed", "news:column", "news:article",
    "site_map", "robots", "news:search",
}  # fmt: skip
NUMBERED_PAGE = re.compile(r"page=[1-9][0-9]*")


def public_hosts() -> list[str]:
    """The names the site answers to. A pattern (`.example.cn`) is none: it cannot be asked for."""
    return [host for host in settings.ALLOWED_HOSTS if not host.startswith((".", "*"))]


def is_read_again(request) -> bool:
    """Whether what stands at this address is found by `addresses_showing`, or names no article."""
    view = request.resolver_match and request.resolver_match.view_name
    query = request.META.get("QUERY_STRING", "")
    is_numbered = view == "news:column" and NUMBERED_PAGE.fullmatch(query)
    if view not in STORED_VIEWS or (query and not is_numbered):
        return False
    return split_domain_port(request.get_host())[0] in public_hosts()


def addresses_showing(articles: Iterable[Article]) -> set[str]:
    """Public addresses whose page may name one of these articles, now or in a copy.

    The articles are asked as the database has them. A draft and what is not yet due are shown
    nowhere. Old addresses (portal/legacy.py) only lead to the article's, and the search and the
    sitemap are never stored: they are not among these.
    """
    ids = [article.pk for article in articles if article.pk]
    known = Article.objects.filter(pk__in=ids).for_list().prefetch_related("columns")
    public = [article for article in known if article.is_published() or article.is_gone()]
    if not public:
        return set()
    tree = ColumnTree(Column.objects.all())
    found = {reverse("home"), reverse("feed")}
    for article in public:
        found |= {other.get_absolute_url() for other in (article, *_neighbours(article))}
        for column in _columns_listing(tree, article):
            found |= _column_addresses(tree, column, article)
    return found


def _neighbours(article: Article) -> list[Article]:
    """On each side the one whose page names the article.

    Who came between by its time alone was not announced, and the copy behind it is from before: so
    everybody up to the first who did not come like that.
    """
    now = timezone.now()
    row = Article.objects.published(now).filter(home_column=article.home_column).for_list()
    lately = Q(publish_at__gt=now - REMEMBERED)
    row = row.annotate(came_by_time=lately & Q(publish_at__gt=F("updated_at")))
    here = Q(publish_at=article.publish_at)
    older = row.filter(Q(publish_at__lt=article.publish_at) | here & Q(pk__lt=article.pk))
    newer = row.filter(Q(publish_at__gt=article.publish_at) | here & Q(pk__gt=article.pk))
    found = []
    for side in (older.newest_first(), newer.order_by("publish_at", "pk")):
        for other in side[:MOST_NEIGHBOURS]:
            found.append(other)
            if not other.came_by_time:
                break
    return found


def _columns_listing(tree: ColumnTree, article: Article) -> list[Column]:
    """The article's columns and everything above them: upper columns list what is below."""
    ids = {article.home_column_id, *(column.pk for column in article.columns.all())}
    return list({step.pk: step for pk in ids for step in tree.path(tree.by_id[pk])}.values())


def _column_addresses(tree: ColumnTree, column: Column, article: Article) -> set[str]:
    address = column.get_absolute_url()
    found = {address, reverse("column_feed", args=[column.slug])}
    if not column.is_page:
        found |= {f"{address}?page={number}" for number in _pages(tree, column, article)}
    return found


def _pages(tree: ColumnTree, column: Column, article: Article) -> set[int]:
    """Numbers of the list pages that show the article, or did so lately: page 1, and around its
    place as many rows as came in front of it or may have gone from there within `REMEMBERED`."""
    now = timezone.now()
    rows = Article.objects.published(now).in_columns(tree.with_below(column)).pinned_first(now)
    ahead = rows.filter(_ahead_of(article, now))
    place = ahead.count()
    came = ahead.filter(_newcomer(now)).count()
    gone = Article.objects.filter(_mover(now)).count()
    here, first, last = (row // PAGE_SIZE + 1 for row in (place, place - came, place + gone))
    if here - first > MOST_PAGES or last - here > MOST_PAGES:
        log.warning("list pages beyond %s of %s are not read again", MOST_PAGES, column.slug)
    return {1, *range(max(first, here - MOST_PAGES), min(last, here + MOST_PAGES) + 1)}


def _ahead_of(article: Article, now: datetime) -> Q:
    """Whether a row stands before the article in `pinned_first`."""
    here = Q(publish_at=article.publish_at)
    newer = Q(publish_at__gt=article.publish_at) | here & Q(pk__gt=article.pk)
    is_pinned = article.pinned_until is not None and article.pinned_until > now
    return Q(is_pinned=1) & newer if is_pinned else Q(is_pinned=1) | newer


def _newcomer(now: datetime) -> Q:
    """Whether an article came to its place lately: by its time, or by a change."""
    return Q(publish_at__gt=now - REMEMBERED) | _changed(now)


def _mover(now: datetime) -> Q:
    """Whether an article may have left a place lately: by a change, an ended pin or its expiry."""
    lately = (now - REMEMBERED, now)
    return _changed(now) | Q(expire_at__range=lately) | Q(pinned_until__range=lately)


def _changed(now: datetime) -> Q:
    since_made = Q(updated_at__gt=F("created_at") + ONE_GO)
    return since_made & Q(updated_at__gt=now - REMEMBERED)

"""What citizens read: a column, an article, the search, the way out to another site.

Every view asks `Article.objects.published()`. `request.columns` (a `ColumnTree`) and
`request.outside` (an `Outside`) are given by the frame around these pages.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from .models import Article
from .official_papers import OfficialPaperFilter
from .outside import Departure
from .paging import page_of, right_address

LONGEST_QUERY = 50  # characters


@require_safe
def column(request, slug):
    found = request.columns.by_slug.get(slug)
    if found is None:
        raise Http404
    if found.is_page:
        return _only_article(request, found)
    articles = Article.objects.published().in_columns(request.columns.with_below(found))
    if found.shows_official_papers:
        return _official_papers(request, found, articles)
    return _column_page(request, found, articles)


def _official_papers(request, found, articles):
    """The column as a table, narrowed by what the reader asks above it."""
    asked = OfficialPaperFilter(request.GET, articles)
    papers = articles.official_papers(**asked.question)
    return _column_page(request, found, papers, filter=asked)


def _column_page(request, found, articles, **extra):
    page = page_of(articles.for_list().pinned_first(), request)
    if address := right_address(page, request):
        return redirect(address)
    context = {
        "column": found,
        "path": request.columns.path(found),
        "subcolumns": request.columns.children(found),
        "page": page,
    }
    return render(request, "news/column.html", context | extra)


@require_safe
def article(request, slug, year, month, day, pk):
    """One address per article: an older or misspelt one is sent to the right one."""
    found = get_object_or_404(Article.objects.for_page(), pk=pk)
    if closed := closed_answer(request, found):
        return closed
    if found.jump_link:
        return redirect(request.outside.way_to(found.jump_link).href)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    return render_article(request, found)


def closed_answer(request, article):
    """410 for an article taken back or expired, 404 for one never public, None for an open one."""
    if article.is_gone():
        return gone(request)
    if not article.is_published():
        raise Http404
    return None


def _only_article(request, page_column):
    """A column of kind page shows its one article at its own address, or says there is none yet."""
    if "page" in request.GET:
        return redirect(page_column)  # it has no numbered pages: see right_address
    articles = Article.objects.published().on_page(page_column)
    found = articles.for_page().first()
    return render_article(request, found) if found else _column_page(request, page_column, articles)


def render_article(request, found, **extra):
    """The article's page; the staff's preview shows the same with a banner."""
    home_column = request.columns.by_id[found.home_column_id]
    older, newer = None, None
    if found.publish_at and not home_column.is_page:
        older, newer = Article.objects.neighbours(found)
    context = {
        "article": found,
        "body": found.body_html(request.outside),
        "column": home_column,
        "path": request.columns.path(home_column),
        "attendances": list(found.attendances.all()),
        "attachments": list(found.attachments.all()),
        "videos": list(found.videos.select_related("poster")),
        "older": older,
        "newer": newer,
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, "news/article.html", context | extra)


def gone(request):
    """410: it was here and was taken back; copies elsewhere should be dropped."""
    return render(request, "410.html", status=410)


@require_safe
def search(request):
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    articles = Article.objects.published().matching(query) if query else Article.objects.none()
    page = page_of(articles.for_list().newest_first(), request)
    if address := right_address(page, request):
        return redirect(address)
    return render(request, "news/search.html", {"query": query, "page": page})


@require_safe
def leave(request):
    """Tells the reader where a link leads before it leaves the site; never goes there by itself."""
    departure = Departure.from_signed(request.GET.get("to", ""))
    if departure is None:
        raise Http404
    return render(request, "news/leave.html", {"departure": departure})

"""What citizens read: a column, an article, an attachment, the search.

Every view asks `Article.objects.published()`. `request.columns` (a `ColumnTree`) is given by the
frame around these pages.
"""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from .models import Article, Attachment
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
    return _column_page(request, found, articles)


def _column_page(request, found, articles):
    page = page_of(articles.for_list().pinned_first(), request)
    if address := right_address(page, request):
        return redirect(address)
    return render(
        request,
        "news/column.html",
        {
            "column": found,
            "path": request.columns.path(found),
            "subcolumns": request.columns.children(found),
            "page": page,
        },
    )


@require_safe
def article(request, slug, year, month, day, pk):
    """One address per article: an older or misspelt one is sent to the right one."""
    found = get_object_or_404(Article.objects.for_page(), pk=pk)
    if found.is_gone():
        return gone(request)
    if not found.is_published():
        raise Http404
    if found.jump_link:
        return redirect(found.jump_link)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    return render_article(request, found)


def _only_article(request, page_column):
    """A column of kind page shows its one article at its own address, or says there is none yet."""
    if "page" in request.GET:
        return redirect(page_column)  # it has no numbered pages: see right_address
    articles = Article.objects.published().filter(home_column=page_column)
    found = articles.for_page().newest_first().first()
    return render_article(request, found) if found else _column_page(request, page_column, articles)


def render_article(request, found, **extra):
    """The article's page; the staff's preview shows the same with a banner."""
    home_column = request.columns.by_id[found.home_column_id]
    older, newer = None, None
    if found.publish_at and not home_column.is_page:
        older, newer = Article.objects.neighbours(found)
    context = {
        "article": found,
        "column": home_column,
        "path": request.columns.path(home_column),
        "attendances": list(found.attendances.all()),
        "attachments": list(found.attachments.all()),
        "older": older,
        "newer": newer,
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, "news/article.html", context | extra)


def gone(request):
    """410: it was here and was taken back; copies elsewhere should be dropped."""
    return render(request, "410.html", status=410)


@require_safe
def attachment(request, pk):
    """Downloads under the name the file came with, as long as its article may be read."""
    found = get_object_or_404(Attachment.objects.select_related("article"), pk=pk)
    if found.article.is_gone():
        return gone(request)
    if not found.article.is_published():
        raise Http404
    return attachment_response(found)


def attachment_response(found: Attachment) -> FileResponse:
    try:
        file = found.open()
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, as_attachment=True, filename=found.name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_safe
def search(request):
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    articles = Article.objects.published().matching(query) if query else Article.objects.none()
    page = page_of(articles.for_list().newest_first(), request)
    if address := right_address(page, request):
        return redirect(address)
    return render(request, "news/search.html", {"query": query, "page": page})

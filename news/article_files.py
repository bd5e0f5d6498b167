"""Files that belong to an article: its QR code, attachments, videos with their captions.

Each is open exactly as long as its article is: 404 before, 410 afterwards.
"""

from functools import wraps

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from .models import Article, Attachment, Video
from .qr import qr_svg
from .ranges import file_response
from .views import closed_answer


@require_safe
def qr_code(request, slug, year, month, day, pk):
    """The QR code of an article's address; closed exactly when the article is."""
    found = get_object_or_404(Article.objects.for_list(), pk=pk)
    if closed := closed_answer(request, found):
        return closed
    address = found.get_absolute_url()
    if request.path != f"{address}qr.svg":
        return redirect(f"{address}qr.svg", permanent=True)
    return _qr_response(request, address)


@require_safe
def page_qr_code(request, slug):
    """The same for the one article of a column of kind page."""
    found = request.columns.by_slug.get(slug)
    if not (found and found.is_page and Article.objects.published().on_page(found).exists()):
        raise Http404
    return _qr_response(request, found.get_absolute_url())


def _qr_response(request, address) -> HttpResponse:
    return HttpResponse(qr_svg(request.build_absolute_uri(address)), content_type="image/svg+xml")


def with_its_article(model):
    """Gives the view the row of `model`, as long as its article may be read: else 404 or 410."""

    def decorate(view):
        @require_safe
        @wraps(view)
        def guarded(request, pk):
            found = get_object_or_404(model.objects.select_related("article"), pk=pk)
            return closed_answer(request, found.article) or view(request, found)

        return guarded

    return decorate


@with_its_article(Attachment)
def attachment(request, found):
    return attachment_response(found)


def attachment_response(found: Attachment) -> FileResponse:
    """Downloads under the name the file came with."""
    file = _opened(found.open)
    return _boxed(FileResponse(file, as_attachment=True, filename=found.name))


@with_its_article(Video)
def video(request, found):
    return video_response(request, found)


def video_response(request, found: Video):
    response = file_response(
        request, _opened(found.open), etag=f'"{found.file}"', content_type="video/mp4"
    )
    # nginx has no business holding 500 MB, and a withdrawn film must not go on playing from a copy.
    response["Cache-Control"] = "private, no-cache"
    return _boxed(response)


@with_its_article(Video)
def captions(request, found):
    return captions_response(found)


def captions_response(found: Video) -> FileResponse:
    if not found.captions:
        raise Http404
    file = _opened(found.open_captions)
    response = FileResponse(file, content_type="text/vtt; charset=utf-8")
    response["Cache-Control"] = "private, no-cache"
    return _boxed(response)


def _opened(open_file):
    try:
        return open_file()
    except FileNotFoundError:
        raise Http404 from None


def _boxed(response):
    """What staff uploaded never runs in the site's origin."""
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

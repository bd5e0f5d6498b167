"""The old site's addresses: permanently moved to the article of the same old number."""

import re

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accessibility.display import remember
from news.models import Article
from news.views import closed_answer

OLD_ID = re.compile(r"[0-9]{1,20}")


def _moved(request, old_id: str):
    """301 to the article, 410 where it was taken back, 404 for a number never seen."""
    if not OLD_ID.fullmatch(old_id):
        raise Http404
    article = get_object_or_404(Article.objects.for_list(), old_id=old_id)
    closed = closed_answer(request, article)
    return closed or HttpResponsePermanentRedirect(article.get_absolute_url())


@require_safe
def standard_page(request, year, folder, old_id):
    """`/html/czgh/<yyyy>/<code>_<mmdd>/<id>.html`"""
    return _moved(request, old_id)


@require_safe
def elder_page(request):
    """`/content/suitable/show?catid=<c>&id=<id>`: who came to the elder page stays in elder mode."""
    response = _moved(request, request.GET.get("id", ""))
    remember(response, request, request.display.with_mode("elder"))
    response["Cache-Control"] = "no-store"
    return response

"""The old site's addresses: permanently moved to the article of the same old number."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accessibility.display import remember
from news.models import Article


def _moved(old_id: str) -> HttpResponsePermanentRedirect:
    article = get_object_or_404(Article.objects.published().for_list(), old_id=old_id)
    return HttpResponsePermanentRedirect(article.get_absolute_url())


@require_safe
def standard_page(request, year, folder, old_id):
    """`/html/czgh/<yyyy>/<code>_<mmdd>/<id>.html`"""
    return _moved(old_id)


@require_safe
def elder_page(request):
    """`/content/suitable/show?catid=<c>&id=<id>`: who came to the elder page stays in elder mode."""
    response = _moved(request.GET.get("id", ""))
    remember(response, request, request.display.with_mode("elder"))
    response["Cache-Control"] = "no-store"
    return response

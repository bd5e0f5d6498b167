"""The home page and the map of the site."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from news.models import Article, Column

MOST_SECTIONS = 8  # columns on the home page: one query each
HEADLINES = 5  # one with its picture, the rest as a list beside it
ROWS_IN_SECTION = 6


@dataclass(frozen=True)
class Section:
    """One column's place on the home page."""

    column: Column
    articles: list[Article]


@require_safe
def home(request):
    """One query for the headlines and one for each column of the navigation."""
    tree = request.columns
    news = [c for c in tree.navigation() if c.kind == Column.Kind.NEWS]
    headlines = Article.objects.published().in_columns(news).for_list().pinned_first()
    return render(
        request,
        "home.html",
        {
            "headlines": list(headlines[:HEADLINES]),
            "sections": [_section(tree, column) for column in tree.navigation()[:MOST_SECTIONS]],
        },
    )


def _section(tree, column) -> Section:
    articles = Article.objects.published().in_columns(tree.with_below(column))
    return Section(column, list(articles.for_list().pinned_first()[:ROWS_IN_SECTION]))


@require_safe
def site_map(request):
    return render(request, "portal/site_map.html", {"branches": request.columns.branches()})


@require_safe
def robots(request):
    """Crawlers may read everything public; endless search results and the desk are no use to them."""
    address = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", f"Sitemap: {address}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """Browsers ask for it where no page names an icon: in the admin, in downloads."""
    return redirect(static("img/favicon.svg"))


def expired_form(request, reason=""):
    """A form without a valid token: mostly a desk left open overnight."""
    return render(request, "403_form.html", status=403)

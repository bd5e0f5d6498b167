"""The home page and the map of the site."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from .home import compose


@require_safe
def home(request):
    return render(request, "home.html", {"home": compose(request.frame), "is_home": True})


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

"""The home page, the map of the site, and what browsers and crawlers ask for."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from .home import compose

BRAND, PAPER = "#b3141c", "#ffffff"  # --red and --paper of tokens.css, which a manifest cannot read
ICONS = (("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"),
         ("icon-maskable-512.png", 512, "maskable"))  # fmt: skip


@require_safe
def home(request):
    return render(request, "home.html", {"home": compose(request.frame), "is_home": True})


@require_safe
def site_map(request):
    return render(request, "portal/site_map.html", {"branches": request.columns.branches()})


@require_safe
def robots(request):
    """Crawlers may read everything public; the desk, endless search results and
    the way out to other sites are no use to them."""
    address = request.build_absolute_uri(reverse("sitemap"))
    closed = [f"Disallow: {path}" for path in ("/admin/", "/search/", "/leave/")]
    lines = ["User-agent: *", *closed, f"Sitemap: {address}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """Browsers ask for it where no page names an icon: in the admin, in downloads."""
    return redirect(static("img/favicon.svg"))


@require_safe
def manifest(request):
    """What a phone needs to put the site on its home screen, with a way straight into elder mode.

    互联网网站适老化通用设计规范 asks for a shortcut that leads directly to the elder service.
    """
    name = request.frame.identity.name
    elder = {"name": "长者模式", "url": reverse("accessibility:elder"), "icons": [_icon(*ICONS[0])]}
    content = {
        "id": "/",
        "name": name,
        "short_name": name[:12],
        "lang": "zh-CN",
        "start_url": reverse("home"),
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": BRAND,
        "background_color": PAPER,
        "icons": [_icon(*icon) for icon in ICONS],
        "shortcuts": [elder],
    }
    return JsonResponse(
        content,
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )


def _icon(file: str, side: int, purpose: str) -> dict[str, str]:
    return {
        "src": static(f"img/{file}"),
        "sizes": f"{side}x{side}",
        "type": "image/png",
        "purpose": purpose,
    }


def expired_form(request, reason=""):
    """A form without a valid token: mostly a desk left open overnight."""
    return render(request, "403_form.html", status=403)

"""The switch: a plain form sets the display cookie and returns to the page it came from. And a door
that opens straight into elder mode."""

from urllib.parse import urlsplit

from django.http import HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from .display import remember


def is_foreign(request) -> bool:
    """Whether another site sent the form.

    Public pages carry no CSRF token (it would make every page differ), so the browser's own word is
    taken: `Sec-Fetch-Site`, or `Origin` where a browser does not send the former.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()


def safe_return_path(request) -> str:
    target = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if allowed else "/"


@csrf_exempt
@never_cache
@require_POST
def switch(request):
    """Form fields: `mode` (standard, elder), `size` (larger, smaller), `next` (path to return to).

    A script sends the whole `variant` with `Accept: application/json` and gets 204. Both answers carry
    `Clear-Site-Data: "cache"`: without it Chromium shows the old mode after Back.
    """
    if is_foreign(request):
        return HttpResponseForbidden("显示方式只能在本网站的页面上切换。")
    display = request.display
    display = display.with_variant(request.POST.get("variant", ""))
    display = display.with_mode(request.POST.get("mode", ""))
    display = display.with_size(request.POST.get("size", ""))
    if "application/json" in request.headers.get("Accept", ""):
        response = HttpResponse(status=204)
    else:
        response = HttpResponseRedirect(safe_return_path(request))
        response.status_code = 303
    return changed(response, request, display)


@never_cache
@require_safe
def elder(request):
    """The address of elder mode: for a bookmark, the phone's shortcut, a link from another office.

    A GET that sets the display cookie can do no harm: one click leads back (退出长者模式), and as a
    third party's picture or frame the browser drops the cookie (SameSite=Lax).
    """
    return changed(HttpResponseRedirect("/"), request, request.display.with_mode("elder"))


def changed(response, request, display):
    """The answer with the new display in the cookie, and no old copies left in the browser."""
    remember(response, request, display)
    response["Clear-Site-Data"] = '"cache"'
    return response

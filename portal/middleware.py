"""The headers every answer carries, and the frame every page shows."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.defaults import bad_request, page_not_found

from news.outside import Outside

from .frame import load_frame
from .showing import is_read_again

log = logging.getLogger(__name__)

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'self'"
)
# CKEditor 4 needs inline styles and inline event handlers, never inline <script>: measured with the
# divarea plugin. data: and blob: are pictures on their way from the clipboard to the upload.
STAFF_POLICY = (
    "default-src 'none'; script-src-elem 'self'; script-src-attr 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; media-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "object-src 'none'; frame-ancestors 'self'"
)
# Errors are no answer to keep: a 400 or 500 must not push a good copy out of nginx.
SAFE = ("GET", "HEAD")
STORABLE = {200, 301, 302, 304, 404, 410}
# How long nginx may hold a public page. It counts in whole seconds and to the end of the last: a
# copy lives 1 to 2 s, and what is withdrawn or expires is gone within 2.
FRESH_SECONDS = 1
# A copy may be shown this long: the switch of mourning or of a notice bar must not fall within it.
LONGEST_COPY = timedelta(seconds=FRESH_SECONDS + 1)


class ResponsePolicyMiddleware:
    """Content security policy by path, and who may keep a copy of the answer.

    A public page depends on its URL and the display variant only; browsers ask again each time and
    get 304. An answer that set its own `Cache-Control`, touched the session or is not a GET or
    is an error is private: nginx never stores it (DESIGN.md, fact 3). Nor does it store rows under
    an address that no withdrawal reads again.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""  # gunicorn 27 writes a line into the log for each body it drops
        staff = request.path.startswith(reverse("admin:index"))
        response.headers.setdefault(
            "Content-Security-Policy", STAFF_POLICY if staff else PUBLIC_POLICY
        )
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if request.path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
            return response
        private = staff or "Cookie" in response.get("Vary", "") or request.method not in SAFE
        unfit = response.status_code not in STORABLE or response.has_header("Cache-Control")
        public = not (private or unfit)
        response.headers.setdefault("Cache-Control", "no-cache" if public else "private, no-store")
        stored = public and (response.status_code != 200 or is_read_again(request))
        fresh = FRESH_SECONDS if stored and not self._switches_soon(request) else 0
        response.headers["X-Accel-Expires"] = str(fresh)
        return response

    def _switches_soon(self, request) -> bool:
        """Whether a copy would outlive the next switch of mourning or of a notice bar."""
        switch = getattr(request, "next_switch", None)
        return switch is not None and switch <= timezone.now() + LONGEST_COPY


class NulFreeMiddleware:
    """Refuses addresses with a NUL character, which PostgreSQL cannot compare with anything."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request, SuspiciousOperation())
        return self.get_response(request)


class FrameMiddleware:
    """Gives views and templates `request.frame`, and to the rooms below `request.columns` and
    `request.outside`, which knows the links that leave the site.

    `request.next_switch` is known only once a page has asked for its frame: no query for the rest.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def process_exception(self, request, exception):
        """503 while the database is away: a front shows its copies then (deploy/nginx.conf)."""
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        log.error("the database does not answer: %r", exception)
        return HttpResponse(render_to_string("500.html"), status=503)

    def __call__(self, request):
        def load():
            frame = load_frame()
            request.next_switch = frame.next_switch
            return frame

        request.frame = SimpleLazyObject(load)
        request.columns = SimpleLazyObject(lambda: request.frame.columns)
        request.outside = SimpleLazyObject(lambda: outside_of(request))
        return self.get_response(request)


def outside_of(request) -> Outside:
    identity = request.frame.identity
    own = (request.get_host(), identity.domain, *settings.ALLOWED_HOSTS)
    return Outside.beyond(*own, trusted=identity.trusted)


class PlainNotFoundMiddleware:
    """In development, citizens' own 404 page instead of Django's technical one.

    Only installed with DEBUG: what `make run` shows is what the public gets, and the technical page
    breaks the content security policy.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404:
            return page_not_found(request, Http404())
        return response

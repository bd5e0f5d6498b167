"""The headers every answer carries, and the frame every page shows."""

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.views.defaults import bad_request, page_not_found

from .frame import load_frame

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
FRESH_SECONDS = 2  # how long nginx may hold a public page: withdrawn is gone within 2 seconds


class ResponsePolicyMiddleware:
    """Content security policy by path, and who may keep a copy of the answer.

    A public page depends on its URL and the display variant only; browsers ask again each time and
    get 304. An answer that set its own `Cache-Control`, touched the session or is not a GET or
    is an error is private: nginx never stores it (DESIGN.md, fact 3).
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
        response.headers["X-Accel-Expires"] = str(FRESH_SECONDS if public else 0)
        return response


class NulFreeMiddleware:
    """Refuses addresses with a NUL character, which PostgreSQL cannot compare with anything."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request, SuspiciousOperation())
        return self.get_response(request)


class FrameMiddleware:
    """Gives views and templates `request.frame`, and `request.columns` for the rooms below."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.frame = SimpleLazyObject(load_frame)
        request.columns = SimpleLazyObject(lambda: request.frame.columns)
        return self.get_response(request)


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

"""Puts the reader's `Display` on the request, as `request.display`."""

from .display import COOKIE_NAME, Display


class DisplayMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.display = Display.from_cookie(request.COOKIES.get(COOKIE_NAME))
        return self.get_response(request)

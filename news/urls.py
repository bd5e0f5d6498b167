from django.urls import path, register_converter

from . import article_files, views


class Digits:
    """A run of digits of fixed length, kept as text."""

    def __init_subclass__(cls, length: int):
        cls.regex = f"[0-9]{{{length}}}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


class FourDigits(Digits, length=4):
    pass


class TwoDigits(Digits, length=2):
    pass


register_converter(FourDigits, "yyyy")
register_converter(TwoDigits, "mm")

app_name = "news"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("attachments/<int:pk>/", article_files.attachment, name="attachment"),
    path("leave/", views.leave, name="leave"),
    path("videos/<int:pk>/", article_files.video, name="video"),
    path("videos/<int:pk>/captions.vtt", article_files.captions, name="captions"),
    path("<slug:slug>/", views.column, name="column"),
    path("<slug:slug>/qr.svg", article_files.page_qr_code, name="page_qr_code"),
    path("<slug:slug>/<yyyy:year>/<mm:month>/<mm:day>/<int:pk>/", views.article, name="article"),
    path(
        "<slug:slug>/<yyyy:year>/<mm:month>/<mm:day>/<int:pk>/qr.svg",
        article_files.qr_code,
        name="qr_code",
    ),
]

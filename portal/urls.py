"""The map of the site. Columns come last: their addresses are whatever is left."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import health, legacy, media, views
from .feeds import ArticleFeed
from .sitemaps import SITEMAPS

urlpatterns = [
    path("", views.home, name="home"),
    path("map/", views.site_map, name="site_map"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    # Never stored: of a large site it takes seconds, too long to be read again at a withdrawal.
    path("sitemap.xml", never_cache(require_safe(sitemap)), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("feed/", require_safe(ArticleFeed()), name="feed"),
    path("<slug:slug>/feed/", require_safe(ArticleFeed()), name="column_feed"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("media/pictures/<path:path>", media.picture, name="picture"),
    path(
        "html/czgh/<int:year>/<str:folder>/<str:old_id>.html",
        legacy.standard_page,
        name="legacy_standard_page",
    ),
    path("content/suitable/show", legacy.elder_page, name="legacy_elder_page"),
    path("admin/", admin.site.urls),
    path("", include("accessibility.urls")),
    path("", include("news.urls")),
]

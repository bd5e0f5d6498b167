"""sitemap.xml: the home page, the columns and every published article."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from news.models import Article, Column


class FixedPages(Sitemap):
    def items(self):
        return ["home", "site_map"]

    def location(self, item):
        return reverse(item)


class Columns(Sitemap):
    def items(self):
        return Column.objects.all()


class Articles(Sitemap):
    def items(self):
        outside_pages = Article.objects.published().exclude(home_column__kind=Column.Kind.PAGE)
        return outside_pages.filter(jump_link="").for_list().newest_first()

    def lastmod(self, article):
        return article.updated_at


SITEMAPS = {"pages": FixedPages, "columns": Columns, "articles": Articles}

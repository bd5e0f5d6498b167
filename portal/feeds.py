"""RSS of the whole site and of each column: the newest published articles."""

from dataclasses import dataclass

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse

from news.models import Article, Column
from news.validators import one_line

from .frame import Frame

NEWEST = 30  # items in a feed


@dataclass(frozen=True)
class Subject:
    """What one feed is about. A Feed object serves all threads, so nothing is kept on it."""

    frame: Frame
    column: Column | None = None


class ArticleFeed(Feed):
    """The site's feed, or a column's where the address names one."""

    def get_object(self, request, slug=None):
        if slug is None:
            return Subject(request.frame)
        column = request.columns.by_slug.get(slug)
        if column is None:
            raise Http404
        return Subject(request.frame, column)

    def title(self, subject):
        site = subject.frame.identity.name
        return one_line(f"{subject.column.name} - {site}" if subject.column else site)

    def link(self, subject):
        return subject.column.get_absolute_url() if subject.column else reverse("home")

    def description(self, subject):
        about = subject.column or subject.frame.identity
        return one_line(about.description or about.name)

    def items(self, subject):
        articles = Article.objects.published()
        if subject.column:
            articles = articles.in_columns(subject.frame.columns.with_below(subject.column))
        return articles.for_list().newest_first()[:NEWEST]

    def item_title(self, article):
        return one_line(article.title)

    def item_description(self, article):
        return one_line(article.summary)

    def item_pubdate(self, article):
        return article.publish_at

"""Document -> Article: through the same rules as the desk, and never twice."""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from news.models import Article, Attendance, Column, Source

from .reader import Document


class NoColumn(ValueError):
    """The page's breadcrumb names no column of this site, and no other was given."""


@transaction.atomic
def write_article(document: Document, *, column: Column | None = None, attendance=()) -> Article:
    """Stores the page as an article, published at the start of its original day.

    `attendance` is an iterable of dicts with the fields of `Attendance`, in order. A page already
    here (same `old_id`) is returned as it is: staff may have mended it since. A page without a date
    becomes a draft. Raises `NoColumn`, and `ValidationError` where the article breaks a rule.
    """
    known = Article.objects.filter(old_id=document.old_id).first() if document.old_id else None
    if known:
        return known
    article = Article(
        title=document.title or "",
        home_column=_column(document, column),
        body=document.body_html(),
        source=_source(document.source),
        author=document.byline or "",
        editor=document.editor or "",
        old_id=document.old_id,
    )
    if document.date:
        day = datetime.combine(document.date, time.min)
        article.publish_at = timezone.make_aware(day)
        article.state = Article.State.PUBLISHED
    article.full_clean()
    article.save()
    write_attendance(article, attendance)
    return article


def write_attendance(article: Article, rows) -> None:
    """Stores the attendee list of an article that has none, numbered in the order given."""
    for order, row in enumerate(rows, start=1):
        attendance = Attendance(article=article, order=order, **row)
        attendance.full_clean()
        attendance.save()


def _column(document: Document, fallback: Column | None) -> Column:
    """The column the breadcrumb ends in, looked up by name from the last step backwards."""
    for name in reversed(document.columns):
        found = Column.objects.filter(name=name).order_by("pk").first()
        if found:
            return found
    if fallback is None:
        raise NoColumn("页面没有写明栏目，请用 --column 指定，例如 --column ghyw。")
    return fallback


def _source(name: str | None) -> Source | None:
    return Source.objects.get_or_create(name=name)[0] if name else None

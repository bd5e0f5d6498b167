"""The questions asked about articles; first of all, which of them may be read now."""

from datetime import datetime

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from .attendance import Attendance
from .column import Column


class ArticleQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None):
        """What the public may read at this moment. Every public page asks this and only this.

        Visibility is computed here, so that no job has to run for an article to appear or vanish.
        """
        at = at or timezone.now()
        return (
            self.filter(state=self.model.State.PUBLISHED)
            .filter(publish_at__lte=at)
            .filter(Q(expire_at__isnull=True) | Q(expire_at__gt=at))
        )

    def in_columns(self, columns: list[Column]):
        """Articles whose home column or one of whose further columns is among `columns`."""
        ids = [column.pk for column in columns]
        further = self.model.columns.through.objects.filter(column_id__in=ids)
        return self.filter(Q(home_column_id__in=ids) | Q(pk__in=further.values("article_id")))

    def on_page(self, column: Column):
        """What a column of kind page may show: the newest of the articles at home there."""
        return self.filter(home_column=column).newest_first()

    def newest_first(self):
        return self.order_by("-publish_at", "-pk")

    def pinned_first(self, at: datetime | None = None):
        """Newest first, below those whose pin has not yet ended."""
        at = at or timezone.now()
        pinned = Case(When(pinned_until__gt=at, then=Value(1)), default=Value(0))
        return self.annotate(is_pinned=pinned).order_by("-is_pinned", "-publish_at", "-pk")

    def for_list(self):
        """With what a row of a list shows, and without the text."""
        return self.select_related("home_column", "cover").defer("body")

    def for_page(self):
        """With what the article's own page shows besides its rows."""
        return self.select_related("home_column", "cover", "source")

    def matching(self, words: str):
        """Articles that hold every word in title, summary, text, paper record or attendee list."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(title__icontains=word)
                | Q(subtitle__icontains=word)
                | Q(summary__icontains=word)
                | Q(body__icontains=word)
                | Q(document_number__icontains=word)
                | Q(issuer__icontains=word)
                | Q(pk__in=Attendance.objects.filter(name__icontains=word).values("article_id"))
            )
        return found

    def neighbours(self, article, at: datetime | None = None):
        """The one before and the one after in the article's home column, in one query.

        Returns `(older, newer)`, each the nearest article or None.
        """
        row = self.published(at).filter(home_column_id=article.home_column_id)
        here = Q(publish_at=article.publish_at)
        before = row.filter(Q(publish_at__lt=article.publish_at) | here & Q(pk__lt=article.pk))
        after = row.filter(Q(publish_at__gt=article.publish_at) | here & Q(pk__gt=article.pk))
        both = self.for_list().filter(
            Q(pk=models.Subquery(before.order_by("-publish_at", "-pk").values("pk")[:1]))
            | Q(pk=models.Subquery(after.order_by("publish_at", "pk").values("pk")[:1]))
        )
        older = newer = None
        for other in both:
            if (other.publish_at, other.pk) < (article.publish_at, article.pk):
                older = other
            else:
                newer = other
        return older, newer

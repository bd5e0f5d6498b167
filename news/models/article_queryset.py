"""The questions asked about articles; first of all, which of them may be read now."""

from collections import defaultdict
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

    def columns_in_use(self) -> set[int]:
        """Ids of the columns these articles are at home in or also appear in; one query."""
        home = self.order_by().values_list("home_column_id", flat=True)
        further = self.model.columns.through.objects.filter(article__in=self.order_by())
        return set(home.union(further.values_list("column_id", flat=True)))

    def newest_first(self):
        return self.order_by("-publish_at", "-pk")

    def pinned_first(self, at: datetime | None = None):
        """Newest first, below those whose pin has not yet ended."""
        at = at or timezone.now()
        pinned = Case(When(pinned_until__gt=at, then=Value(1)), default=Value(0))
        return self.annotate(is_pinned=pinned).order_by("-is_pinned", "-publish_at", "-pk")

    def first_of_each(self, shelves, at: datetime | None = None) -> list[list]:
        """The first articles of each shelf, a pair `(columns, most)`: pinned ones, then the newest.

        Two queries for all shelves together. An article may stand on several of them.
        """
        shelves_of = defaultdict(list)
        for number, pk in self._places_on(shelves, at):
            shelves_of[pk].append(number)
        found = [[] for _ in shelves]
        for article in self.filter(pk__in=shelves_of).for_list().pinned_first(at):
            for number in shelves_of[article.pk]:
                found[number].append(article)
        return found

    def _places_on(self, shelves, at: datetime | None):
        """Pairs of a shelf's number and an article's id, in one query."""
        parts = []
        for number, (columns, most) in enumerate(shelves):
            first = self.in_columns(columns).pinned_first(at).values("pk")[:most]
            # SQLite takes no LIMIT in a part of a UNION, but does in a subquery of one.
            part = self.model.objects.filter(pk__in=first).order_by()
            parts.append(part.annotate(shelf=Value(number)).values_list("shelf", "pk"))
        return parts[0].union(*parts[1:], all=True) if parts else []

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

    def official_papers(self, words="", issuer="", year=None, validity=""):
        """Those with every word in title or document number, and with the issuer, the year of
        issue and the validity asked for. An empty question asks nothing."""
        found = self
        for word in words.split():
            found = found.filter(Q(title__icontains=word) | Q(document_number__icontains=word))
        if issuer:
            found = found.filter(issuer=issuer)
        if year:
            found = found.filter(issued_on__year=year)
        if validity:
            found = found.filter(validity=validity)
        return found

    def paper_records(self):
        """The different `(issuer, year of issue, validity)` among these articles."""
        return self.order_by().values_list("issuer", "issued_on__year", "validity").distinct()

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

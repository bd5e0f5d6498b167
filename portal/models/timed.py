"""What is on between two times, at request time: no job has to run for it to begin or end."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class TimedQuerySet(models.QuerySet):
    def not_over(self, at: datetime | None = None):
        """Those that are on at `at` (default: now) or will be."""
        return self.filter(ends_at__gt=at or timezone.now())


class Timed(models.Model):
    """On from `starts_at` until just before `ends_at`; both are fields of the child."""

    objects = TimedQuerySet.as_manager()

    class Meta:
        abstract = True

    def is_on(self, at: datetime | None = None) -> bool:
        return self.starts_at <= (at or timezone.now()) < self.ends_at


def ends_after_start(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(ends_at__gt=F("starts_at")),
        name=name,
        violation_error_message="结束时间应晚于开始时间。",
    )

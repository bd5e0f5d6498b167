"""What frames every page, read in one query: identity, phones, links, what is timed, columns.

A public page may cost few queries (article 5, list 3), so the six small tables come as one UNION
of `(kind, JSON object)` rows, the same on SQLite and PostgreSQL, always fresh and with nothing to
invalidate.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import CharField, F, Func, Q, QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils import timezone

from news.models import Column, ColumnTree, Picture

from .models import (
    PICTURE_ROLES,
    FriendlyLink,
    MourningPeriod,
    NoticeBar,
    ServicePhone,
    SiteIdentity,
)

COLUMN_FIELDS = (
    "id", "name", "slug", "parent_id", "order", "kind", "column_type", "description", "keywords",
    "in_navigation",
)  # fmt: skip


@dataclass(frozen=True)
class Frame:
    identity: SiteIdentity
    phones: list[ServicePhone]
    links: list[FriendlyLink]
    notices: list[NoticeBar]
    in_mourning: bool
    columns: ColumnTree
    # When a notice bar or a mourning period next begins or ends: no copy may be kept beyond.
    next_switch: datetime | None


# What this process last read of mourning: error pages ask it while the database is down.
_known_mourning: list[MourningPeriod] = []


def is_known_mourning(at: datetime | None = None) -> bool:
    """Whether the site mourns at `at`, as far as the last frame of this process told. No query."""
    return any(period.is_on(at) for period in _known_mourning)


def load_frame(at: datetime | None = None) -> Frame:
    """The frame as it is to be shown at `at` (default: now). One query, even on a cold process."""
    global _known_mourning
    at = at or timezone.now()
    found = _read(at)
    notices = [_timed(NoticeBar, values) for values in sorted(found.get("notice", []), key=_age)]
    mourning = [_timed(MourningPeriod, values) for values in found.get("mourning", [])]
    _known_mourning = mourning
    return Frame(
        identity=_identity(found),
        phones=_in_order(ServicePhone(**values) for values in found.get("phone", [])),
        links=_in_order(FriendlyLink(**values) for values in found.get("link", [])),
        notices=[notice for notice in notices if notice.is_on(at)],
        in_mourning=any(period.is_on(at) for period in mourning),
        columns=ColumnTree(Column(**values) for values in found.get("column", [])),
        next_switch=_next_switch([*notices, *mourning], at),
    )


def _read(at: datetime) -> dict[str, list[dict]]:
    """Rows of each kind, as the values of their fields."""
    identity_fields = [field.attname for field in SiteIdentity._meta.fields]
    times = ("id", "starts_at", "ends_at")
    rows = [
        _rows("identity", SiteIdentity.objects.all(), identity_fields),
        _rows("picture", _identity_pictures(), ("id", "file", "alt", "width", "height")),
        _rows("phone", ServicePhone.objects.all(), ("id", "label", "number", "hours", "order")),
        _rows("link", FriendlyLink.objects.all(), ("id", "name", "address", "order")),
        _rows("notice", NoticeBar.objects.not_over(at), (*times, "text", "address")),
        _rows("mourning", MourningPeriod.objects.not_over(at), times),
        _rows("column", Column.objects.all(), COLUMN_FIELDS),
    ]
    found: dict[str, list[dict]] = {}
    for kind, values in rows[0].union(*rows[1:], all=True):
        found.setdefault(kind, []).append(values)
    return found


class RowObject(JSONObject):
    """A row as JSON. Django first asks SQLite whether it knows JSON, three queries a connection;
    ours is bundled with Python 3.11 and does."""

    def as_sql(self, compiler, connection, **context):
        return Func.as_sql(self, compiler, connection, **context)


def _rows(kind: str, queryset: QuerySet, fields) -> QuerySet:
    return queryset.order_by().values_list(
        Value(kind, output_field=CharField()), RowObject(**{name: F(name) for name in fields})
    )


def _identity_pictures() -> QuerySet:
    used = Q()
    for role in PICTURE_ROLES:
        used |= Q(pk__in=SiteIdentity.objects.values(f"{role}_id"))
    return Picture.objects.filter(used)


def _identity(found: dict[str, list[dict]]) -> SiteIdentity:
    """The record with its pictures attached, or a plain default before the first one is saved."""
    values = found.get("identity", [{}])[0]
    pictures = {row["id"]: Picture(**row) for row in found.get("picture", [])}
    identity = SiteIdentity(**values)
    for role in PICTURE_ROLES:
        setattr(identity, role, pictures.get(values.get(f"{role}_id")))
    return identity


def _timed(model, values: dict):
    """The row with its times as times; within JSON they are text, on SQLite without a zone."""
    times = {name: _time(values[name]) for name in ("starts_at", "ends_at")}
    return model(**(values | times))


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _next_switch(timed: list, at: datetime) -> datetime | None:
    times = [time for row in timed for time in (row.starts_at, row.ends_at)]
    return min((time for time in times if time > at), default=None)


def _age(values: dict) -> int:
    return values["id"]


def _in_order(rows) -> list:
    return sorted(rows, key=lambda row: (row.order, row.pk))

"""Two people on one article: the later save is refused, and both texts are shown side by side.

Western CMSs have been asked for this for years; a lock that can be taken over loses text as well.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model
from django.utils import timezone

from .richtext import plain_text


@dataclass(frozen=True)
class Difference:
    """One field in which the stored article and the form differ, as words for people."""

    label: str
    stored: str
    typed: str


def differences(stored: Model, form) -> list[Difference]:
    """The fields of a cleaned model form that differ from the stored row, in the form's order."""
    found = []
    for name, typed in form.cleaned_data.items():
        field = next((field for field in stored._meta.get_fields() if field.name == name), None)
        if field is None:
            continue
        before = _as_typed(stored, field)
        if (before or "") != (_as_typed_value(field, typed) or ""):
            found.append(_difference(field, before, typed))
    return found


def row_differences(stored: Model, data: Mapping) -> list[Difference]:
    """Attendees, attachments and videos that differ: as they are stored, and as the form sent them.

    Read from the posted data itself: a row whose stored one is gone by now is invalid in its form,
    and just then the person must see it.
    """
    kinds = (
        ("出席人员", "attendances", _attendee),
        ("附件", "attachments", lambda row: row("name")),
        ("视频", "videos", lambda row: row("title")),
    )
    found = []
    for label, prefix, describe in kinds:
        mine = [describe(row) for row in _posted_rows(data, prefix)]
        theirs = [describe(_stored_row(row)) for row in getattr(stored, prefix).all()]
        kept, typed = _changed(theirs, [words for words in mine if words])
        if kept or typed:
            found.append(Difference(label, _lines(kept), _lines(typed)))
    return found


def _attendee(row) -> str:
    """Name, positions, parts; empty for a row that nobody filled in."""
    parts = [
        row("name").strip(),
        "、".join(row("positions").split("\n")),
        "、".join(row("parts").split("\n")),
    ]
    return "　".join(part.replace("\r", "") for part in parts if part) if parts[0] else ""


def _posted_rows(data: Mapping, prefix: str) -> list:
    """A reader `field name -> words` for each posted row that stays, in the order typed."""
    count = int(data.get(f"{prefix}-TOTAL_FORMS") or 0)
    kept = [n for n in range(count) if not data.get(f"{prefix}-{n}-DELETE")]
    kept.sort(key=lambda n: (int(data.get(f"{prefix}-{n}-order") or count), n))
    return [lambda name, n=n: "\n".join(data.getlist(f"{prefix}-{n}-{name}")) for n in kept]


def _stored_row(row: Model):
    def words(name: str) -> str:
        value = getattr(row, name)
        return "\n".join(value) if isinstance(value, list) else value

    return words


def _as_typed(stored: Model, field):
    if field.many_to_many:
        return list(getattr(stored, field.name).all())
    return _as_typed_value(field, getattr(stored, field.name))


def _as_typed_value(field, value):
    """What a form can hold of a value: a time has no fractions of a second there."""
    if field.many_to_many:
        return list(value)
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


def _difference(field, before, typed) -> Difference:
    label = str(field.verbose_name)
    if field.name == "body":
        return Difference(label, *_changed_lines(before, typed))
    return Difference(label, _words(field, before), _words(field, typed))


def _words(field, value) -> str:
    if field.many_to_many:
        return "、".join(map(str, value)) or "（空）"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    choices = dict(field.flatchoices)
    return str(choices.get(value, value) or "（空）")


def _changed_lines(before: str, typed: str) -> tuple[str, str]:
    """Only the paragraphs that differ, each side's own."""
    kept, mine = _changed(_paragraphs(before), _paragraphs(typed))
    return _lines(kept), _lines(mine)


def _changed(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    kept, mine = [], []
    for step, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step != "equal":
            kept += old[a:b]
            mine += new[c:d]
    return kept, mine


def _lines(words: list[str]) -> str:
    return "\n".join(words) or "（没有）"


def _paragraphs(html: str) -> list[str]:
    ends = html.replace("</p>", "</p>\n").replace("</h2>", "</h2>\n").replace("</li>", "</li>\n")
    return [words for line in ends.splitlines() if (words := plain_text(line))]

"""Two people on one article: the later save is refused, and both texts are shown side by side.

Western CMSs have been asked for this for years; a lock that can be taken over loses text as well.
"""

import difflib
from dataclasses import dataclass

from django.db.models import ManyToManyField, Model

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
        if field is None or isinstance(field, ManyToManyField):
            continue
        before = getattr(stored, name)
        if (before or "") != (typed or ""):
            found.append(_difference(field, before, typed))
    return found


def _difference(field, before, typed) -> Difference:
    label = str(field.verbose_name)
    if field.name == "body":
        return Difference(label, *_changed_lines(before, typed))
    return Difference(label, _words(field, before), _words(field, typed))


def _words(field, value) -> str:
    choices = dict(field.flatchoices)
    return str(choices.get(value, value) or "（空）")


def _changed_lines(before: str, typed: str) -> tuple[str, str]:
    """Only the paragraphs that differ, each side's own."""
    old, new = (_paragraphs(html) for html in (before, typed))
    kept, mine = [], []
    for step, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step != "equal":
            kept += old[a:b]
            mine += new[c:d]
    return "\n".join(kept) or "（没有这些段落）", "\n".join(mine) or "（没有这些段落）"


def _paragraphs(html: str) -> list[str]:
    ends = html.replace("</p>", "</p>\n").replace("</h2>", "</h2>\n").replace("</li>", "</li>\n")
    return [words for line in ends.splitlines() if (words := plain_text(line))]

"""extract(text) -> Extraction: the people who took part, what shows it, and what was left over."""

from dataclasses import dataclass

from .acts import read_acts
from .leftovers import doubt_of, find_groups, gaps_between
from .mentions import find_mentions
from .parts import PARTS
from .people import Gathered, gather
from .text import hide_bylines, normalise, sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end] of the input; kind: name, position, part, group."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who took part, as printed. confidence 0..1; reason says in Chinese why not 1."""

    name: str
    positions: tuple[str, ...]
    parts: tuple[str, ...]
    pieces: tuple[Piece, ...]
    confidence: float
    reason: str

    def as_row(self) -> dict:
        """The fields of an attendance row."""
        return {
            "name": self.name,
            "is_group": False,
            "positions": list(self.positions),
            "parts": list(self.parts),
        }


@dataclass(frozen=True, slots=True)
class Group:
    """People who were there without a name, as written; parts is empty where the text gives none."""

    name: str
    parts: tuple[str, ...]
    start: int
    end: int

    def as_row(self) -> dict:
        return {"name": self.name, "is_group": True, "positions": [], "parts": list(self.parts)}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A person named in the text who is no attendee, and why."""

    name: str
    reason: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Residue:
    """text[start:end] of an attendance sentence that no piece covers; doubt: what it may hide."""

    start: int
    end: int
    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a text says of who took part.

    sentences are the (start, end) of the attendance sentences, in order; pieces and residue
    together cover each of them exactly.
    """

    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...]
    sentences: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]
    residue: tuple[Residue, ...]

    def rows(self) -> list[dict]:
        """The attendance rows to propose: the people, then the groups that a list names."""
        listed = [group for group in self.groups if group.parts]
        return [row.as_row() for row in (*self.people, *listed)]

    def as_prediction(self, page_id: str) -> dict:
        """The record of `extract_attendees`."""
        return {
            "id": page_id,
            "attendees": [
                {"name": p.name, "positions": list(p.positions), "part": "|".join(p.parts)}
                for p in self.people
            ],
            "groups": list(dict.fromkeys(group.name for group in self.groups)),
        }


def extract(text: str) -> Extraction:
    """The people that took part in what `text` tells of. Raises nothing for any str."""
    plain = hide_bylines(normalise(text))
    own = sentences(text, plain)
    rows = find_mentions(plain, own)
    readings = [read_acts(plain, s, row) for s, row in zip(own, rows, strict=True)]
    gathered = _gathered(rows, readings)
    at_event = any(person.took_part() for person in gathered)
    everyone = [(person, person.parts(plain, at_event)) for person in gathered]
    people = tuple(_person(text, person, parts) for person, parts in everyone if parts)
    left_out = tuple(_left_out(person) for person, parts in everyone if not parts)
    telling = [r for r, row in zip(readings, rows, strict=True) if row or r.tells_attendance]
    return _assemble(text, plain, telling, people, left_out)


def _gathered(rows, readings) -> list[Gathered]:
    return gather(
        [mention for row in rows for mention in row],
        [act for reading in readings for act in reading.acts],
        [passed for reading in readings for passed in reading.passed_over],
    )


def _assemble(text, plain, readings, people, left_out) -> Extraction:
    attending = [reading.sentence for reading in readings]
    pieces = _apart(piece for person in people for piece in person.pieces)
    named = {span: person.reason for person in left_out for span in person.spans}
    gaps = gaps_between(attending, pieces)
    spans = [span for gap in gaps for span in find_groups(plain, *gap)]
    pieces = _apart([*pieces, *(Piece(s, e, "group", text[s:e]) for s, e in spans)])
    return Extraction(
        people=people,
        groups=tuple(Group(text[s:e], _part_at(readings, s), s, e) for s, e in spans),
        left_out=left_out,
        sentences=tuple((sentence.start, sentence.end) for sentence in attending),
        pieces=tuple(pieces),
        residue=tuple(
            Residue(s, e, text[s:e], doubt_of(plain, s, e, named))
            for s, e in gaps_between(attending, pieces)
        ),
    )


def _part_at(readings, place: int) -> tuple[str, ...]:
    """The part of a group by the list it stands in: 参加的还有…职工代表."""
    lists = (listed for reading in readings for listed in reading.lists)
    return tuple(dict.fromkeys(part for start, end, part in lists if start <= place < end))


def _apart(pieces) -> list[Piece]:
    """The pieces in order, without those that begin inside another."""
    kept: list[Piece] = []
    for piece in sorted(set(pieces), key=lambda piece: (piece.start, piece.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _person(text: str, person: Gathered, parts) -> Person:
    titles = person.titles()
    confidence, reason = person.confidence(parts)
    spans = [(m.name_start, m.name_end, "name") for m in person.mentions]
    spans += [(t.start, t.end, "position") for m in person.mentions for t in m.titles]
    spans += [(act.start, act.end, "part") for _part, act in parts]
    return Person(
        name=person.name,
        positions=tuple(text[t.start : t.end] for t in titles),
        parts=tuple(sorted((part for part, _act in parts), key=PARTS.index)),
        pieces=tuple(Piece(s, e, kind, text[s:e]) for s, e, kind in sorted(set(spans))),
        confidence=confidence,
        reason=reason,
    )


def _left_out(person: Gathered) -> LeftOut:
    spans = tuple((m.name_start, m.name_end) for m in person.mentions)
    return LeftOut(person.name, person.reason_left_out(), spans)

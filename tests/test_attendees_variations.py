"""How the news write who took part: tests/data/attendee_variations.txt, one sentence or page a case."""

import re
from pathlib import Path

import pytest

from news.attendees import extract

FILE = Path(__file__).parent / "data" / "attendee_variations.txt"
PERSON = re.compile(r"[^:：，。\s]{1,12}:[^:]*:[^:]*")


def cases():
    for block in FILE.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
        people = [line for line in lines if PERSON.fullmatch(line)]
        text = "\n".join(line for line in lines if line not in people)
        if text:
            yield pytest.param(text, people, id=text[:16])


def as_line(person) -> tuple[str, list[str], set[str]]:
    return person.name, list(person.positions), set(person.parts)


def from_line(line: str) -> tuple[str, list[str], set[str]]:
    name, positions, parts = line.split(":")
    return name, list(filter(None, positions.split("+"))), set(parts.split("|"))


@pytest.mark.parametrize(("text", "people"), list(cases()))
def test_the_people_who_took_part_are_found_with_their_titles_and_parts(text, people):
    assert [as_line(person) for person in extract(text).people] == [from_line(p) for p in people]


def test_many_cases_have_nobody():
    found = list(cases())
    assert len(found) > 120
    assert sum(not case.values[1] for case in found) >= 15

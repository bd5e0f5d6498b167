"""Scores the extractor on labelled articles: `python -m tests.attendee_score PATH… [--misses]`.

A line of a file: {"id", "text", "attendees": [{"name", "positions", "part": "出席|讲话"}]}. Names count
over all people; positions and parts over the people found. The words that jieba.posseg tags as
names of persons are printed beside, as what one gets without rules.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from news.attendees import extract


def read(path: str) -> list[dict]:
    return [json.loads(line) for line in Path(path).read_text("utf-8-sig").splitlines() if line]


def ours(text: str) -> dict[str, tuple[set, set]]:
    return {p.name: (set(p.positions), set(p.parts)) for p in extract(text).people}


def baseline(text: str) -> dict[str, tuple[set, set]]:
    from jieba import posseg

    words = (pair for pair in posseg.cut(text) if pair.flag.startswith("nr"))
    return {pair.word: (set(), set()) for pair in words if len(pair.word) > 1}


def labelled(record: dict) -> dict[str, tuple[set, set]]:
    return {
        "".join(person["name"].split()): (
            {plain(position) for position in person["positions"]},
            set(filter(None, person["part"].split("|"))),
        )
        for person in record["attendees"]
    }


def plain(text: str) -> str:
    """Half-width signs and no spaces, as labels and text are compared."""
    return "".join(
        chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in text if c.strip()
    )


def score(records: list[dict], finder, misses: list[str] | None = None) -> dict[str, float]:
    """F1 of names, positions and parts."""
    count: Counter = Counter()
    for record in records:
        want, got = labelled(record), finder(record["text"])
        add(count, "names", set(want), set(got))
        for name in want.keys() & got.keys():
            positions = {plain(position) for position in got[name][0]}
            add(count, "positions", want[name][0], positions)
            add(count, "parts", want[name][1], got[name][1])
            if misses is not None and (want[name][0], want[name][1]) != (positions, got[name][1]):
                misses.append(f"{record['id']} {name}: {want[name]} != {(positions, got[name][1])}")
        if misses is not None and set(want) != set(got):
            misses.append(
                f"{record['id']} {set(want) - set(got)} 没有找到，{set(got) - set(want)} 多出"
            )
    return {kind: f1(count, kind) for kind in ("names", "positions", "parts")}


def add(count: Counter, kind: str, want: set, got: set) -> None:
    count[kind, "hit"] += len(want & got)
    count[kind, "all"] += len(want) + len(got)


def f1(count: Counter, kind: str) -> float:
    return 2 * count[kind, "hit"] / count[kind, "all"] if count[kind, "all"] else 1.0


def main(arguments: list[str]) -> None:
    misses = [] if "--misses" in arguments else None
    for path in arguments:
        if path.startswith("--"):
            continue
        records = read(path)
        for name, finder in (("extract", ours), ("jieba.posseg", baseline)):
            result = score(records, finder, misses if finder is ours else None)
            print(path, name, *(f"{kind} {value:.3f}" for kind, value in result.items()))
    print(*misses or (), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])

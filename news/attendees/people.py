"""Mentions and acts become people: one row each, titles and parts united."""

import re
from dataclasses import dataclass, field

from .acts import VISITED, Act
from .mentions import Mention
from .parts import PARTS
from .titles import Title
from .verbs import CAME, ELECTED, NEUTRAL, OBJECT, PRESENCE, QUOTE, SPEECH, VISIT

_RANK = re.compile(r"(?:原|代|副|常务副|总|执行)?[^副总代原]{1,3}$")
_NO_PARTS = frozenset((SPEECH, QUOTE, PRESENCE, CAME, ELECTED, NEUTRAL, OBJECT))
_OFFICIAL = ("指出", "强调", "要求", "部署", "讲述")
_CARE = re.compile("慰问|看望|送温暖|送清凉|关爱|困难职工|一线职工")
_INSPECTION = re.compile("调研|考察|督导|督查|检查|视察|指导")
_LECTURE = re.compile("宣讲|开讲")
_BEGINNING = 300  # letters of a text that say what the event is


@dataclass(slots=True)
class Gathered:
    """Everything the text says of one name."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        return min(mention.name_start for mention in self.mentions)

    def titles(self) -> list[Title]:
        """The positions to print, a label such as 市领导 only where there is no title."""
        kept: list[Title] = []
        for mention in self.mentions:
            for title in mention.titles:
                if not any(_repeats(title.text, other.text) for other in kept):
                    kept.append(title)
        own = [title for title in kept if not title.is_collective]
        return own or kept

    def parts(self, text: str, at_event: bool = True) -> list[tuple[str, Act]]:
        """The parts with the first act that shows each, in the order of the text.

        Where nobody is said to have been at an event, who 表示s something is only quoted.
        """
        shown = {}
        for act in self.acts:
            part = _walk_part(text) if act.part == VISIT else act.part
            shown.setdefault(part, act)
        plain = {p: a for p, a in shown.items() if p not in _NO_PARTS}
        if plain:
            return list(plain.items())
        came = self._came(text, shown, at_event)
        speech = shown.get(SPEECH)
        official = speech and (at_event or text[speech.start : speech.end] in _OFFICIAL)
        if official and VISITED not in self.passed_over and (not came or came[0] == "参加"):
            return [("发言", speech)]
        return [came] if came else []

    def _came(self, text: str, shown: dict[str, Act], at_event: bool) -> tuple[str, Act] | None:
        """The part of somebody who was there and did nothing that has a part."""
        part = _event_part(text)
        if PRESENCE in shown:
            return part, shown[PRESENCE]
        if CAME in shown and (at_event or part != "参加"):
            return part, shown[CAME]
        return None

    def took_part(self) -> bool:
        return any(act.part in PARTS for act in self.acts)

    def confidence(self, parts) -> tuple[float, str]:
        """(0..1, the weakest point in Chinese)."""
        best = max(mention.trust for mention in self.mentions)
        doubts = [mention.doubt for mention in self.mentions if mention.doubt]
        points = [(best, doubts[0] if doubts and best < 0.8 else "")]
        if not self.titles():
            points.append((0.75, "没有写明职务"))
        if all(act.part == SPEECH for act in self.acts):
            points.append((0.6, "只有引语，没有写明参与方式"))
        elif all(act.part in _NO_PARTS for act in self.acts):
            points.append((0.6, "参与方式按活动性质推断"))
        if self.passed_over and VISITED in self.passed_over:
            points.append((0.5, "也写作走访慰问的对象"))
        if [part for part, _act in parts] == ["领奖"]:
            points.append((0.7, "只写了受奖"))
        return min(points, key=lambda point: point[0])

    def reason_left_out(self) -> str:
        if self.acts and any(act.part == ELECTED for act in self.acts):
            return "只写了当选或获表彰"
        if any(act.part in (QUOTE, SPEECH) for act in self.acts):
            return "只引用了他的话"
        return self.passed_over[0] if self.passed_over else "没有写明参与方式"


def gather(mentions: list[Mention], acts: list[Act], passed_over) -> list[Gathered]:
    """One entry a name, in the order of the first appearance."""
    people: dict[str, Gathered] = {}
    for mention in mentions:
        people.setdefault(mention.name, Gathered(mention.name)).mentions.append(mention)
    for act in acts:
        people[act.mention.name].acts.append(act)
    for mention, reason in passed_over:
        people[mention.name].passed_over.append(reason)
    return sorted(people.values(), key=lambda person: person.first)


def _repeats(title: str, other: str) -> bool:
    """Whether one is the other with a longer or shorter organisation: 主席, 市总工会主席."""
    short, long = sorted((title, other), key=len)
    if short == long:
        return True
    rest = long[: -len(short)] if long.endswith(short) else None
    if rest is not None:
        return not rest.endswith(("副", "原", "代", "总", "常务", "助理"))
    head = _RANK.search(short)
    return bool(head) and long.endswith(head[0]) and _is_subsequence(short, long) and len(short) > 4


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _walk_part(text: str) -> str:
    return "慰问" if _CARE.search(text) else "调研"


def _event_part(text: str) -> str:
    """What people who only came took part in."""
    for part, sign in (("慰问", _CARE), ("调研", _INSPECTION), ("宣讲", _LECTURE)):
        if sign.search(text, 0, _BEGINNING):
            return part
    return "参加"

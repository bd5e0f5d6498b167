"""Who did what in one sentence: subjects, verbs and the signs between them, read once from the left.

A list of people is the subject of the verb behind it (甲、乙出席), or of one before it (出席的有甲、乙).
A verb without people goes to the last subject, unless its clause has a subject of its own.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from . import grammar as g
from .mentions import Mention, is_never_attendee
from .text import Sentence
from .titles import HEAD
from .verbs import ELECTED, OBJECT, QUOTE, SPEECH, VISIT, Deed, deeds

VISITED, RECEIVED, ONLY_NAMED = "被走访慰问", "受奖受赠", "只是提到"
_REASONS = {"慰问": VISITED, VISIT: VISITED, "调研": VISITED, OBJECT: ONLY_NAMED}


@dataclass(frozen=True, slots=True)
class Act:
    """mention did `part`, as text[start:end] says; the part is one of parts.py or of verbs.py."""

    mention: Mention
    part: str
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """The state of reading a sentence, and what was found so far."""

    text: str
    sentence: Sentence
    acts: list[Act] = field(default_factory=list)
    passed_over: list[tuple[Mention, str]] = field(default_factory=list)
    subjects: list[Mention] = field(default_factory=list)
    outer: list[Mention] | None = None
    in_clause: list[Mention] = field(default_factory=list)
    objects: list[Mention] = field(default_factory=list)
    object_of: str = ""
    closed: bool = False  # a verb has taken the subjects; the next person begins a new list
    governing: Deed | None = None
    last: Mention | Deed | None = None
    next: Mention | Deed | None = None
    clause: int = 0
    listed: Deed | None = None  # the verb of the people behind 出席的有
    joining: bool = False
    in_speech: bool = False
    passed: int = 0  # verbs before this place belong to 陪同走访的有
    tells_attendance: bool = False  # 出席, 参加 …, whoever did it
    lists: list[tuple[int, int, str]] = field(default_factory=list)  # where groups share a part

    def run(self, mentions: list[Mention]) -> "Reading":
        self.clause = self.sentence.start
        events = _events(self.text, self.sentence, mentions)
        for event, self.next in pairwise([*events, None]):
            self._enter_clause(event.start)
            if isinstance(event, Mention):
                self._meet(event)
            else:
                self._do(event)
            self.last = event
        return self

    # Clauses

    def _enter_clause(self, start: int) -> None:
        begin = self.last.end if self.last else self.sentence.start
        ends = list(g.CLAUSE_END.finditer(self.text, begin, start))
        blank = self.sentence.is_title and self.text.rfind(" ", begin, start)
        if not ends and not (blank and blank > 0):
            return
        self.clause = ends[-1].end() if ends else blank + 1
        self.in_clause, self.objects, self.object_of = [], [], ""
        self.governing, self.joining = None, False
        self._leave_nested()

    def _leave_nested(self) -> None:
        if self.outer and not self.closed:  # 在甲，乙陪同下: still among the company
            return
        if self.outer:
            self.subjects = self.outer
        self.outer = None

    def _leave_company(self) -> None:
        """在甲、乙陪同下: the sentence goes on with somebody else."""
        self.subjects = self.outer or []
        self.outer, self.closed, self.governing = None, True, None

    def _lead(self, start: int) -> str:
        """The words since the last event of the clause."""
        begin = max(self.clause, self.last.end if self.last else 0)
        return self.text[begin:start].rstrip()

    # People

    def _meet(self, mention: Mention) -> None:
        lead = self._lead(mention.start)
        if is_never_attendee(self.text, mention) or _is_quoted(self.text, self.sentence, mention):
            self.passed_over.append((mention, ONLY_NAMED))
            return
        if lead.endswith("从") and self.text.startswith("手", mention.end):
            self.acts.append(Act(mention, "颁奖", mention.end, mention.end + 2))
            return
        if self._is_object(mention, lead):
            self.objects.append(mention)
            self.passed_over.append((mention, self.object_of))
            return
        if g.POSSESSIVE.match(self.text, mention.end) and not self.listed:
            self.passed_over.append((mention, ONLY_NAMED))
            return
        if lead.endswith("受") and g.DEPUTED.match(self.text, mention.end):
            self.passed_over.append((mention, ONLY_NAMED))
            return
        self._add_subject(mention, lead)

    def _is_object(self, mention: Mention, lead: str) -> bool:
        """Whether a preposition or a verb before the mention takes it: 为甲颁奖, 看望了乙."""
        if g.AT_HOME.match(self.text, mention.end):
            self.object_of = VISITED
            if (self.subjects and self.subjects[-1] is self.last) or self.closed:
                self._credit(Deed(mention.end, mention.end + 1, "慰问"))
                self.object_of = VISITED
        elif g.RECEIVING.search(lead):
            self.object_of = RECEIVED
        elif isinstance(self.last, Deed) and self.last.start >= self.clause and self.governing:
            reason = _REASONS.get(self.governing.part)
            if reason and not g.NESTED.search(lead):
                self.object_of = reason
        elif self.object_of and self.objects and self.last is not self.objects[-1]:
            self.object_of = ""
        return bool(self.object_of)

    def _add_subject(self, mention: Mention, lead: str) -> None:
        if self.listed and self.last is not None:
            self.acts.append(Act(mention, self.listed.part, self.listed.start, self.listed.end))
            self.in_clause.append(mention)
            return
        if g.NESTED.search(lead) and self.subjects and self.outer is None:
            self.outer, self.subjects, self.closed = self.subjects, [], False
        elif self.closed and not self.joining and not g.JOINED.fullmatch(lead):
            self.subjects, self.closed = [], False
        self.subjects.append(mention)
        self.in_clause.append(mention)
        self.in_speech = False

    # Deeds

    def _do(self, deed: Deed) -> None:
        lead = self._lead(deed.start)
        self.tells_attendance |= deed.part in g.ATTENDING
        if deed.start < self.passed:
            return
        if self._is_governed(lead) or g.NOT_DONE.search(lead) or self._is_attribute(deed, lead):
            return
        if inverted := self._inverts(deed):
            self._open_list(deed, inverted)
            return
        if not self._takes_clause(deed):
            self.governing = deed
            return
        if self.listed and self.in_clause:
            self._end_list()
        self._credit(deed)

    def _credit(self, deed: Deed) -> None:
        self.acts += [Act(mention, deed.part, deed.start, deed.end) for mention in self.subjects]
        if self.subjects and deed.part in g.ATTENDING:
            self.lists.append((self.subjects[0].start, deed.start, deed.part))
        if deed.part == "颁奖":
            self._reward(deed)
        self.closed = True
        self.governing = deed if deed.part in g.GOVERNING else None
        self.joining = deed.part == "带队"
        if deed.part in (SPEECH, QUOTE) and not g.COURTESY.match(self.text, deed.end):
            self.in_speech = True
        self.object_of = ""
        if self.text.startswith("下", deed.end):
            self._leave_company()

    def _reward(self, deed: Deed) -> None:
        """Those for whom others hand out prizes receive them on the stage."""
        self.acts += [Act(mention, "领奖", deed.start, deed.end) for mention in self.objects]

    def _is_governed(self, lead: str) -> bool:
        """参加慰问活动: the second verb belongs to the first one's object."""
        if not self.governing or not isinstance(self.last, Deed) or self.last.start < self.clause:
            return False
        if self.governing.part == "出席" and not lead:
            return False
        if self.governing.part in ("出席", "参加") and g.EVENT.search(lead):
            return False
        return not g.RELEASE.search(lead)

    def _is_attribute(self, deed: Deed, lead: str) -> bool:
        """为受表彰的职工颁奖: a verb inside the words for somebody else."""
        if lead.endswith(g.TAKING):
            return True
        return bool(g.FOR.search(lead)) and self._describes(deed)

    def _describes(self, deed: Deed) -> bool:
        """参加活动的职工代表发言: 的, and in the same clause somebody or a verb behind it.

        慰问坚守岗位的职工 has nothing behind it: there the verb is the clause's own.
        """
        words = g.RELATIVE.match(self.text, deed.end, self.sentence.end)
        if not words or not self.next or self.next.start < words.end():
            return False
        return not g.CLAUSE_END.search(self.text, words.end(), self.next.start)

    def _takes_clause(self, deed: Deed) -> bool:
        """Whether the subjects read so far are those of this verb."""
        if not self.subjects and not (self.listed and self.in_clause):
            return False
        if self.in_clause and not (self.in_speech and not self.subjects):
            return True
        lead = self.text[self.clause : deed.start].strip()
        if self.closed and self._is_relative(deed, lead):
            return False
        if not self.closed and HEAD.search(lead):
            return True
        if g.GROUP_END.search(lead) and not g.FOR.search(lead) and not lead.startswith(g.WITH):
            return not self.closed
        if self.in_speech:
            return deed.part in g.CEREMONIES and lead.startswith(g.AFTER_SPEECH)
        return g.inherits(lead)

    def _is_relative(self, deed: Deed, lead: str) -> bool:
        """参加活动的领导: the verb describes somebody, with no person before it."""
        return not lead and self._describes(deed)

    # 出席的有甲、乙

    def _inverts(self, deed: Deed) -> re.Match | None:
        if self.in_clause:
            return None
        return g.INVERTED.match(self.text, deed.end, self.sentence.end) or g.LISTING.match(
            self.text, deed.start, self.sentence.end
        )

    def _end_list(self) -> None:
        """参加的有甲、乙，丙主持: the last clause was no longer the list's."""
        own = self.in_clause
        self.acts = [
            act for act in self.acts if act.mention not in own or act.start != self.listed.start
        ]
        self.listed, self.subjects = None, list(own)

    def _open_list(self, deed: Deed, found: re.Match) -> None:
        self.listed, self.subjects, self.closed = deed, [], True
        self.governing, self.passed = None, found.end()
        self.lists.append((found.end(), self.sentence.end, deed.part))


def _events(text: str, sentence: Sentence, mentions: list[Mention]) -> list[Mention | Deed]:
    """Mentions and deeds in order; verbs inside titles, quotations and book titles are none."""
    quoted = _quoted(text, sentence)
    acting = [
        deed
        for start, end in _between(sentence, mentions)
        for deed in deeds(text, start, end)
        if not any(opening < deed.start < closing for opening, closing in quoted)
        and not (deed.part == ELECTED and g.RELATIVE.match(text, deed.end, end))
    ]
    return sorted([*mentions, *acting], key=lambda event: event.start)


def _between(sentence: Sentence, mentions: list[Mention]):
    """(start, end) of the words around the people."""
    start = sentence.start
    for mention in mentions:
        yield start, max(start, mention.start)
        start = mention.end
    yield start, sentence.end


def _quoted(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    return [match.span() for match in g.QUOTED.finditer(text, sentence.start, sentence.end)]


def _is_quoted(text: str, sentence: Sentence, mention: Mention) -> bool:
    return any(start < mention.name_start < end for start, end in _quoted(text, sentence))


def read_acts(text: str, sentence: Sentence, mentions: list[Mention]) -> Reading:
    return Reading(text, sentence).run(mentions)

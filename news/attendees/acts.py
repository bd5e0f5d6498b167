"""Who did what in one sentence: subjects, verbs and the signs between them, read once from the left.

A list of people is the subject of the verb behind it (甲、乙出席), or of one before it (出席的有甲、乙).
A verb without people goes to the last subject, unless its clause has a subject of its own.
"""

import re
from dataclasses import dataclass, field

from .dictionary import tags, words
from .mentions import Mention, is_never_attendee
from .text import Sentence
from .titles import HEAD
from .verbs import ELECTED, NEUTRAL, OBJECT, QUOTE, SPEECH, VISIT, Deed, deeds

_CLAUSE_END = re.compile(r"[,;:](?!\d{2})")
_QUOTED = re.compile(r"《[^》\n]{1,80}》|“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"")
_RECEIVING = re.compile(r"[为向给对替](?:[^,。;、]{0,12}的)?$")
_NESTED = re.compile(r"(?:在|随|请|邀请|听取了?|受|陪同)$")
_JOINED = re.compile(r"(?:并|还|又|随后|最后)?(?:与|和|同|跟|会同|联合)")
_AT_HOME = re.compile(r"(?:等人?)?的?家[中里,庭]?")
_FROM = re.compile(r"从$")
_POSSESSIVE = re.compile(
    r"(?:等(?:人|同志)?|同志)?的(?!(?:亲切|热情|全程)?(?:陪同|主持|带领|率领|见证|组织|指导|引领|引导)|带队)"
)
_DEPOSED = re.compile(r"[^,。;]{0,6}?(?:委托|指派|嘱托|邀请)")
_INVERTED = re.compile(
    r"[^,。;:、\n]{0,36}?的(?:主要|还|也|分别|依次)?(?:[^,。;:、\n]{0,12}?(?:还|也|分别|主要|依次)?(?:有|是|为|包括)(?!关)"
    r"[^,。;:、\n]{0,6}?:?|[^,。;:、\n]{0,12}:)"
)
_LISTING = re.compile(
    r"(?:出席|参加|与会|到会|参会)(?:会议|活动|仪式)?的?(?:的?(?:领导|嘉宾|人员|同志|单位))*(?:还|也)?(?:有|包括|:)"
)
_FOR = re.compile(r"[为向给对][^,。;]{0,24}$")
_WITH = ("把", "将", "用", "以", "就", "围绕", "针对", "结合")
_TAKING = ("为", "向", "给", "对", "受", "被", "获")
_RELATIVE = re.compile(r"[^,。;:、\n]{0,20}?的")
_NOT_DONE = re.compile(r"(?:未|没有|没能|未能|不|无法|曾|曾经|生前|缺席)$")
_SHARED_ADVERBIAL = re.compile(
    r"(?:会上|会前|会后|会议期间|会议最后|活动中|活动现场|活动前|活动后|现场|仪式上|仪式后|启动仪式上|座谈会上|随后|"
    r"其间|期间|最后|之后|接着|同日|当天|当日|他|她|[一二三四五]是)"
)
_INHERITING_TAGS = ("d", "c", "p", "v", "t", "f", "ad", "z", "u", "vd", "x", "i")
_COURTESY = re.compile(r"[^,。;]{0,30}?(?:感谢|祝贺|欢迎|慰问|问候|敬意|肯定|认可|赞赏|谢意|道贺)")
_ATTENDING = frozenset(("出席", "参加", "陪同", "观看"))
_CEREMONIES = words("讲话 宣布 致辞 颁奖 授旗 授牌 揭牌 宣读 慰问 赠送 发放 启动")
_GOVERNING = frozenset(
    ("出席", "参加", "主持", "宣读", "宣布", "陪同", "观看", "启动", "认领", "慰问", "调研", "领奖", "报告", "宣讲", SPEECH, QUOTE,
     VISIT, NEUTRAL, OBJECT)
)  # fmt: skip
_RELEASE = re.compile(r"并|随后|后|(?:[、和及]|以及)$")
_EVENT = re.compile(r"(?:仪式|会议|大会|活动|典礼|[会赛式]|现场)(?:上|中)?(?:[为向给对][^,。;]*)?$")
_GROUP_END = re.compile(
    r"(?:代表|负责人|负责同志|成员|人员|干部|职工|主席|主任|委员|单位|部门|同志|领导|等|班子|队伍|志愿者|学员|会员|[书局科处]长|书记)"
    r"(?:[共约计等]*\d+[余多]?[人名])?$|\d+[余多]?[人名]$"
)

VISITED, HONOURED, RECEIVED, ONLY_NAMED = "被走访慰问", "当选或获表彰", "受奖受赠", "只是提到"
_REASONS = {
    "慰问": VISITED,
    VISIT: VISITED,
    "调研": VISITED,
    OBJECT: ONLY_NAMED,
    NEUTRAL: ONLY_NAMED,
}


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
    clause: int = 0
    listed: Deed | None = None  # the verb of the people behind 出席的有
    joining: bool = False
    in_speech: bool = False
    passed: int = 0  # verbs before this place belong to 陪同走访的有

    tells_attendance: bool = False  # 出席, 参加 …, whoever did it
    lists: list[tuple[int, int, str]] = field(default_factory=list)  # where groups share a part

    def run(self, mentions: list[Mention]) -> "Reading":
        self.clause = self.sentence.start
        for event in _events(self.text, self.sentence, mentions):
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
        ends = list(_CLAUSE_END.finditer(self.text, begin, start))
        blank = self.sentence.is_title and self.text.rfind(" ", begin, start)
        if not ends and not (blank and blank > 0):
            return
        self.clause = ends[-1].end() if ends else blank + 1
        self.in_clause, self.objects, self.object_of = [], [], ""
        self.governing, self.joining = None, False
        self._leave_nested()

    def _leave_nested(self) -> None:
        if self.outer:
            self.subjects, self.closed = self.outer, True
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
        if _FROM.search(lead) and self.text.startswith("手", mention.end):
            self.acts.append(Act(mention, "颁奖", mention.end, mention.end + 2))
            return
        if self._is_object(mention, lead):
            self.objects.append(mention)
            self.passed_over.append((mention, self.object_of))
            return
        if _POSSESSIVE.match(self.text, mention.end) and not self.listed:
            self.passed_over.append((mention, ONLY_NAMED))
            return
        if lead.endswith("受") and _DEPOSED.match(self.text, mention.end):
            self.passed_over.append((mention, ONLY_NAMED))
            return
        self._add_subject(mention, lead)

    def _is_object(self, mention: Mention, lead: str) -> bool:
        """Whether a preposition or a verb before the mention takes it: 为甲颁奖, 看望了乙."""
        if _AT_HOME.match(self.text, mention.end):
            self.object_of = VISITED
            if (self.subjects and self.subjects[-1] is self.last) or self.closed:
                self._credit(Deed(mention.end, mention.end + 1, "慰问"))
                self.object_of = VISITED
        elif _RECEIVING.search(lead):
            self.object_of = RECEIVED
        elif isinstance(self.last, Deed) and self.last.start >= self.clause and self.governing:
            reason = _REASONS.get(self.governing.part)
            if reason and not _NESTED.search(lead) and self.governing.part != NEUTRAL:
                self.object_of = reason
        elif self.object_of and self.objects and self.last is not self.objects[-1]:
            self.object_of = ""
        return bool(self.object_of)

    def _add_subject(self, mention: Mention, lead: str) -> None:
        if self.listed and self.last is not None:
            self.acts.append(Act(mention, self.listed.part, self.listed.start, self.listed.end))
            self.in_clause.append(mention)
            return
        if _NESTED.search(lead) and self.subjects and self.outer is None:
            self.outer, self.subjects, self.closed = self.subjects, [], False
        elif self.closed and not self.joining and not _JOINED.fullmatch(lead):
            self.subjects, self.closed = [], False
        self.subjects.append(mention)
        self.in_clause.append(mention)
        self.in_speech = False

    # Deeds

    def _do(self, deed: Deed) -> None:
        lead = self._lead(deed.start)
        self.tells_attendance |= deed.part in _ATTENDING
        if deed.start < self.passed:
            return
        if self._is_governed(lead) or _NOT_DONE.search(lead) or self._is_attribute(deed, lead):
            return
        inverted = self._inverts(deed)
        if inverted:
            self._open_list(deed, inverted)
            return
        if not self._takes_clause(deed):
            self.governing = deed
            return
        doers = self.in_clause if self.listed else self.subjects
        if self.listed and doers:
            self.acts = [
                a for a in self.acts if a.mention not in doers or a.start != self.listed.start
            ]
            self.listed, self.subjects = None, list(doers)
        self._credit(deed)

    def _credit(self, deed: Deed) -> None:
        self.acts += [Act(mention, deed.part, deed.start, deed.end) for mention in self.subjects]
        if self.subjects and deed.part in _ATTENDING:
            self.lists.append((self.subjects[0].start, deed.start, deed.part))
        if deed.part == "颁奖":
            self._reward(deed)
        self.closed = True
        self.governing = deed if deed.part in _GOVERNING else None
        self.joining = deed.part == "带队"
        if deed.part in (SPEECH, QUOTE) and not _COURTESY.match(self.text, deed.end):
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
        if self.governing.part in ("出席", "参加") and _EVENT.search(lead):
            return False
        return not _RELEASE.search(lead)

    def _is_attribute(self, deed: Deed, lead: str) -> bool:
        """为受表彰的职工颁奖: a verb inside the words for somebody else."""
        if lead.endswith(_TAKING):
            return True
        return bool(_FOR.search(lead) and _RELATIVE.match(self.text, deed.end, self.sentence.end))

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
        if _GROUP_END.search(lead) and not _FOR.search(lead) and not lead.startswith(_WITH):
            return not self.closed
        if self.in_speech:
            return deed.part in _CEREMONIES and lead.startswith(("并", "随后", "最后", "还"))
        return _inherits(lead)

    def _is_relative(self, deed: Deed, lead: str) -> bool:
        """参加活动的领导: the verb describes somebody, with no person before it."""
        return not lead and bool(_RELATIVE.match(self.text, deed.end, self.sentence.end))

    # 出席的有甲、乙

    def _inverts(self, deed: Deed) -> re.Match | None:
        if self.in_clause:
            return None
        return _INVERTED.match(self.text, deed.end, self.sentence.end) or _LISTING.match(
            self.text, deed.start, self.sentence.end
        )

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
        and not (deed.part == ELECTED and _RELATIVE.match(text, deed.end, end))
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
    return [match.span() for match in _QUOTED.finditer(text, sentence.start, sentence.end)]


def _is_quoted(text: str, sentence: Sentence, mention: Mention) -> bool:
    return any(start < mention.name_start < end for start, end in _quoted(text, sentence))


def _inherits(lead: str) -> bool:
    """Whether a clause that begins so has no subject of its own."""
    while found := _SHARED_ADVERBIAL.match(lead):
        lead = lead[found.end() :]
    return not lead or tags(lead)[0][1] in _INHERITING_TAGS


def read_acts(text: str, sentence: Sentence, mentions: list[Mention]) -> Reading:
    return Reading(text, sentence).run(mentions)

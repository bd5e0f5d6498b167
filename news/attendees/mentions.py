"""Where people are named: behind titles, in lists, behind employers, alone, again."""

import re
from dataclasses import dataclass, replace

from .names import Name, ends_clearly, ends_in_deed, name_at, stands_alone
from .surnames import COMMON, COMPOUND, MOSTLY_WORDS, NEVER_ATTENDEES
from .text import Sentence
from .titles import HEAD, ORGANISATION, POST, POST_AFTER, Title, title_after, titles_before

TITLED, LISTED, EMPLOYED, BARE, AGAIN = "职务后", "并列", "单位后", "独立", "再次出现"

_SEPARATOR = re.compile(r" ?(?:、|,|和|与|及|以及)? {0,2}")
_SURNAMES = "".join(sorted((COMMON - MOSTLY_WORDS) | {double[0] for double in COMPOUND}))
# A clause, or a word that has a person behind it, begins a bare name.
_OPENING = re.compile(
    rf"(?:^|[,;:。!?“( 、\n]|[由在的有是请随]|公司|集团|工会|委员会|协会|政府|办公室|党委|股份|[厂院校所站局]|中心|银行|大学|学校|医院|街道|社区|[村镇])"
    rf"(?=[{_SURNAMES}])",
    re.MULTILINE,
)
_ROSTER = re.compile(r"(?:(?:还|也|分别|主要)?有|包括|:) *:? *$")
_NOT_A_PERSON = re.compile(
    "(?:同志)?(?:劳模|劳动模范|名师|大师|技能大师|首席技师|工匠|先锋|党员|职工|巾帼|爱心|志愿)*(?:创新)?"
    "(?:精神|工作室|工作法|工作站|操作法|事迹|班组|基金|服务队|团队|式的?|杯|诞辰|故居|纪念|思想|新时代)"
)
_GENDER = re.compile(r"\((?:女|男|[^()\n]{1,4}族)(?:,[^()\n]{1,6})*\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in text[name_start:name_end]; start also counts the titles before it."""

    start: int
    name_start: int
    name_end: int
    end: int
    name: str
    kind: str
    titles: tuple[Title, ...] = ()
    trust: float = 1.0
    doubt: str = ""


def find_mentions(text: str, sentences: list[Sentence]) -> list[list[Mention]]:
    """The people named in each sentence of the normalised text, in order."""
    found = [_introduced(text, sentence) for sentence in sentences]
    known = _known_names(found)
    found = [[_corrected(text, mention, known) for mention in row] for row in found]
    known = _known_names(found)
    again = _any_of(known)
    people = [mention for row in found for mention in row]
    return [
        _with_repeats(text, sentence, row, again, people)
        for sentence, row in zip(sentences, found, strict=True)
    ]


def _known_names(found: list[list[Mention]]) -> dict[str, float]:
    """The best trust each name has earned."""
    known: dict[str, float] = {}
    for row in found:
        for mention in row:
            known[mention.name] = max(known.get(mention.name, 0), mention.trust)
    return known


def _any_of(names) -> re.Pattern | None:
    padded = (" {0,3}".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True))
    firsts = re.escape("".join({name[0] for name in names}))
    return re.compile(f"(?=[{firsts}])(?:{'|'.join(padded)})") if names else None


def _corrected(text: str, mention: Mention, known: dict[str, float]) -> Mention:
    """A doubtful end gives way to the end the same name has in a clearer place."""
    if mention.trust >= 0.95:
        return mention
    for end in range(mention.name_start + 2, mention.name_start + 5):
        name = text[mention.name_start : end]
        if name != mention.name and known.get(name, 0) >= 0.95 and known[mention.name] < 0.95:
            return replace(mention, name=name, name_end=end, end=end, trust=0.95, doubt="")
    return mention


# First namings


def _introduced(text: str, sentence: Sentence) -> list[Mention]:
    """Names that their surroundings give away, from left to right without overlap."""
    places = sorted(
        {(m.end(), True) for m in HEAD.finditer(text, sentence.start, sentence.end)}
        | {(m.end(), False) for m in _OPENING.finditer(text, sentence.start, sentence.end)}
        | {(sentence.start, False)}
    )
    found: list[Mention] = []
    for place, behind_title in places:
        left = found[-1].end if found else sentence.start
        if place < left:
            continue
        found += _list_of_names(text, sentence, place, left, behind_title)
    return found


def _list_of_names(text, sentence, place, left, behind_title) -> list[Mention]:
    """The name at a place and the bare names that follow it as a list."""
    while place < sentence.end and text[place] == " ":
        place += 1
    name = name_at(text, place, sentence.end)
    if not name:
        return []
    titles = titles_before(text, left, name.start) if behind_title else ()
    if roster := _ROSTER.search(text, max(left, name.start - 24), name.start):
        titles = tuple(t for t in titles_before(text, left, roster.start()) if t.is_collective)
        kind = LISTED if _is_listed(text, name) else None
    else:
        kind = _kind(text, left, name, titles)
    if not kind:
        return []
    row = [_mention(text, name, titles, kind)]
    while name := _next_in_list(text, row[-1], sentence.end):
        row.append(_mention(text, name, (), LISTED, shared=titles))
    return row


def _is_listed(text: str, name: Name) -> bool:
    """Whether a bare name behind 有 or a colon opens a list: 市领导有:魏源、龚自珍."""
    return stands_alone(text, name) and bool(re.compile("[、,。和及等 ]").match(text, name.end))


def _kind(text: str, left: int, name: Name, titles) -> str | None:
    """Why this is a naming; None where it is none."""
    if titles and (POST.search(titles[-1].text) or _is_sure(text, name, titles)):
        return TITLED
    if not stands_alone(text, name):
        return None
    if titles or title_after(text, name.end):
        return TITLED
    before = text[max(left, name.start - 12) : name.start].rstrip()
    if ORGANISATION.search(before) or before.endswith("的"):
        return EMPLOYED if name.trust >= 0.9 else None
    return BARE if ends_in_deed(text, name.end) else None


def _is_sure(text: str, name: Name, titles) -> bool:
    """Whether the name behind a calling (职工, 代表) is one, and no other words."""
    if text[name.start] in "从向和" and text[name.start + 1] in COMMON:
        return False  # 职工代表从卢刚手中接过
    if len(titles) > 1 and name.end - name.start > 2 and text[name.start] in COMMON:
        return True
    return name.trust >= 0.85 and not name.doubt


def _mention(text, name: Name, titles, kind, shared=()) -> Mention:
    after = title_after(text, name.end)
    start = titles[0].start if titles else name.start
    gender = _GENDER.match(text, name.end)
    end = after.end if after else gender.end() if gender else name.end
    return Mention(
        start=start,
        name_start=name.start,
        name_end=name.end,
        end=end,
        name=text[name.start : name.end].replace(" ", ""),
        kind=kind,
        titles=(titles or tuple(shared)) + ((after,) if after else ()),
        trust=name.trust,
        doubt=name.doubt,
    )


def _next_in_list(text: str, last: Mention, stop: int) -> Name | None:
    """甲、乙和丙: a bare name behind a list sign, or with nothing between in a headline."""
    separator = _SEPARATOR.match(text, last.end, stop)
    start = separator.end()
    name = name_at(text, start, stop)
    if not name or name.trust < 0.6 or (name.trust < 0.8 and not _ends_item(text, name.end, stop)):
        return None
    if separator[0].strip() in ("", ","):
        return name if stands_alone(text, name) and separator[0] != "" else None
    return name


def _ends_item(text: str, end: int, stop: int) -> bool:
    """Whether a doubtful name is one by what follows: a sign, a verb, or 和 and another name."""
    joined = re.compile("[和与及]").match(text, end, stop)
    return ends_clearly(text, end) or bool(joined and name_at(text, joined.end(), stop))


# Namings of people already met


def _with_repeats(text, sentence, row, again, people) -> list[Mention]:
    """The sentence's mentions with the bare names and the 吴校长 of people met elsewhere."""
    if again is None:
        return row
    taken = [(mention.name_start, mention.end) for mention in row]
    repeats = [
        _mention(text, Name(match.start(), match.end(), 1.0), (), AGAIN)
        for match in again.finditer(text, sentence.start, sentence.end)
    ]
    repeats += _surnames_with_title(text, sentence, people)
    free = [m for m in repeats if all(m.end <= a or m.start >= b for a, b in taken)]
    return _with_own_titles(text, sorted(row + free, key=lambda mention: mention.name_start))


def _with_own_titles(text: str, row: list[Mention]) -> list[Mention]:
    """No title reaches over the person before it: 方秉华和“七一勋章”获得者黄宝妹."""
    kept = row[:1]
    for mention in row[1:]:
        left = kept[-1].end
        if mention.titles and mention.start < left <= mention.name_start:
            titles = titles_before(text, left, mention.name_start)
            start = titles[0].start if titles else mention.name_start
            mention = replace(mention, titles=titles, start=start)
        kept.append(mention)
    return kept


_SHORT = re.compile(rf"(?<![\u4e00-\u9fff])([{_SURNAMES}])({POST_AFTER.pattern})")


def _surnames_with_title(text, sentence, people) -> list[Mention]:
    found = []
    for match in _SHORT.finditer(text, sentence.start, sentence.end):
        person = _meant_by(match[1], match[2], people)
        if person:
            title = Title(match.start(2), match.end(2), match[2])
            found.append(
                Mention(
                    match.start(), match.start(), match.end(1), match.end(), person, AGAIN, (title,)
                )
            )
    return found


def _meant_by(surname: str, title: str, people) -> str | None:
    """The one person of that surname, or the one of them with that title."""
    named = {m.name for m in people if m.name.startswith(surname)}
    titled = {
        m.name for m in people if m.name in named and any(t.text.endswith(title) for t in m.titles)
    }
    candidates = titled or named
    return candidates.pop() if len(candidates) == 1 else None


def is_never_attendee(text: str, mention: Mention) -> bool:
    """张三创新工作室, 习近平…思想: a name that stands in another."""
    return mention.name in NEVER_ATTENDEES or bool(_NOT_A_PERSON.match(text, mention.end))

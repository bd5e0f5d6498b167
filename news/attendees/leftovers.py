"""What no piece of a person covers: unnamed groups, and the residue the officer is shown."""

import re

from .dictionary import is_word, tags
from .surnames import COMMON
from .titles import begin_of_title

MAYBE_NAMED = "可能还有姓名"

_CHUNK = re.compile(r"[^,;:。!?\n]+")
_GROUP = re.compile(
    r".*(?:代表|负责人|负责同志|成员|人员|干部|职工|工人|工会主席|工委主任|委员|成员单位|单位|部门|领导|志愿者|学员|会员|家属|劳模|工匠|"
    r"队伍?|方阵|主席|主任|同学|家长|医生)(?:\([^()]{1,10}\))?(?:[共约计等]*\d+[余多]?[人名]|[一二三四五六七八九十百千]+余?[人名])?"
    r"(?=$|[ 、]*$|也|还|共|等|参加|出席|到场|到会|观看|上台|一[起同道]|为)"
)


def gaps_between(sentences, pieces) -> list[tuple[int, int]]:
    """The stretches of the sentences that no piece covers. Both in order and without overlap."""
    gaps, waiting = [], iter(pieces)
    piece = next(waiting, None)
    for sentence in sentences:
        position = sentence.start
        while piece and piece.start < sentence.end:
            if piece.start >= position:
                gaps.append((position, piece.start))
                position = piece.end
            piece = next(waiting, None)
        gaps.append((position, sentence.end))
    return [(start, end) for start, end in gaps if start < end]


def find_groups(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of the unnamed groups in a gap: 劳模、工匠代表."""
    groups = []
    for chunk in _CHUNK.finditer(text, start, end):
        found = _GROUP.match(text, chunk.start(), chunk.end())
        if not found:
            continue
        begin = begin_of_title(text, chunk.start(), found.end())
        while begin < found.end() and text[begin] in " 、":
            begin += 1
        if found.end() - begin > 2:
            groups.append((begin, found.end()))
    return groups


def doubt_of(text: str, start: int, end: int, left_out: dict[tuple[int, int], str]) -> str:
    """Why the officer should look at this residue; '' where it only holds plain words."""
    for (name_start, name_end), reason in left_out.items():
        if start <= name_start and name_end <= end:
            return f"{text[name_start:name_end]}：{reason}"
    named = (
        word
        for word, tag in tags(text[start:end])
        if tag == "nr" and 2 <= len(word) <= 3 and word[0] in COMMON and not is_word(word)
    )
    return MAYBE_NAMED if next(named, None) else ""

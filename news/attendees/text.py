"""The article inside a text: which lines are its own, its sentences, and signs in one width.

Every offset of this package counts characters of the text as it was given.
"""

import re
from dataclasses import dataclass

from news.importing.reader import UnreadablePage, read_page_text

LONGEST_SENTENCE = 2000  # longer ones are cut, so that hostile text is read in linear time

_ONE_WIDTH = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {
    ord(odd): usual
    for odds, usual in (
        ("\u3000\xa0\u2002\u2003\u2009\t\x0b\x0c", " "),
        ("•‧∙・･．", "·"),
        ("﹑､", "、"),
        ("｡", "。"),
        ("〝〞＂", '"'),
        ("【〔［", "("),
        ("】〕］", ")"),
    )
    for odd in odds
}
_ONE_WIDTH |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of letters, no text at all
_NAME = r"[\u4e00-\u9fff·]{2,4}"
_NAMES = rf"{_NAME}(?:[ 、,/]+{_NAME}){{0,9}}"
_WRITER = r"(?:本报|本网|本台|新华社|见习|特约|实习)?(?:记者|通讯员)"
_CREDIT = (
    r"(?:责任)?编辑|责编|[一二三初复终]审|审核|校对|监制|摄影|摄|图文|文|图|供稿|撰稿|来源|作者"
)
# Who wrote, edited or photographed took no part.
_BYLINES = re.compile(
    rf"\([^()\n]{{0,12}}(?:{_WRITER}|(?:{_CREDIT})[:/ ])[^()\n]{{0,60}}\)"
    rf"|(?<=[。!?”])[ ]*\({_NAMES}\)(?=\s*(?:\n|$))"
    rf"|(?<![\u4e00-\u9fff]){_WRITER}[: ]*{_NAMES}(?= *(?:[,)。\n]|$|报道|摄|文|{_WRITER}))"
    rf"|^[ (]*(?:{_CREDIT})[ ]?[:/][^\n]{{0,60}}$",
    re.MULTILINE,
)
_ASIDE = re.compile(r"相关(?:新闻|链接|阅读|报道)[: ]*$|(?:上|下)一[篇条]")
_BREADCRUMB = re.compile(r"(?:[>\uff1e»][^>\uff1e»\n]{0,30}){2}")
_SENTENCE_END = re.compile(r"[。!?]+[”’」』\")]*|\n")


@dataclass(frozen=True, slots=True)
class Sentence:
    """text[start:end] of the normalised text, end mark included."""

    start: int
    end: int
    is_title: bool = False


def normalise(text: str) -> str:
    """Half-width signs, one kind of space: letter for letter as long as the text."""
    return text.translate(_ONE_WIDTH)


def hide_bylines(text: str) -> str:
    """The normalised text with every byline blanked out, as long as before."""
    return _BYLINES.sub(lambda found: " " * len(found[0]), text)


def sentences(text: str, plain: str) -> list[Sentence]:
    """The sentences of the article, furniture of the page left out, in order.

    `plain` is the same text normalised, without bylines.
    """
    return [
        Sentence(start, end, is_title)
        for line_start, line_end, is_title in _article_lines(text)
        for start, end in _split(plain, line_start, line_end)
    ]


def _article_lines(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, whether it is the title) of the lines that are the article's own."""
    lines = list(_lines(text))
    try:
        document = read_page_text(text)
    except UnreadablePage:
        return [(start, end, False) for start, end in lines]
    own = {_key(paragraph.text) for paragraph in document.paragraphs}
    title = _key(document.title or "")
    kept = []
    for start, end in lines:
        key = _key(text[start:end])
        if _ASIDE.match(key):
            break
        if (
            key
            and not _BREADCRUMB.search(text, start, end)
            and (key in own or (title and key.startswith(title)))
        ):
            kept.append((start, end, key not in own))
    return kept


def _key(line: str) -> str:
    """A line as the reader of pages and the pasted text have in common."""
    return re.sub(r"[\W_]+", "", line)


def _lines(text: str):
    """(start, end) of each line that holds anything, space at its end left out."""
    start = 0
    for line in text.splitlines(keepends=True):
        if end := len(line.rstrip()):
            yield start, start + end
        start += len(line)


def _split(text: str, start: int, end: int):
    """(start, end) of the sentences in text[start:end]."""
    while start < end:
        found = _SENTENCE_END.search(text, start, min(end, start + LONGEST_SENTENCE))
        stop = found.end() if found else min(end, start + LONGEST_SENTENCE)
        if not found and stop < end:
            soft = max(text.rfind(sign, start + 1, stop) for sign in "、,; ")
            stop = soft + 1 if soft > start else stop
        yield start, stop
        start = stop

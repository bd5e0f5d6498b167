"""Caption files: WebVTT and SRT of any usual Chinese encoding -> one plain WebVTT of our own.

Every cue is read and written anew, so that what is served holds times and words only: no style, no
position, no markup. Imports no Django but its `ValidationError`.
"""

import re
from dataclasses import dataclass
from html import unescape

from django.core.exceptions import ValidationError

MOST_CHARACTERS = 2_000_000  # a film of two hours has about 100 000
TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMES = re.compile(rf"\s*{TIME}\s*-->\s*{TIME}(?:\s.*)?")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}")
SPEAKER = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
NOT_CUES = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True)
class Cue:
    start: int  # milliseconds
    end: int
    words: tuple[str, ...]  # lines


def to_webvtt(data: bytes) -> str:
    """Raises `ValidationError` with the line and what to do."""
    return "\n\n".join(["WEBVTT", *map(_written, read_cues(_text(data)))]) + "\n"


def read_cues(text: str) -> list[Cue]:
    """The cues of a WebVTT or SRT text, by their start."""
    cues = [cue for number, block in _blocks(text) if (cue := _cue(number, block))]
    if not cues:
        raise ValidationError(
            "字幕文件里没有一条字幕：每条应先写时间，如 00:00:01.000 --> 00:00:04.000，下一行写文字。"
        )
    return sorted(cues, key=lambda cue: cue.start)


def _text(data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and len(text) <= MOST_CHARACTERS:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise ValidationError("字幕文件不是文本，或用了认不出的编码，请用记事本另存为 UTF-8 编码。")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030")


def _blocks(text: str):
    """Runs of lines that are not blank, each with the number of its first line."""
    block = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield number - len(block), block
            block = []


def _cue(number: int, block: list[str]) -> Cue | None:
    """The cue of a block that begins in line `number`; None for the head, a note or no words."""
    if (number == 1 and block[0].startswith("WEBVTT")) or block[0].split()[0] in NOT_CUES:
        return None
    named = "-->" not in block[0]  # SRT numbers its cues; WebVTT may name them
    times = block[1] if named and len(block) > 1 else block[0]
    found = TIMES.fullmatch(times)
    line = number + (named and len(block) > 1)
    if not found:
        raise ValidationError(
            f"字幕文件第 {line} 行“{times[:30]}”应是时间，如 00:00:01.000 --> 00:00:04.000；"
            "一条字幕的文字中间不能空行。请改好后再上传。"
        )
    start, end = _milliseconds(found.groups()[:4], line), _milliseconds(found.groups()[4:], line)
    if end <= start:
        raise ValidationError(f"字幕文件第 {line} 行的结束时间不晚于开始时间，请改好后再上传。")
    text = block[1 + named :]
    for below, words in enumerate(text, start=line + 1):
        if TIMES.fullmatch(words):
            raise ValidationError(
                f"字幕文件第 {below} 行又是时间：两条字幕之间要空一行。请改好后再上传。"
            )
    words = tuple(filter(None, map(_plain, text)))
    return Cue(start, end, words) if words else None


def _milliseconds(parts: tuple[str | None, ...], line: int) -> int:
    hours, minutes, seconds = (int(part or 0) for part in parts[:3])
    if minutes > 59 or seconds > 59:
        raise ValidationError(f"字幕文件第 {line} 行的时间有误：分和秒应在 0 到 59 之间。")
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(parts[3].ljust(3, "0"))


def _plain(line: str) -> str:
    """Words without markup; a speaker's name stays in front of them."""
    return unescape(MARKUP.sub("", SPEAKER.sub(r"\1：", line))).strip()


def _written(cue: Cue) -> str:
    words = "\n".join(cue.words)
    for letter, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        words = words.replace(letter, entity)
    return f"{_clock(cue.start)} --> {_clock(cue.end)}\n{words}"


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"

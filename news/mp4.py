"""Reads what a page needs to know of an mp4 file: its size on the screen, its length, its codec.

ISO/IEC 14496-12: a file is a row of boxes, each with a length and a four-letter kind, some of them
holding further boxes. Only the table of contents (`moov`) is read, never the pictures. Imports no
Django.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from os import SEEK_END
from typing import BinaryIO

LARGEST_CONTENTS = 32 * 1024 * 1024  # bytes of `moov`; two hours need about 5 MB
MOST_BOXES = 1000  # in a row; a real file has about ten
HEADER = struct.Struct(">I4s")


class NotAnMp4(ValueError):
    """The file is no mp4, is damaged, or shows no picture."""


@dataclass(frozen=True)
class Film:
    width: int  # px, as shown: a phone's upright film is higher than wide
    height: int
    seconds: int | None  # None where the file does not say
    codec: str  # four letters of the picture track: avc1 is H.264, hvc1 is HEVC


def read_film(file: BinaryIO) -> Film:
    """Raises `NotAnMp4`. Reads at most `LARGEST_CONTENTS` bytes, whatever the file claims."""
    try:
        contents = _contents(file)
        tracks = [
            film for kind, track in _boxes(contents) if kind == b"trak" and (film := _film(track))
        ]
        if not tracks:
            raise NotAnMp4("no picture track")
        width, height, codec = max(tracks)
        return Film(width, height, _seconds(_child(contents, b"mvhd")), codec)
    except struct.error:
        raise NotAnMp4("a box is shorter than it says") from None


def _contents(file: BinaryIO) -> bytes:
    """The content of the `moov` box, wherever it stands in a file that is whole."""
    end = file.seek(0, SEEK_END)
    places = dict(_places(file, end))
    if b"moov" not in places:
        raise NotAnMp4("no table of contents")
    start, stop = places[b"moov"]
    if stop - start > LARGEST_CONTENTS:
        raise NotAnMp4("table of contents too large")
    file.seek(start)
    return file.read(stop - start)


def _places(file: BinaryIO, end: int) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Kind, first byte and end of the content of each box of the file."""
    start = 0
    for number in range(MOST_BOXES):
        if start == end and number:
            return
        file.seek(start)
        size, kind, head = _head(file.read(16))
        if number == 0 and kind != b"ftyp":
            raise NotAnMp4("no file type at the start")
        if start + size > end:
            raise NotAnMp4("cut off")
        yield kind, (start + head, start + size)
        start += size


def _head(start: bytes) -> tuple[int, bytes, int]:
    """Size of the box with its head, kind, size of the head alone; all in bytes."""
    size, kind = HEADER.unpack_from(start)
    head = HEADER.size
    if size == 1:  # a box over 4 GB gives its size in eight more bytes
        size, head = struct.unpack_from(">Q", start, 8)[0], 16
    if size < head:
        raise NotAnMp4("a box without a usable size")
    return size, kind, head


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each box in a row."""
    start = 0
    for _ in range(MOST_BOXES):
        if start >= len(content):
            return
        size, kind, head = _head(content[start : start + 16])
        yield kind, content[start + head : start + size]
        start += size


def _child(content: bytes, *path: bytes) -> bytes:
    """The content of the first box along `path`; empty where there is none."""
    for wanted in path:
        content = next((inner for kind, inner in _boxes(content) if kind == wanted), b"")
    return content


def _film(track: bytes) -> tuple[int, int, str] | None:
    """Width, height and codec of a track that shows pictures."""
    if _child(track, b"mdia", b"hdlr")[8:12] != b"vide":
        return None
    # The track header ends in a 3 x 3 matrix, then width and height as 16.16 fixed-point numbers.
    header = _child(track, b"tkhd")
    width, height = (side >> 16 for side in struct.unpack(">II", header[-8:]))
    across, _, _, _, along = struct.unpack(">5i", header[-44:-24])
    codec = _child(track, b"mdia", b"minf", b"stbl", b"stsd")[12:16].decode("latin-1")
    if not (width and height):
        return None
    turned = across == 0 and along == 0  # by a quarter: how phones store upright films
    return (height, width, codec) if turned else (width, height, codec)


def _seconds(header: bytes) -> int | None:
    """Length from the movie header; version 1 has 64-bit times."""
    is_long = header[:1] == b"\x01"
    scale, length = struct.unpack_from(">IQ" if is_long else ">II", header, 20 if is_long else 12)
    unknown = length == 0 or length in (2**32 - 1, 2**64 - 1) or scale == 0
    return None if unknown else max(1, round(length / scale))

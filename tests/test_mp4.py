"""Reading an mp4's table of contents: a real film, films turned by a phone, and damaged ones."""

import io
import struct

import pytest

from news.mp4 import LARGEST_CONTENTS, Film, NotAnMp4, read_film

from .factory import FILM

UPRIGHT = (0, 65536, 0, -65536, 0)
LEVEL = (65536, 0, 0, 0, 65536)


def box(kind, *contents):
    content = b"".join(contents)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def track(width=1280, height=720, codec=b"avc1", matrix=LEVEL, handler=b"vide"):
    header = bytes(40) + struct.pack(">9i", *matrix, 0, 0, 0, 1 << 30)
    header += struct.pack(">II", width << 16, height << 16)
    description = bytes(8) + box(codec, bytes(70))
    table = box(b"minf", box(b"stbl", box(b"stsd", description)))
    kind = box(b"hdlr", bytes(8) + handler + bytes(12))
    return box(b"trak", box(b"tkhd", header), box(b"mdia", kind, table))


def head(scale=1000, length=185_400, version=0):
    times = struct.pack(">QQIQ" if version else ">IIII", 0, 0, scale, length)
    return box(b"mvhd", bytes([version, 0, 0, 0]), times, bytes(80))


def film(*contents, before=(), kind=b"ftyp"):
    return io.BytesIO(b"".join([box(kind, b"isom"), *before, box(b"moov", *contents)]))


def test_the_sample_film_is_read():
    with FILM.open("rb") as file:
        assert read_film(file) == Film(960, 540, 20, "avc1")


def test_table_of_contents_may_stand_behind_the_pictures():
    pictures = box(b"mdat", bytes(100_000))
    assert read_film(film(head(), track(), before=[pictures])) == Film(1280, 720, 185, "avc1")


def test_boxes_over_four_gigabytes_are_stepped_over():
    long_box = struct.pack(">I4sQ", 1, b"mdat", 16 + 500) + bytes(500)
    assert read_film(film(head(), track(), before=[long_box])).width == 1280


def test_upright_film_of_a_phone_is_higher_than_wide():
    found = read_film(film(head(), track(1920, 1080, matrix=UPRIGHT)))
    assert (found.width, found.height) == (1080, 1920)


def test_codec_other_than_h264_is_named():
    assert read_film(film(head(), track(codec=b"hvc1"))).codec == "hvc1"


def test_largest_picture_track_counts_and_sound_does_not():
    tracks = [track(handler=b"soun"), track(320, 180), track()]
    assert read_film(film(head(), *tracks)).width == 1280


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (head(version=1), 185),
        (head(length=100), 1),
        (head(length=0), None),
        (head(length=2**32 - 1), None),
        (head(scale=0), None),
    ],
)
def test_length_in_seconds_where_the_file_tells_it(header, seconds):
    assert read_film(film(header, track())).seconds == seconds


WHOLE = film(head(), track()).getvalue()
DAMAGED = {
    "nothing": b"",
    "eight bytes": WHOLE[:8],
    "text": "这不是视频".encode() * 20,
    "page": b"<html><script>alert(1)</script></html>",
    "another kind first": film(head(), track(), kind=b"free").getvalue(),
    "no table of contents": box(b"ftyp", b"isom") + box(b"mdat", bytes(50)),
    "sound only": film(head(), track(handler=b"soun")).getvalue(),
    "no size on the screen": film(head(), track(0, 0)).getvalue(),
    "no length": film(track()).getvalue(),
    "box of no size": box(b"ftyp", b"isom") + struct.pack(">I4s", 0, b"moov"),
    "box smaller than its head": box(b"ftyp", b"isom") + struct.pack(">I4s", 4, b"free") + WHOLE,
    "pictures cut off": film(head(), track()).getvalue() + box(b"mdat", bytes(500))[:300],
    "claims more than it has": box(b"ftyp", b"isom") + struct.pack(">I4s", 9000, b"moov") + WHOLE,
    "endless row of boxes": box(b"ftyp", b"isom") + box(b"free") * 5000 + WHOLE[12:],
    "track header too short": film(head(), box(b"trak", box(b"tkhd", bytes(20)))).getvalue(),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_or_other_file_is_no_mp4(name):
    with pytest.raises(NotAnMp4):
        read_film(io.BytesIO(DAMAGED[name]))


def test_film_cut_off_anywhere_is_no_mp4_and_never_another_error():
    for length in range(len(WHOLE)):
        with pytest.raises(NotAnMp4):
            read_film(io.BytesIO(WHOLE[:length]))


def test_any_flipped_byte_gives_a_film_or_a_refusal():
    for place in range(len(WHOLE)):
        changed = bytearray(WHOLE)
        changed[place] ^= 0xFF
        try:
            read_film(io.BytesIO(bytes(changed)))
        except NotAnMp4:
            continue


def test_huge_table_of_contents_is_refused_unread():
    class Counting(io.BytesIO):
        def read(self, size=-1):
            assert 0 <= size <= 16
            return super().read(size)

    data = box(b"ftyp", b"isom") + box(b"moov", bytes(LARGEST_CONTENTS + 1))
    with pytest.raises(NotAnMp4):
        read_film(Counting(data))

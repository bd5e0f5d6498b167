"""Caption files: every usual form becomes one plain WebVTT; a faulty one is refused with its line."""

import pytest
from django.core.exceptions import ValidationError

from news.captions import to_webvtt

SRT = """1
00:00:01,000 --> 00:00:04,000
师傅说：先看图，再下刀。

2
00:00:04,500 --> 00:01:06,250
<i>一丝一毫</i>都要较真
{\\an8}第二行
"""
PLAIN = """WEBVTT

00:00:01.000 --> 00:00:04.000
师傅说：先看图，再下刀。

00:00:04.500 --> 00:01:06.250
一丝一毫都要较真
第二行
"""
VTT = """WEBVTT 讲座字幕
Kind: captions

NOTE 第一稿

STYLE
::cue { color: red }

开场
00:01.000 --> 00:04.000 align:start line:0
<v.loud 缪成蹊>先看图 &amp; 再下刀 1 &lt; 2</v>

01:00:05.5 --> 01:00:06.000
<c.red>完</c><00:00:05.800>了
"""


@pytest.mark.parametrize(
    "data",
    [
        SRT.encode(),
        SRT.encode("gb18030"),
        SRT.encode("utf-8-sig"),
        SRT.encode("utf-16"),
        SRT.replace("\n", "\r\n").encode(),
        SRT.replace("\n", "\r").encode(),
        PLAIN.encode(),
    ],
    ids=["UTF-8", "GB18030", "byte order mark", "UTF-16", "CRLF", "CR", "WebVTT"],
)
def test_every_usual_form_becomes_the_same_webvtt(data):
    assert to_webvtt(data) == PLAIN


def test_styles_positions_and_markup_go_and_the_speaker_stays():
    assert to_webvtt(VTT.encode()) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n缪成蹊：先看图 &amp; 再下刀 1 &lt; 2\n\n"
        "01:00:05.500 --> 01:00:06.000\n完了\n"
    )


def test_converting_twice_changes_nothing():
    once = to_webvtt(VTT.encode())
    assert to_webvtt(once.encode()) == once


def test_words_cannot_forge_a_cue_or_markup():
    forged = "1\n00:00:01,000 --> 00:00:02,000\n甲 --> 乙 &lt;script&gt;\n"
    assert "甲 --&gt; 乙 &lt;script&gt;" in to_webvtt(forged.encode())


def test_cues_are_put_in_the_order_of_time_and_empty_ones_dropped():
    mixed = "00:09.000 --> 00:10.000\n后\n\n00:02.000 --> 00:03.000\n\n00:01.000 --> 00:02.000\n先"
    assert [line for line in to_webvtt(mixed.encode()).split("\n") if line in "先后"] == [
        *("", "先"),
        *("", "后", ""),
    ]


REFUSED = {
    "nothing": (b"", "没有一条字幕"),
    "head only": (b"WEBVTT\n", "没有一条字幕"),
    "cues without words": (b"00:01.000 --> 00:02.000\n", "没有一条字幕"),
    "no blank line between": (
        "1\n00:00:01,000 --> 00:00:02,000\n你好\n2\n00:00:03,000 --> 00:00:04,000\n再见\n".encode(),
        "第 5 行又是时间",
    ),
    "plain text": ("今天开会\n\n".encode(), "第 1 行“今天开会”应是时间"),
    "blank line inside a cue": (
        "1\n00:00:01,000 --> 00:00:02,000\n上半句\n\n下半句\n".encode(),
        "第 5 行“下半句”应是时间",
    ),
    "misspelt time": (
        "1\n00:00:01,000 -> 00:00:02,000\n字\n".encode(),
        "第 2 行“00:00:01,000 -> 00:00:02,000”应是时间",
    ),
    "end before start": (
        "WEBVTT\n\n00:05.000 --> 00:04.000\n字\n".encode(),
        "第 3 行的结束时间不晚于开始时间",
    ),
    "seconds over 59": (
        "WEBVTT\n\n00:61.000 --> 01:62.000\n字\n".encode(),
        "第 3 行的时间有误",
    ),
    "a film": (b"\x00\x00\x00\x20ftypisom" + bytes(range(256)), "不是文本"),
    "no known encoding": (b"00:01.000 --> 00:02.000\n\xff\xff", "不是文本"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_faulty_file_is_refused_with_its_line(name):
    data, message = REFUSED[name]
    with pytest.raises(ValidationError) as refusal:
        to_webvtt(data)
    assert message in refusal.value.messages[0]

"""Text nested absurdly deep: flattened at little cost, and complained about at the desk."""

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.nesting import DEEPEST, TOKEN, flatten
from news.richtext import clean, complaints, plain_text

DEEP = 60_000


class Depth(HTMLParser):
    """The depth of well-formed HTML, by a reader of its own."""

    def __init__(self, html):
        super().__init__()
        self.now = self.deepest = 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag not in ("br", "img", "hr"):
            self.now += 1
            self.deepest = max(self.deepest, self.now)

    def handle_endtag(self, tag):
        self.now -= 1


def nested(tags, times, words="字"):
    closed = "".join(f"</{tag}>" for tag in reversed(tags))
    return "".join(f"<{tag}>" for tag in tags) * times + words + closed * times


@pytest.mark.parametrize("tags", [["blockquote"], ["ul", "li"], ["span"], ["table", "tr", "td"]])
def test_words_stay_and_the_depth_does_not(tags):
    cleaned = clean(f"<p>前</p>{nested(tags, 5000, '<p>中</p>')}<p>后</p>")
    assert plain_text(cleaned).replace(" ", "") == "前中后"
    assert Depth(cleaned).deepest <= DEEPEST * 4 + 1  # a table is four elements to a level


def test_what_stands_beside_the_depth_is_untouched():
    after = "<h2>二、安排</h2><ul><li><strong>天宁区</strong></li></ul>"
    assert clean(nested(["blockquote"], 500) + after).endswith(after)


@pytest.mark.parametrize(
    "html",
    [
        nested(["ul", "li"], DEEPEST),
        "<p>不收尾的段落" * 3000,
        "<ul>" + "<li>不收尾的条目" * 3000 + "</ul>",
        "<table>" + "<tr><td>格" * 3000 + "</table>",
        '<p>甲<br>乙<img src="/media/pictures/1.webp" alt="图"></p>' * 3000,
        "<p><strong>甲</strong><em>乙</em></p>" * 3000,
        '<p title="<ul><ul>">甲</p>' * 3000,
        "<!-- <ul><ul> --><p>甲</p>" * 3000,
        "甲 < 乙，乙 <3 丙" * 3000,
    ],
)
def test_text_of_any_length_that_is_not_deep_is_left_alone(html):
    assert flatten(html) == html


# Each makes the next level deep while its end tag only seems to be there.
DISGUISES = {
    "plain": "<ul>",
    "end tag in an attribute": '<ul><p title="</ul>">',
    "end tag in an attribute without quotes": "<ul><p title=</ul>",
    "end tag in a comment": "<ul><!-- </ul> -->",
    "end tag in a declaration": "<ul><!x </ul>",
    "end tag in a script": "<ul><script></ul></script>",
    "end tag in a drawing": "<ul><svg></ul></svg>",
    "start tag behind a quote that is none": '<p "><ul>',
    "start tag behind two equals signs": '<p a=="><ul>',
    "end tag of another element": "<ul></ol>",
    "end tag that reaches too far": "<x><blockquote></x>",
}


@pytest.mark.parametrize("name", DISGUISES)
def test_disguised_depth_costs_no_more_than_flat_text(name):
    html = DISGUISES[name] * (240_000 // len(DISGUISES[name]))
    flat = "<p>平铺的文字，一段接着一段。</p>" * (240_000 // 20)
    assert seconds(clean, html) < 1 + 20 * seconds(clean, flat)


def seconds(function, html):
    start = time.process_time()
    function(html)
    return time.process_time() - start


@pytest.mark.parametrize("start", ['<a "', "<a '", "<a =", "<!--", "<!", "</", "<", "<a/", "<a b"])
def test_every_character_is_looked_at_once(start):
    """Each token begins where the one before ended, and an unfinished one takes all the rest."""
    html = start * 50_000
    assert seconds(flatten, html) < 1
    assert sum(len(token[0]) for token in TOKEN.finditer(html)) <= len(html)


PARTS = st.lists(
    st.sampled_from(
        [
            "<ul>",
            "<li>",
            "</ul>",
            "<b>",
            "</b>",
            "<p title='",
            '"',
            "'",
            ">",
            "<!--",
            "-->",
            "字",
            "=",
        ]
    ),
    max_size=60,
)


@given(PARTS.map("".join))
def test_flattening_again_changes_nothing_and_keeps_what_is_shallow(html):
    once = flatten(html, 3)
    assert flatten(once, 3) == once
    assert flatten(html, 60) == html


def test_the_desk_says_so_in_chinese():
    assert "一层套一层，超过 100 层" in complaints(nested(["blockquote"], DEEP))[-1]
    assert not complaints(nested(["ul", "li"], 20))

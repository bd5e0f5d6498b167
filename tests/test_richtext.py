"""Article HTML: what is kept, what goes, on every way in and on the way out."""

from html.parser import HTMLParser

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from news import richtext
from news.importing.reader import Document, Paragraph
from news.importing.writer import write_article
from news.models import Article
from news.richtext import ALLOWED, clean, complaints, plain_text

from .factory import make_article, make_column

PICTURE = "/media/pictures/2026/11/ab12/960.webp"
HOSTILE = '<p onclick="x()">正文</p><script>alert(1)</script><a href="javascript:alert(1)">链接</a>'
HARMLESS = "<p>正文</p><a>链接</a>"


class Inventory(HTMLParser):
    """Tags, attribute names and addresses found by a parser of its own."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.addresses = set(), set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for name, value in attributes:
            self.attributes.add((tag, name))
            if name in ("href", "src"):
                self.addresses.add((value or "").strip().lower())


def assert_allowed(html):
    found = Inventory(html)
    assert found.tags <= set(ALLOWED)
    classed = {(tag, "class") for tag in richtext.ALIGNED_TAGS}
    named = {(tag, name) for tag, names in ALLOWED.items() for name in names}
    assert found.attributes <= named | classed
    assert not any(
        a.startswith(("javascript:", "data:", "vbscript:", "//")) for a in found.addresses
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>一、安排</h2><h3>（一）时间</h3><p>上午<strong>九点</strong></p>",
        '<ul><li>天宁区</li></ul><ol start="3"><li>钟楼区</li></ol>',
        '<table><caption>日程</caption><thead><tr><th scope="col">时间</th></tr></thead>'
        '<tbody><tr><td colspan="2">9:00</td></tr></tbody></table>',
        '<p class="text-center">二〇二六年</p>',
        '<a href="https://www.example.cn/">外站</a><a href="/ghyw/">本站</a><a href="tel:12351">热线</a>',
        f'<figure><img src="{PICTURE}" alt="会场" width="960" height="540"><figcaption>会场</figcaption></figure>',
        "<blockquote><p>引文</p></blockquote><hr>",
    ],
)
def test_markup_of_an_article_is_kept_as_it_is(html):
    assert clean(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<p style="text-indent:2em">文</p>', "<p>文</p>"),
        ('<p class="MsoNormal text-right">文</p>', '<p class="text-right">文</p>'),
        ("<p>文<o:p></o:p></p>", "<p>文</p>"),
        ('<p><font color="red">文</font><span lang="EN-US">x</span></p>', "<p>文x</p>"),
        ("<!--[if gte mso 9]><xml>x</xml><![endif]--><p>文</p>", "<p>文</p>"),
        ("<p>文</p><p>&nbsp;</p><p>　</p><p><br></p><p>字</p>", "<p>文</p><p>字</p>"),
        ("<div>第一段</div><div>第二段</div>", "<p>第一段</p><p>第二段</p>"),
        ("<p><b>粗</b><i>斜</i></p>", "<p><strong>粗</strong><em>斜</em></p>"),
        ("<h1>题</h1><h2>节</h2><p>文</p>", "<h2>题</h2><h3>节</h3><p>文</p>"),
        ("<ul><li><p></p></li></ul><p>文</p>", "<ul></ul><p>文</p>"),
        ('<div title="a>b">文</div>', "<p>文</p>"),
        ("<p>文</p><script>alert(1)</script>", "<p>文</p>"),
        ("<style>p{color:red}</style><p>文</p>", "<p>文</p>"),
        ('<p onclick="x()">文</p>', "<p>文</p>"),
        ('<p><a href="javascript:alert(1)">文</a></p>', "<p><a>文</a></p>"),
        ('<p><a href="//evil.example/">文</a></p>', "<p><a>文</a></p>"),
        ('<p>文<img src="https://evil.example/x.png" alt="x"></p>', "<p>文</p>"),
        ('<p>文<img src="data:image/png;base64,AA" alt="x"></p>', "<p>文</p>"),
        (
            f'<p>文<img src="{PICTURE}" alt="a" onerror="x()"></p>',
            f'<p>文<img src="{PICTURE}" alt="a"></p>',
        ),
        ('<p>文</p><iframe src="https://evil.example/"></iframe>', "<p>文</p>"),
        ('<p>文<svg onload="x()"><script>x()</script></svg></p>', "<p>文</p>"),
        (
            '<table border="1" width="600"><tbody><tr><td width="200" style="x">格</td></tr></tbody></table>',
            "<table><tbody><tr><td>格</td></tr></tbody></table>",
        ),
        (f'<img src="{PICTURE}" alt="x" width="100%">', f'<img src="{PICTURE}" alt="x">'),
        ('<img src="/media/pictures/../attachments/1.pdf" alt="x">', ""),
    ],
)
def test_what_does_not_belong_goes_and_the_words_stay(html, cleaned):
    assert clean(html) == cleaned


WORDS = st.sampled_from(
    ["文", "<", ">", '"', "'", "&", "&lt;", "&#106;", "\x00", "\u3000", " ", "]]>", "--"]
)
TAGS = st.sampled_from(
    [
        *ALLOWED,
        "script",
        "style",
        "svg",
        "math",
        "iframe",
        "div",
        "b",
        "h1",
        "h5",
        "template",
        "noscript",
        "textarea",
        "title",
        "o:p",
        "center",
        "font",
        "xmp",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' class="text-left x"',
        ' style="color:red"',
        ' onclick="x()"',
        ' href="javascript:x()"',
        ' href="jav&#x09;ascript:x()"',
        ' href="//evil"',
        f' src="{PICTURE}"',
        ' src="x" onerror="x()"',
        ' alt="a>b"',
        " alt='\"<img>'",
        ' width="1e3"',
        " href=x/onmouseover=y",
        ' title="x"',
    ]
)
PIECES = st.one_of(
    WORDS,
    st.builds(lambda tag, attribute: f"<{tag}{attribute}>", TAGS, ATTRIBUTES),
    st.builds(lambda tag: f"</{tag}>", TAGS),
    st.just("<!--"), st.just("-->"), st.just("<![CDATA["),
)  # fmt: skip
SOUP = st.lists(PIECES, max_size=25).map("".join)


@hypothesis_settings(max_examples=400, deadline=None)
@given(st.one_of(SOUP, st.text()))
def test_cleaning_leaves_only_the_allowed_and_twice_equals_once(html):
    once = clean(html)
    assert_allowed(once)
    assert clean(once) == once


@hypothesis_settings(max_examples=200, deadline=None)
@given(SOUP)
def test_complaints_never_fail_on_broken_markup(html):
    assert all(isinstance(text, str) for text in complaints(html))


@pytest.mark.parametrize("typed", ["\u3000\u3000", "\u3000", "&nbsp;&nbsp;&nbsp;&nbsp;"])
def test_indent_typed_by_hand_goes_because_the_style_sheet_indents(typed):
    assert clean(f"<p>{typed}第一段。</p>") == "<p>第一段。</p>"


def test_full_width_spaces_before_a_signature_are_kept_and_cost_nothing():
    html = f"<p>{'　' * 60}常州市总工会</p>"
    assert clean(html) == html
    assert clean(f"<p>{'　' * 60}</p>") == ""


@pytest.mark.parametrize(
    "html",
    [
        "<" * 1_000_000,
        "<div>" * 100_000,
        "<b>" * 5_000 + "文",
        "<p>" * 100_000,
        '<img alt="' * 50_000,
    ],
    ids=["brackets", "blocks", "nested", "paragraphs", "open attributes"],
)
def test_huge_hostile_text_is_cleaned_and_returns(html):
    assert_allowed(clean(html))


def test_plain_text_is_the_words_in_one_line():
    html = "<h2>一、安排</h2><p>上午&amp;下午&nbsp;<strong>九点</strong></p><ul><li>甲</li><li>乙</li></ul>"
    assert plain_text(html) == "一、安排 上午&下午 九点 甲 乙"


@pytest.mark.django_db
class TestEveryWriter:
    """No way into the database goes round the cleaner."""

    def stored(self, article):
        return Article.objects.values_list("body", flat=True).get(pk=article.pk)

    def test_create_and_save(self):
        article = make_article(body=HOSTILE)
        assert self.stored(article) == HARMLESS
        article.body = HOSTILE
        article.save()
        assert self.stored(article) == HARMLESS

    def test_update(self):
        article = make_article()
        Article.objects.filter(pk=article.pk).update(body=HOSTILE)
        assert self.stored(article) == HARMLESS

    def test_bulk_create_and_bulk_update(self):
        column = make_column()
        row = Article(title="批量", home_column=column, body=HOSTILE)
        Article.objects.bulk_create([row])
        assert self.stored(row) == HARMLESS
        row.body = HOSTILE + "<p>改</p>"
        Article.objects.bulk_update([row], ["body"])
        assert self.stored(row) == HARMLESS + "<p>改</p>"

    def test_import(self):
        document = Document(
            title="导入", date=None, source=None, byline=None, editor=None, columns=(),
            paragraphs=(Paragraph("<script>alert(1)</script>正文"),), old_id=None,
        )  # fmt: skip
        article = write_article(document, column=make_column())
        assert self.stored(article) == "<p>&lt;script&gt;alert(1)&lt;/script&gt;正文</p>"

    def test_row_put_in_behind_the_back_is_cleaned_on_the_way_out(self, client):
        article = make_article()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE news_article SET body = %s WHERE id = %s", [HOSTILE, article.pk])
        html = client.get(article.get_absolute_url()).content.decode()
        assert "正文</p>" in html
        assert "<script>alert" not in html
        assert "javascript:" not in html


class TestComplaints:
    """What the press officer is told, and where."""

    @pytest.mark.parametrize(
        ("html", "message"),
        [
            ("<p>a</p>\n<script>x</script>", "正文第 2 行含有不允许的代码 <script>"),
            ('<img src="x" onerror="x()">', "不允许的代码 onerror"),
            ('<a href="javascript:alert(1)">x</a>', "的链接“javascript:alert(1)”不能使用"),
            ('<a href=" java\nscript:x">x</a>', "不能使用"),
            ('<a href="//evil.example/">x</a>', "不能使用"),
            ('<a href="www.example.cn">x</a>', "链接应以 http://"),
            ("<svg></svg>", "不允许的代码 <svg>"),
            (
                '<img src="https://a.example/1.png" alt="x">',
                "正文第 1 张图片（https://a.example/1.png）不在本网站上",
            ),
            ('<img src="data:image/png;base64,AA" alt="x">', "不在本网站上"),
            (f'<img src="{PICTURE}" alt=" ">', "正文第 1 张图片缺少替代文字"),
        ],
    )
    def test_says_where_and_what_to_do(self, html, message):
        assert message in complaints(html)[0]

    def test_is_silent_about_word_noise_and_good_text(self):
        html = (
            '<p class="MsoNormal" style="x"><span lang="EN">文</span><o:p></o:p></p>'
            f'<img src="{PICTURE}" alt="会场"><a href="/ghyw/">本站</a><a href="#a">锚</a>'
        )
        assert complaints(html) == []

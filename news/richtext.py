"""The one list of allowed markup, and the cleaner that enforces it.

`ALLOWED` feeds both sides: the editor's configuration (`news/editor.py`: what staff are offered and
what survives a paste) and `clean()` (what the server keeps). The editor is comfort, the server is
the boundary: its own maintainers say that filtering in the browser is none.
"""

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser

import nh3
from django.conf import settings
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from .nesting import DEEPEST, flatten
from .outside import Outside, as_browsers_read
from .presentation import IMAGE, complete_pictures, frame_tables, mark_links

ALIGNMENTS = {"text-left", "text-center", "text-right"}
ALIGNED_TAGS = {"p", "h2", "h3", "h4", "th", "td"}

# tag -> attributes. No style anywhere: the public CSP blocks it, and fixed px break elder mode. No
# h1: that is the article's title. No iframe, video or form: those are not article text.
ALLOWED: dict[str, set[str]] = {
    "p": set(),
    "h2": set(),
    "h3": set(),
    "h4": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "blockquote": set(),
    "hr": set(),
    "br": set(),
    "strong": set(),
    "em": set(),
    "u": set(),
    "s": set(),
    "sub": set(),
    "sup": set(),
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "figure": set(),
    "figcaption": set(),
    "table": set(),
    "caption": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
URL_SCHEMES = {"http", "https", "mailto", "tel"}

# Tags whose text is no article text: they go with all they hold.
DROPPED_WITH_CONTENT = {"script", "style", "iframe", "object", "svg", "math", "noscript", "title"}
# Seen in stored attacks; named to the person who sent them. Word's own noise (style, meta, o:p,
# font) is dropped without a word.
HOSTILE_TAGS = {
    "script", "iframe", "frame", "object", "embed", "applet", "svg", "math", "form", "input",
    "button", "base", "video", "audio",
}  # fmt: skip

NUMBER = re.compile(r"\d{1,4}")
ADDRESS_SCHEME = re.compile(r"[\s\x00-\x1f]*([a-zA-Z][a-zA-Z0-9+.\s-]*):")
EMPTY_CLASS = re.compile(r' class=""')
# \s holds the full-width space already: naming it again would make 30 of them before a signature,
# usual in official papers, take minutes.
EMPTY_BLOCK = re.compile(r"<(p|h[2-4]|li)(?: class=\"[^\"]*\")?>(?:\s|&nbsp;|<br>)*</\1>\s*")
# The two spaces Word texts begin a paragraph with: the style sheet indents, together they would be
# four. More than that pushes a signature to the right and stays.
TYPED_INDENT = re.compile(r"<p>(?:\u3000{1,2}|(?:&nbsp;){2,4})(?=[^\s&])")
WRAPPER = re.compile(r"<(/?)(?:div|section|article|center)(?=[\s/>])", re.IGNORECASE)
RENAMED = {"b": "strong", "i": "em", "strike": "s", "del": "s"}
RENAMED_TAG = re.compile(rf"<(/?)({'|'.join(RENAMED)})(?=[\s>])", re.IGNORECASE)
HEADING_TAG = re.compile(r"<(/?)h([1-3])\b", re.IGNORECASE)
FIRST_LEVEL_HEADING = re.compile(r"<h1\b", re.IGNORECASE)


def clean(html: str) -> str:
    """HTML of any origin -> HTML of `ALLOWED` only. Cleaning twice equals cleaning once."""
    html = _cleaner().clean(_rename(flatten(html or "")))
    html = IMAGE.sub(lambda match: match[0] if ' src="' in match[0] else "", html)
    html = EMPTY_CLASS.sub("", html)
    html = TYPED_INDENT.sub("<p>", html)
    emptied = None
    while emptied != html:  # a list item that held only an empty paragraph is empty now, too
        emptied, html = html, EMPTY_BLOCK.sub("", html)
    return html.strip()


def render(html: str, outside: Outside) -> SafeString:
    """Stored HTML, cleaned again and completed for reading, ready for a template.

    The one place that marks a text as safe.
    """
    return mark_safe(mark_links(frame_tables(complete_pictures(clean(html))), outside))


def plain_text(html: str) -> str:
    """The words without markup, in one line; for search and summaries."""
    spaced = re.sub(r"</(p|h[2-4]|li|td|th|caption|figcaption)>|<br>", " ", html or "")
    return " ".join(unescape(strip_tags(spaced)).split())


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(ALLOWED),
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes={tag: names for tag, names in ALLOWED.items() if names},
        allowed_classes=dict.fromkeys(ALIGNED_TAGS, ALIGNMENTS),
        attribute_filter=_keep_attribute,
        generic_attribute_prefixes=set(),
        url_schemes=URL_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """The value to keep, or None. Called by nh3 for every allowed attribute."""
    if name in {"width", "height", "colspan", "rowspan", "start"}:
        return value if NUMBER.fullmatch(value) else None
    if name == "scope":
        return value if value in {"col", "row", "colgroup", "rowgroup"} else None
    if tag == "img" and name == "src":
        return value if is_own_picture(value) else None
    if name == "href":
        return None if leads_to_a_host_unnamed(value) else value
    if name in {"lang", "title"} and tag != "a":
        return None  # nh3 lets these two pass on every tag
    return value


def leads_to_a_host_unnamed(address: str) -> bool:
    """`//host`, `/\\host` and `/<tab>/host`: paths to the eye, other sites to a browser."""
    return as_browsers_read(address).startswith(("//", "\\", "/\\"))


def is_own_picture(address: str) -> bool:
    """Only pictures that went through our own upload may show."""
    return address.startswith(f"{settings.MEDIA_URL}pictures/") and ".." not in address


def _rename(html: str) -> str:
    """Old and wrapping tags to their plain equals, before cleaning (so this need not be safe).

    A dropped `<div>` would run two paragraphs together. A page pasted with h1 has its headings
    moved down one level together, so that their order stays.
    """
    html = WRAPPER.sub(r"<\1p", html)
    html = RENAMED_TAG.sub(lambda match: f"<{match[1]}{RENAMED[match[2].lower()]}", html)
    if FIRST_LEVEL_HEADING.search(html):
        html = HEADING_TAG.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", html)
    return html


class Complaints(HTMLParser):
    """Collects, in Chinese, what in a submitted text cannot stay and what is missing.

    Only for telling people: `clean()` does not depend on it.
    """

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.pictures = 0

    def handle_starttag(self, tag, attributes):
        if tag in HOSTILE_TAGS:
            self.found.append(f"正文第 {self.getpos()[0]} 行含有不允许的代码 <{tag}>，请删去。")
        for name, value in attributes:
            self._check_attribute(tag, name, value or "")
        if tag == "img":
            self._check_picture(dict(attributes))

    def _check_attribute(self, tag, name, value):
        line = self.getpos()[0]
        if name.startswith("on"):
            self.found.append(f"正文第 {line} 行的 <{tag}> 带有不允许的代码 {name}，请删去。")
        elif name == "href" and not is_allowed_address(value):
            self.found.append(
                f"正文第 {line} 行的链接“{value[:40]}”不能使用：链接应以 http://、https://、"
                "mailto:、tel: 或 / 开头，本页内的以 # 开头。"
            )

    def _check_picture(self, attributes):
        self.pictures += 1
        source = attributes.get("src") or ""
        if not is_own_picture(source):
            self.found.append(
                f"正文第 {self.pictures} 张图片（{source[:40] or '没有地址'}）不在本网站上："
                "请把图片存到电脑，再用“图像”按钮上传。"
            )
        elif not (attributes.get("alt") or "").strip():
            self.found.append(
                f"正文第 {self.pictures} 张图片缺少替代文字：请双击图片，在“替换文本”里"
                "写一句话说明图上是什么。"
            )


def complaints(html: str) -> list[str]:
    """Chinese sentences, each saying where and what to do; empty when the text can be kept whole."""
    parser = Complaints()
    parser.feed(html or "")
    parser.close()
    if flatten(html or "") != (html or ""):
        parser.found.append(
            f"正文里的列表、引用或表格一层套一层，超过 {DEEPEST} 层，多半是粘贴时出了错：请删去这一段，"
            "先粘到记事本，再从记事本粘过来。"
        )
    return parser.found


def is_allowed_address(address: str) -> bool:
    """Whether a link may be kept: one of `URL_SCHEMES`, or a path or anchor on this site."""
    if leads_to_a_host_unnamed(address):
        return False
    scheme = ADDRESS_SCHEME.match(address)
    return scheme[1].lower() in URL_SCHEMES if scheme else address.startswith(("/", "#"))

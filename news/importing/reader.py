"""Read the saved text of an old news page into a title, a date and clean paragraphs.

    document = read_page_text(text, url)     # str, str -> Document; UnreadablePage without a body
    document.body_html()                     # "<p>…</p>\\n<h2>…</h2>", escaped

The head is navigation, breadcrumb, title and date line; the foot is an unbroken run of lines that
belong to the site. What is between is the body, whole, however much a line of it looks like
furniture. The old site, its elder mode and sites like it are read by the same rules.
"""

import datetime
import html
import re
from dataclasses import dataclass
from itertools import takewhile

LONGEST_FURNITURE = 200  # regexes see shorter lines only, so reading takes linear time
LONGEST_TITLE = 100
LONGEST_HEADING = 60
LONGEST_VALUE = 40  # what follows a label such as 来源:
LONGEST_CUT = 12  # the start of a footer line where a saved text stops
MOST_TITLE_LINES = 3  # a title, and a line above or below it
DEEPEST_HEAD = 60  # lines of navigation before the article

# Zero-width and control characters are no words, and databases refuse some of them.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\xad\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff]")
_HALF_WIDTH = {code + 0xFEE0: code for code in range(0x21, 0x7F)}

_PIPE_END = re.compile(r"(?:^|(?<=\s))[|\uff5c]$")

_OLD_ADDRESS = re.compile(
    r"(?i:https?://czgh\.jscz\.org\.cn(?::[0-9]+)?)?"
    r"(?:/html/czgh/(?P<year>[0-9]{4})/\w+_(?P<month>[0-9]{2})(?P<day>[0-9]{2})/"
    r"(?P<standard>[0-9]+)\.html(?:[?#].*)?"
    r"|/content/suitable/show\?(?:[^#]*&)?id=(?P<elder>[0-9]+)(?:[&#].*)?)"
)

_HEAD_FURNITURE = re.compile(
    r"(?:退出|进入|切换)?(?:长者|老年|关怀|适老)(?:模式|版)|(?:您好,\s*)?欢迎您?(?:访问|光临).*|今天是.*"
    r"|(?:网站)?首页(?:[\s|].*)?|[•·●].*|设为首页.*|加入收藏.*|无障碍(?:浏览|阅读|模式)?|[繁简]体版?"
    r"|手机版|登录|注册|搜索|English|\w{1,4}[省市区县](?:总工会|人民政府)(?:网|网站|门户网站)?"
)
_CRUMB_LABEL = re.compile(r"[您你]?(?:现在|当前|所在)?的?(?:所在)?位置(?:是)?\s*[:\uff1a]\s*")
_CRUMB_GAP = re.compile(r"\s*[>\uff1e»›→]+\s*|\s+[/|-]\s+")
_CRUMB_HOME = re.compile(r"(?:网站)?首页\s*[>\uff1e»›→]")
_CRUMB_ENDS = {"", "首页", "网站首页", "内容", "正文", "详情", "文章内容", "信息内容", "内容详情"}
_SITE_SUFFIX = re.compile(
    r"(?:\s[|\uff5c]|[-_])\s*[^\s|_-]{2,16}(?:总工会|人民政府|[会府]网|网站|官网)$"
)

_DATE = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)\s*日?"
    r"(?:\s*\d{1,2}[时点]\d{1,2}分?)?(?:\s*(?:星期|周)[一二三四五六日天])?"
)
_BRACKETED = re.compile(r"^[(\uff08\[【](.*)[)\uff09\]】]$")
_FIELD = re.compile(  # 来 源: is 来源: with a space for looks
    r"(?:(?P<date>(?:发布|发表|更新|发文|录入|添加|创建)?(?:日\s*期|时\s*间))"
    r"|(?P<source>(?:信息|稿件|文章|新闻|内容)?来\s*源)|(?P<author>作\s*者|撰稿人?)"
    r"|(?P<editor>(?:责任)?编\s*辑|责\s*编)|(?P<other>(?:浏览|阅读|点击|访问)(?:[次人]数|[量数率])?"
    r"|人气|字\s*号|字\s*体(?:大小)?|审\s*核人?|[一二三初复终]审|校对|审校|监制"
    r"|发布(?:机构|单位|[人者])))\s*:"
)
_CONTROL = re.compile(
    r"(?<!\w)(?:打印(?:本页|本文|此文|此页|文章)?|关闭(?:窗口|本页|此页)?|收藏(?:本文)?"
    r"|分享(?:文章|本文)?[到至]?|手机阅读(?:和分享)?|扫码阅读|[大中小]|字[体号]|默认|放大|缩小"
    r"|返回(?:顶部|列表)|我要纠错|微信|朋友圈|(?:新浪)?微博|QQ空间|QQ好友|复制链接"
    r"|扫一扫(?:,?[在用]?手机\w{0,12}|分享\w{0,12})?)+(?!\w)"
)

_NEIGHBOUR = re.compile(r"[\W_]*[上下]一[篇条](?:文章|新闻|信息)?(?!\w)")
_BARE_NEIGHBOUR = re.compile(_NEIGHBOUR.pattern + r"[\W_]*")
_FOOTER_KINDS = {
    "host": re.compile(r"(?:网站)?主办(?:单位)?\s*:|主(?:办单?位?)?$"),
    "contact": re.compile(
        r"(?:(?:网站|单位|联系|通[讯信]|办公|值班|监督|举报|咨询|服务)*(?:地址|电话|方式|邮箱|热线)"
        r"|传真|邮编|邮政编码|电子(?:邮件|邮箱|信箱)|[Ee]-?mail|联系人|工作时间"
        r"|(?:承办|协办|维护|运维)(?:单位)?)\s*:"
    ),
    "site": re.compile(
        r"(?:网站)?技术(?:支持|服务)(?:电话|单位|热线)?\s*:|(?:网站|本站|本网)支持\s*IP|网站标识码"
        r"|网站(?:地图|声明|纠错)(?!\w)|网站(?:管理|维护|建设)\s*:|(?:推荐|建议)使用.*(?:\d|浏览器)"
        r"|(?:联系|关于)我们(?!\w)|隐私(?:声明|保护)(?!\w)|政府网站找错|党政机关$|友情链接|设为首页"
        r"|您是第|(?:总|今日|累计)?访问(?:量|[人总]数)|Copyright|Powered|©"
        r"|.*(?:公安备|公网安备|ICP[备证]|标识码\s*:|版权所有)"
    ),
}

_ORDINAL = "[一二三四五六七八九十]{1,3}"
_HEADINGS = {2: re.compile(_ORDINAL + "、"), 3: re.compile(rf"\({_ORDINAL}\)")}

_ROLE = re.compile(r"(?:本报|见习)?(?:记者|通讯员)|图文|摄影|供稿|撰稿|作者|来源|[文图摄]")
_SIGNED = re.compile(
    r"(?!附件|全文|节选|完|图|略|暂|试行|注|下同|待续|资料)[\u4e00-\u9fff]{2,3}"
    r"|\w{2,16}(?:工会|工联会|协会|公司|集团|中心|街道|社区|学校|医院|日报|[委局部办镇网])"
)


class UnreadablePage(ValueError):
    """The text is no article: nothing is left as its body. The message is Chinese."""


@dataclass(frozen=True)
class Paragraph:
    """One line of the body. level: 0 a paragraph, 2 a section heading, 3 a heading below one."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class Document:
    """An article; texts are plain, not escaped. None, or (), where the page does not say.

    title is None only for a body without a title; paragraphs is never empty.
    """

    title: str | None
    date: datetime.date | None
    source: str | None
    byline: str | None
    editor: str | None
    columns: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    old_id: str | None

    def as_prediction(self, page_id: str) -> dict:
        """The record that score.py takes: strings, lists and None only."""
        return {
            "id": page_id,
            "title": self.title,
            "date": self.date.isoformat() if self.date else None,
            "source": self.source,
            "byline": self.byline,
            "columns": list(self.columns) or None,
            "paragraphs": [paragraph.text for paragraph in self.paragraphs],
        }

    def body_html(self) -> str:
        """The body as escaped <p>, <h2> and <h3> elements, one a line."""
        tagged = ((f"h{p.level}" if p.level else "p", html.escape(p.text)) for p in self.paragraphs)
        return "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in tagged)


def read_page_text(text: str, url: str = "") -> Document:
    """Read one page's saved text; url gives the old id, and a date where the text has none.

    Raises UnreadablePage where no body is found, and nothing else for any str.
    """
    columns, article = _split_navigation(_clean_lines(text))
    titles, fields, rest = _split_head(article)
    title = _SITE_SUFFIX.sub("", titles[0]).rstrip() or titles[0] if titles else None
    end = _footer_start(rest)
    body = titles[1:] + rest[:end]
    if titles and body[:1] == titles[:1]:
        body = body[1:]
    if not body:
        raise UnreadablePage("页面中没有找到正文。" if title else "页面中没有找到标题和正文。")
    editors = ((_fields(line) or {}).get("editor") for line in rest[end:])
    date = _real_date(_DATE.search(_key(fields.get("date", ""))))
    return Document(
        title=title,
        date=date or _real_date(_OLD_ADDRESS.fullmatch(url.strip())),
        source=fields.get("source") or None,
        byline=_bracket_credit(body[-1]) or fields.get("author") or None,
        editor=fields.get("editor") or next(filter(None, editors), None),
        columns=tuple(column for column in columns if column != title),
        paragraphs=tuple(Paragraph(line, _level(body, i)) for i, line in enumerate(body)),
        old_id=old_id_from_url(url),
    )


def old_id_from_url(url: str) -> str | None:
    """The article's number in an old address of either shape, with or without the host."""
    found = _OLD_ADDRESS.fullmatch(url.strip())
    return found["standard"] or found["elder"] if found else None


def _real_date(found: re.Match | None) -> datetime.date | None:
    """The date in a match; None without one, and for a day that no calendar has."""
    try:
        return datetime.date(*(int(found[part]) for part in ("year", "month", "day")))
    except (TypeError, ValueError):
        return None


def _clean_lines(text: str) -> list[str]:
    """The lines that hold anything, trimmed, without the ' |' that ends lines in elder mode."""
    lines = (line.strip() for line in _INVISIBLE.sub("", text).splitlines())
    trimmed = (_PIPE_END.sub("", line).rstrip() for line in lines)
    return [line for line in trimmed if line]


def _key(line: str) -> str:
    """The line with half-width signs, as patterns see it, letter for letter as long as the line.

    Empty for a line that is too long for furniture, so that no pattern matches it.
    """
    return line.translate(_HALF_WIDTH) if len(line) <= LONGEST_FURNITURE else ""


# The head: navigation, breadcrumb, title, date line


def _split_navigation(lines: list[str]) -> tuple[list[str], list[str]]:
    """(columns, lines from the title on)."""
    columns, start = [], 0
    for index, line in enumerate(lines[:DEEPEST_HEAD]):
        crumbs = _breadcrumb(line)
        if crumbs is not None:
            columns, start = crumbs, index + 1
        elif start:
            break
    # A row of buttons can stand above the title too; its fields are {}.
    while start < len(lines) and (
        _HEAD_FURNITURE.fullmatch(_key(lines[start])) or _fields(lines[start]) == {}
    ):
        start += 1
    return columns, lines[start:]


def _breadcrumb(line: str) -> list[str] | None:
    """The columns of a breadcrumb, [] where its path is on the next line; None for other lines."""
    label = _CRUMB_LABEL.match(_key(line))
    path = line[label.end() :] if label else line
    shows_path = label and (not path or "首页" in path or _CRUMB_GAP.search(path))
    if not (shows_path or _CRUMB_HOME.match(_key(path))):
        return None
    return [crumb for crumb in _CRUMB_GAP.split(path) if crumb not in _CRUMB_ENDS]


def _split_head(lines: list[str]) -> tuple[list[str], dict[str, str], list[str]]:
    """(title lines, fields of the date line, the rest). The title may follow the date line."""
    at = _find_date_line(lines)
    if at is None:
        count = int(bool(lines) and _could_be_title(lines[0]))
        return lines[:count], {}, lines[count:]
    # A taller pile is navigation that nothing else gave away, with the title at its foot.
    titles, fields = lines[:at] if at <= MOST_TITLE_LINES else lines[at - 1 : at], {}
    for index, line in enumerate(lines[at:], at):
        found = _fields(line)
        # A label that comes again is the body's own: 来源: in the text, not in the date line.
        if found is not None and not found.keys() & fields.keys():
            fields |= found
        elif not titles and _could_be_title(line):
            titles = [line]
        else:
            return titles, fields, lines[index:]
    return titles, fields, []


def _find_date_line(lines: list[str]) -> int | None:
    """Index of the first line of fields, None where a line that must be body comes before it."""
    for index, line in enumerate(lines[:DEEPEST_HEAD]):
        fields = _fields(line)
        # Far down, only a date shows that the lines above are navigation and not a body.
        if fields is not None and (index <= MOST_TITLE_LINES or "date" in fields):
            return index
        if not _could_be_title(line):
            return None
    return None


def _could_be_title(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and not _key(line).endswith(tuple("。;:,、"))


def _fields(line: str) -> dict[str, str] | None:
    """Values by label (date, source, author, editor) of a line of labels and buttons only.

    {} for a line of buttons or counters, None for a line that is anything else.
    """
    line = _BRACKETED.sub(r"\1", line) if _key(line) else ""
    marks = list(_FIELD.finditer(_key(line)))
    stops = [mark.start() for mark in marks] + [len(line)]
    before, fields = _key(line)[: stops[0]], {}
    if _DATE.search(before) and _is_date_value(before):
        fields["date"] = before
    elif re.search(r"\w", _CONTROL.sub("", before)) or not (marks or _CONTROL.search(before)):
        return None
    for mark, stop in zip(marks, stops[1:], strict=True):
        value = _CONTROL.sub("", line[mark.end() : stop]).strip(" \t\xa0\u3000|\uff5c〖〗【】[]")
        bad_date = mark.lastgroup == "date" and not _is_date_value(_key(value))
        if bad_date or len(value) > LONGEST_VALUE or "。" in value:
            return None
        undated = (
            _DATE.search(value) if mark.lastgroup == "source" and "date" not in fields else None
        )
        if undated and not any(later.lastgroup == "date" for later in marks):
            fields["date"], value = undated[0], value[: undated.start()].rstrip()
        if mark.lastgroup != "other":
            fields.setdefault(mark.lastgroup, value)
    return fields


def _is_date_value(value: str) -> bool:
    """Whether the value is a date, a time or a blank such as '--', with no words beside it."""
    return not re.search("[\u4e00-\u9fff]", _DATE.sub("", value))


# The foot


def _footer_start(lines: list[str]) -> int:
    """Index of the first line of the furniture that ends the page, len(lines) without any.

    主办单位:, 地址: and 电话: end notices as well as pages. So the block starts at its last host
    line, or above it at a line that no body has (上一篇, buttons). Contact lines further up
    stay in the body; without a host they belong to a block that has no others.
    """
    run = takewhile(bool, (_footer_kind(lines, i) for i in reversed(range(len(lines)))))
    kinds = list(run)[::-1]
    hosts = [i for i, kind in enumerate(kinds) if kind == "host"]
    sure = [i for i, kind in enumerate(kinds) if kind in ("end", "site")]
    first = min(hosts[-1:] + sure[:1], default=len(kinds))
    if not hosts and kinds[first : first + 1] == ["site"] and "contact" not in kinds[first:]:
        first = 0
    return len(lines) - len(kinds) + first


def _footer_kind(lines: list[str], index: int) -> str | None:
    """What a line is at the end of a page: end, host, contact or site; None for body."""
    line, above = _key(lines[index]), _key(lines[index - 1]) if index else ""
    if _NEIGHBOUR.match(line) or (line and _BARE_NEIGHBOUR.fullmatch(above)):
        return "end"
    if not line or line.endswith(tuple("。!?")):
        return None
    fields = _fields(line)
    if fields is not None and ("editor" in fields or not fields):
        return "end"
    kind = next((kind for kind, sign in _FOOTER_KINDS.items() if sign.match(line)), None)
    # A saved text may stop inside a footer line. A signature below contact lines looks the same,
    # so it counts as "contact", which proves no footer by itself.
    if kind or index != len(lines) - 1 or index == 0 or len(line) > LONGEST_CUT:
        return kind
    return "contact" if _footer_kind(lines, index - 1) in _FOOTER_KINDS else None


# The body


def _level(lines: list[str], index: int) -> int:
    """2 for 一、…, 3 for (一)…, 0 for a paragraph.

    A heading is one short sentence with text below it. Ordinals on neighbouring lines are a list.
    """
    line = lines[index]
    if len(line) > LONGEST_HEADING or "。" in line[:-1] or index == len(lines) - 1:
        return 0
    beside = [other[:6].translate(_HALF_WIDTH) for other in lines[max(index - 1, 0) : index + 2]]
    for level, ordinal in _HEADINGS.items():
        if ordinal.match(_key(line)) and sum(map(bool, map(ordinal.match, beside))) == 1:
            return level
    return 0


def _bracket_credit(paragraph: str) -> str | None:
    """The names in the brackets that end the paragraph; None where they hold something else."""
    text = paragraph.translate(_HALF_WIDTH)
    start, before = text.rfind("("), text[: text.rfind("(") + 1].rstrip("( \xa0\u3000")
    # Inside a sentence brackets explain, they do not sign.
    signs = not before or before.endswith(tuple("。!?…”’"))
    if start < 0 or text[-1] != ")" or len(text) - start > LONGEST_VALUE or not signs:
        return None
    credit = paragraph[start + 1 : -1].strip()
    parts = re.split(r"[\s、,/;:]+", credit.translate(_HALF_WIDTH))
    names = [part for part in parts if not _ROLE.fullmatch(part)]
    return credit if names and all(_SIGNED.fullmatch(name) for name in names) else None

"""What the reader of saved pages promises. Apart from the seed page, every page is invented."""

import contextlib
import datetime
import time
from pathlib import Path

import pytest

from news.importing.reader import (
    Document,
    Paragraph,
    UnreadablePage,
    old_id_from_url,
    read_page_text,
)

SEED = Path(__file__).parent.parent / "portal" / "sample" / "seed-26512.txt"
ELDER_URL = "https://czgh.jscz.org.cn/content/suitable/show?catid=19920&id=26512"
STANDARD_URL = "https://czgh.jscz.org.cn/html/czgh/2020/ABCDEFGH_0607/80001.html"

FIRST = "6月5日,梧桐镇总工会把工具书送到三个班组。"
LAST = "下一站是北港码头。"
FOOTER = """\xa0
主办单位:常州市总工会
地址:常州市和平北路166号\xa0\xa0\xa0\xa0网站地图
联系方式:0519-88106128\xa0\xa0传真:0519-00000000\xa0\xa0技术支持电话:0519-85685023(工作日9:00-17:00)
网站支持IPV6\xa0\xa0\xa0\xa0推荐使用1024*768或以上分辨率,并使用IE9.0或以上版本浏览器
苏公网安备32041102000483号\xa0\xa0网站标识码:3204000066\xa0\xa0苏ICP备05003616号-2"""

FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in "!(),:;>?|"}


def page(
    *body: str,
    title: str = "工具书进班组",
    date_line: str = "发布日期:2020-06-08\xa0\xa0来源:梧桐镇总工会\xa0\xa0浏览次数:\xa0\xa0字号:〖",
    footer: str = FOOTER,
) -> str:
    """A page of the old site with this body."""
    head = f"""欢迎访问常州市总工会! 今天是:
首页 工会要闻 基层动态 公告文件
您的位置:首页 >> 工会新闻 >> 基层动态 >> 内容
{title}
{date_line}
"""
    return head + "\n".join(f"\n{line}\n" for line in body or (FIRST, LAST)) + footer


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def levels(*body: str) -> list[int]:
    return [paragraph.level for paragraph in read_page_text(page(*body)).paragraphs]


# Whole pages


def test_the_seed_page_is_read_whole():
    document = read_page_text(SEED.read_text(encoding="utf-8"), ELDER_URL)
    assert document.title == "常州市举行“常有众扶 情暖龙城”暨“工会常伴 贴心送暖”送温暖启动仪式"
    assert document.date == datetime.date(2023, 1, 13)
    assert (document.source, document.byline, document.columns) == (None, None, ())
    assert document.old_id == "26512"
    assert len(document.paragraphs) == 12
    assert texts(document)[0].startswith("2023年春节即将来临")
    assert texts(document)[-1].endswith("等一线职工代表。")


def test_the_three_sections_of_the_seed_page_are_headings():
    document = read_page_text(SEED.read_text(encoding="utf-8"))
    headings = [paragraph.text[:2] for paragraph in document.paragraphs if paragraph.level == 2]
    assert headings == ["一、", "二、", "三、"]
    assert {paragraph.level for paragraph in document.paragraphs} == {0, 2}


def test_a_standard_page_gives_every_field():
    body = (FIRST, "下一站是北港码头。(林小雨、工会办)")
    assert read_page_text(page(*body), STANDARD_URL) == Document(
        title="工具书进班组",
        date=datetime.date(2020, 6, 8),
        source="梧桐镇总工会",
        byline="林小雨、工会办",
        editor=None,
        columns=("工会新闻", "基层动态"),
        paragraphs=tuple(Paragraph(text) for text in body),
        old_id="80001",
    )


def test_full_width_punctuation_reads_like_half_width():
    document = read_page_text(page().translate(FULL_WIDTH), STANDARD_URL)
    assert (document.title, document.source) == ("工具书进班组", "梧桐镇总工会")
    assert document.columns == ("工会新闻", "基层动态")
    assert texts(document) == [FIRST.translate(FULL_WIDTH), LAST]


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
def test_any_line_ending_reads_like_a_newline(newline):
    assert read_page_text(page().replace("\n", newline)) == read_page_text(page())


def test_byte_order_mark_and_zero_width_characters_are_dropped():
    hidden = "\ufeff" + page().replace("发布日期", "发布\u200b日期").replace("工具", "工\u200b具")
    assert read_page_text(hidden) == read_page_text(page())


def test_the_pipe_variant_of_elder_mode_has_one_paragraph():
    text = (
        f"工具书进班组 |\n发布日期:2020-06-08 来源:总工会 |\n{FIRST} {LAST} |\n主办单位:市总工会\n|"
    )
    document = read_page_text(text)
    assert (document.title, document.source) == ("工具书进班组", "总工会")
    assert texts(document) == [f"{FIRST} {LAST}"]


def test_a_page_that_stops_inside_its_body_keeps_the_broken_paragraph():
    assert texts(read_page_text(page(FIRST, "下一站是北", footer=""))) == [FIRST, "下一站是北"]


@pytest.mark.parametrize("length", range(1, len(FOOTER)))
def test_a_page_that_stops_inside_its_footer_leaks_nothing_of_it(length):
    assert texts(read_page_text(page(footer="\n" + FOOTER[:length]))) == [FIRST, LAST]


def test_a_page_of_another_site_with_bullets_and_buttons_is_read():
    text = f"""• 繁体版
  • 无障碍浏览
您当前的位置:首页>>新闻中心>>内容

工具书进班组
发布日期: 2020-06-08    来源:梧桐街道  浏览次数:  字号:〖大 中 小〗
{FIRST}
联系我们 | 网站地图 | 网站纠错
主办单位:梧桐区人民政府办公室 承办单位:梧桐区电子政务中心
联系地址:梧桐区示范路1号 邮政编码:000000"""
    document = read_page_text(text)
    assert (document.title, document.source) == ("工具书进班组", "梧桐街道")
    assert (document.columns, texts(document)) == (("新闻中心",), [FIRST])


# Title and navigation


def test_the_title_may_follow_the_date_line():
    document = read_page_text(f"发布日期:2020-06-08\n工具书进班组\n来源:总工会\n{FIRST}")
    assert (document.title, document.source) == ("工具书进班组", "总工会")
    assert texts(document) == [FIRST]


def test_a_page_without_a_title_has_none_and_keeps_its_body():
    document = read_page_text(f"发布日期:2020-06-08 来源:总工会\n{FIRST}\n{LAST}")
    assert (document.title, texts(document)) == (None, [FIRST, LAST])


def test_a_subtitle_becomes_the_first_paragraph():
    document = read_page_text(page(title="工具书进班组\n——梧桐镇见闻"))
    assert document.title == "工具书进班组"
    assert texts(document) == ["——梧桐镇见闻", FIRST, LAST]


def test_a_title_repeated_above_the_body_is_dropped():
    assert texts(read_page_text(page("工具书进班组", FIRST))) == [FIRST]


@pytest.mark.parametrize("end", [" |", " | 常州市总工会", "-常州市总工会", "_梧桐区人民政府"])
def test_the_site_name_is_no_part_of_the_title(end):
    assert read_page_text(page(title="工具书进班组" + end)).title == "工具书进班组"


@pytest.mark.parametrize(
    "title", ["聚焦|工具书进班组", "学党史 强信念  跟党走", "我为谁忙——总工会"]
)
def test_bars_gaps_and_dashes_stay_in_the_title(title):
    assert read_page_text(page(title=title)).title == title


def test_unknown_navigation_above_the_title_is_no_title():
    text = f"概况\n要闻\n维权\n帮扶\n工具书进班组\n发布日期:2020-06-08\n{FIRST}"
    document = read_page_text(text)
    assert (document.title, texts(document)) == ("工具书进班组", [FIRST])


@pytest.mark.parametrize(
    "breadcrumb",
    [
        "您的位置:首页 >> 工会新闻 >> 内容",
        "您现在的位置: 网站首页 > 工会新闻 > 正文",
        "当前位置:首页 / 工会新闻 / 工具书进班组",
        "首页 » 工会新闻",
        "您的位置:\n首页 >> 工会新闻 >> 内容",
    ],
)
def test_breadcrumbs_of_every_shape_give_the_columns(breadcrumb):
    document = read_page_text(f"{breadcrumb}\n工具书进班组\n发布日期:2020-06-08\n{FIRST}")
    assert (document.columns, document.title) == (("工会新闻",), "工具书进班组")


# Date line


@pytest.mark.parametrize(
    "date_line",
    [
        "发布日期:2020-06-08",
        "发布时间: 2020-06-08 10:20:30",
        "日期:2020年6月8日",
        "时 间:2020/6/8 星期一",
        "2020-06-08 10:20 来源:总工会 字体:大 中 小",
        "[2020.06.08] 阅读次数:12 【打印】【关闭】",
        "发布日期:2020年06月08日 10时20分",
        "来源:总工会 2020-06-08",
        "来源:总工会\n发布日期:2020-06-08\n浏览次数:12 次",
    ],
)
def test_dates_of_every_shape_are_read(date_line):
    document = read_page_text(page(date_line=date_line))
    assert document.date == datetime.date(2020, 6, 8)
    assert document.source == ("总工会" if "总工会" in date_line else None)
    assert texts(document) == [FIRST, LAST]


def test_a_page_without_a_date_takes_it_from_a_standard_address_only():
    text = page(date_line="浏览次数: 46    手机阅读和分享")
    assert read_page_text(text, STANDARD_URL).date == datetime.date(2020, 6, 7)
    assert read_page_text(text, ELDER_URL).date is None
    assert read_page_text(text, "https://www.x.example/html/xw/2020/ab_0607/1.html").date is None


def test_the_date_line_goes_before_the_address():
    assert read_page_text(page(), STANDARD_URL).date == datetime.date(2020, 6, 8)


def test_a_date_in_the_body_is_never_the_date():
    document = read_page_text(f"工具书进班组\n{FIRST}\n梧桐镇总工会\n2020年6月8日")
    assert document.date is None
    assert texts(document) == [FIRST, "梧桐镇总工会", "2020年6月8日"]


@pytest.mark.parametrize("day", ["2020-02-30", "2020-13-01", "0000-00-00", "--", ""])
def test_an_impossible_date_is_none(day):
    document = read_page_text(page(date_line=f"发布日期:{day} 来源:总工会"))
    assert (document.date, document.source) == (None, "总工会")


def test_an_impossible_date_in_an_address_is_none():
    text = page(date_line="浏览次数: 46")
    assert read_page_text(text, STANDARD_URL.replace("0607", "0631")).date is None


@pytest.mark.parametrize(
    ("label", "source"),
    [
        ("来源:", None),
        ("来源: 市总工会 宣传部  ", "市总工会 宣传部"),
        ("来 源:中国工会网", "中国工会网"),
        ("信息来源:经开区(工会)", "经开区(工会)"),
    ],
)
def test_the_source_is_what_follows_its_label(label, source):
    line = f"发布日期:2020-06-08\xa0{label}\xa0浏览次数:3\xa0字号:[大 中 小] 打印"
    assert read_page_text(page(date_line=line)).source == source


def test_an_author_in_the_date_line_is_the_byline_of_an_unsigned_body():
    document = read_page_text(page(date_line="日期:2020-06-08 作者:林小雨 编辑:何方"))
    assert (document.byline, document.editor) == ("林小雨", "何方")


# What stays in the body


@pytest.mark.parametrize(
    "line",
    [
        "比赛成绩的发布日期另行通知。",
        "来源:市总工会权益部统计",
        "发布日期:2019-01-01",
        "时间:6月9日上午9:00",
        "地址:梧桐路1号二楼",
        "2020年6月9日",
        "上一篇报道里说过这件事。",
        "附件:1.报名表.doc",
        "扫一扫,关注梧桐工会",
        "主办单位:梧桐镇总工会",
        "• 每班一套",
        "网站标识码:怎样申请",
    ],
)
def test_lines_that_look_like_furniture_stay_inside_the_body(line):
    assert texts(read_page_text(page(FIRST, line, LAST))) == [FIRST, line, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "地址:梧桐路1号二楼",
        "联系电话:000-00000000",
        "附件:1.报名表.doc",
        "2020年6月9日",
        "来源:梧桐日报",
        "主办单位:梧桐镇总工会",
        "平台由梧桐科技公司提供技术支持。",
        "梧桐镇总工会",
    ],
)
def test_lines_that_look_like_furniture_stay_at_the_end_of_the_body(line):
    assert texts(read_page_text(page(FIRST, line))) == [FIRST, line]


def test_a_second_source_label_below_the_date_line_is_body():
    document = read_page_text(page("来源:梧桐日报", FIRST, date_line="日期:2020-06-08 来源:"))
    assert (document.source, texts(document)) == (None, ["来源:梧桐日报", FIRST])


def test_contact_lines_that_end_a_cut_page_stay():
    body = [FIRST, "地址:梧桐路1号二楼", "联系电话:000-00000000"]
    assert texts(read_page_text(page(*body, footer=""))) == body


def test_only_the_outer_white_space_of_a_line_is_trimmed():
    document = read_page_text(page("\u3000\u3000\xa0 一  二\u3000三 \xa0\u3000"))
    assert texts(document) == ["一  二\u3000三"]


# What goes from the end


@pytest.mark.parametrize(
    "end",
    [
        "上一篇: 送清凉\n下一篇: 没有了",
        "上一篇:\n送清凉\n下一篇:\n职工读书会怎样办?",
        "[上一条] 送清凉!",
        "【打印】 【关闭】",
        "分享到:微信 微博 QQ空间\n打印本页 关闭窗口",
        "扫一扫在手机打开当前页",
        "版权所有:梧桐镇总工会\n地址:梧桐路1号 邮编:000000\n苏ICP备00000000号",
        "地址:梧桐路1号\n电话:000-00000000\n苏ICP备00000000号",
        f"上一篇: 送清凉\n【打印】 【关闭】\n{FOOTER}",
        f"版权所有:梧桐镇总工会\n地址:梧桐路1号\n{FOOTER}",
        "上一篇: 送清凉\n联系我们 | 网站地图\n地址:梧桐路1号\n主办单位:梧桐镇总工会",
    ],
)
def test_furniture_at_the_end_goes(end):
    assert texts(read_page_text(page(footer=end))) == [FIRST, LAST]


@pytest.mark.parametrize(
    "line", ["责任编辑:何方", "(责任编辑:何方)", "编辑:何方 审核:林小雨", "【责 编: 何方】"]
)
def test_the_editor_leaves_the_body_and_is_kept(line):
    document = read_page_text(page(footer=f"{line}\n{FOOTER}"))
    assert (document.editor, texts(document)) == ("何方", [FIRST, LAST])


# Byline


@pytest.mark.parametrize(
    "credit",
    ["何方", "林小雨、何方", "梧桐镇总工会", "通讯员 林小雨", "文/林小雨 图/何方", "记者:何方"],
)
def test_a_credit_in_brackets_at_the_end_is_the_byline_and_stays(credit):
    document = read_page_text(page(FIRST, f"{LAST}({credit})"))
    assert document.byline == credit
    assert texts(document)[-1] == f"{LAST}({credit})"


@pytest.mark.parametrize(
    "end", ["。(详见附件)", "。(完)", "。(2020年)", "主席(何方)", "。()", "。"]
)
def test_other_brackets_are_no_byline(end):
    assert read_page_text(page(f"下一站是北港码头{end}")).byline is None


# Headings


def test_short_ordinal_lines_above_text_are_headings():
    assert levels("一、送书", FIRST, "二、读书", "(一)晨读", LAST, "(二)夜读", LAST) == [
        *(2, 0, 2, 3, 0, 3, 0)
    ]


@pytest.mark.parametrize(
    "body",
    [
        ("一、时间:6月9日", "二、地点:梧桐路", "三、人员:班组长", "特此通知。"),
        (FIRST, "一、送书"),
        ("一、送书。每班一套,用完归还。", LAST),
        ("一、" + "送" * 60, LAST),
        ("一方有难、八方支援", LAST),
    ],
)
def test_lists_last_lines_and_long_lines_are_paragraphs(body):
    assert set(levels(*body)) == {0}


def test_body_html_escapes_and_marks_headings():
    html = read_page_text(page("一、<送书>", "A & B", "(一)晨读", LAST)).body_html()
    assert html == (
        f"<h2>一、&lt;送书&gt;</h2>\n<p>A &amp; B</p>\n<h3>(一)晨读</h3>\n<p>{LAST}</p>"
    )


def test_the_prediction_is_plain_data():
    assert read_page_text(f"工具书进班组\n{FIRST}").as_prediction("p1") == {
        "id": "p1",
        "title": "工具书进班组",
        "date": None,
        "source": None,
        "byline": None,
        "columns": None,
        "paragraphs": [FIRST],
    }


# Old addresses


@pytest.mark.parametrize(
    ("url", "old_id"),
    [
        (STANDARD_URL, "80001"),
        (ELDER_URL, "26512"),
        ("/html/czgh/2020/ABCDEFGH_0607/80001.html", "80001"),
        ("/content/suitable/show?id=26512&catid=19920", "26512"),
        ("http://czgh.jscz.org.cn:80/content/suitable/show?id=7#top", "7"),
        ("/content/suitable/show?catid=19920", None),
        ("/content/suitable/show?id=7x", None),
        ("/html/czgh/2020/ABCDEFGH_0607/", None),
        ("https://www.x.example/content/suitable/show?id=7", None),
        ("https://www.x.example/html/xw/2020/ab_0607/1.html", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_old_ids_are_read_from_both_address_shapes(url, old_id):
    assert old_id_from_url(url) == old_id


# Hostile input


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\xa0\n\u3000",
        "|",
        "退出长者模式",
        FOOTER,
        page(footer="").split(FIRST)[0],
        "工具书进班组",
    ],
)
def test_text_without_a_body_is_unreadable_in_chinese(text):
    with pytest.raises(UnreadablePage, match="没有找到"):
        read_page_text(text)


def test_every_beginning_of_a_page_is_read_or_unreadable():
    text = page(FIRST, LAST, footer=f"责任编辑:何方\n上一篇: 送清凉\n{FOOTER}")
    for length in range(len(text)):
        try:
            document = read_page_text(text[:length], STANDARD_URL)
        except UnreadablePage:
            continue
        assert document.paragraphs


@pytest.mark.parametrize(
    "unit",
    [
        *"a1 |(>:。—一\n\0\ud800",
        "\xa0",
        "一、",
        "来源:",
        "首页>",
        "2020-",
        "位置:",
        "上一篇",
        "(何方)",
    ],
)
def test_a_megabyte_of_one_thing_takes_linear_time(unit):
    assert seconds_to_read(unit * (1_000_000 // len(unit))) < 5


@pytest.mark.parametrize(
    "line", ["主办单位:", "一、", "打印", "上一篇", "首页", "地址:", "a", " |"]
)
def test_a_flood_of_short_lines_takes_linear_time(line):
    assert seconds_to_read(f"{line}\n" * 50_000) < 10


def seconds_to_read(text: str) -> float:
    started = time.process_time()
    with contextlib.suppress(UnreadablePage):
        read_page_text(text, text)
    return time.process_time() - started

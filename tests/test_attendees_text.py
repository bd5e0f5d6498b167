"""Furniture, bylines and odd letters around an article give nobody."""

import pytest

from news.attendees import extract

EVENT = "1月13日，市总工会主席贺兰亭出席会议。"


def names(text: str) -> list[str]:
    return [person.name for person in extract(text).people]


@pytest.mark.parametrize(
    "line",
    [
        "（记者 王晓晓 通讯员 李天天）",
        "(王晓晓 李天天 朱石磊)",
        "（本报记者王晓晓）",
        "（通讯员 王晓晓 摄影报道）",
        "摄影：王晓晓",
        "责任编辑：王晓晓",
        "一审：王晓晓 二审：李天天 三审：朱石磊",
        "（责编:王晓晓、李天天）",
        "来源：常州日报 作者：王晓晓",
        "文/图 王晓晓",
    ],
)
def test_writers_editors_and_photographers_took_no_part(line):
    assert names(f"{EVENT}{line}\n") == ["贺兰亭"]
    assert names(f"市总工会召开会议\n{EVENT}\n{line}\n") == ["贺兰亭"]


def test_a_writer_named_in_the_lead_took_no_part():
    assert names("本报讯（记者 王晓晓）昨日，市总工会主席贺兰亭出席会议。") == ["贺兰亭"]
    assert names("本报讯 记者王晓晓报道：市总工会主席贺兰亭出席会议。") == ["贺兰亭"]


def test_a_reporter_who_takes_part_is_found():
    assert names("职工代表、常州日报记者王晓晓作交流发言。") == ["王晓晓"]


def test_navigation_and_footer_give_nobody():
    page = (
        "您的位置:首页 >> 市领导 >> 王 敏 >> 内容\n市总工会召开会议\n发布日期:2023-01-13\n"
        f"{EVENT}副市长王敏讲话。\n相关新闻:\n市总工会主席李天天主持会议\n主办单位:常州市总工会\n"
    )
    assert names(page) == ["贺兰亭", "王敏"]


def test_a_name_in_a_breadcrumb_is_no_first_appearance():
    page = (
        "您现在所在的位置: 网站首页 > 市长之窗 > 原领导活动 > 王 敏 > 领导活动与文论\n市总工会召开会议\n"
        f"发布时间:2013-01-11 16:15 来源:本站 浏览大小:\n【字体大小:\n{EVENT}副市长王敏讲话。\n"
    )
    assert names(page) == ["贺兰亭", "王敏"]


def test_names_run_together_in_a_headline_count_as_the_first_appearance():
    text = (
        "联席会议召开 韩军主持并讲话 韩永生黄东升等出席\n发布时间:2013-01-11\n"
        "副市长黄东升、副市长韩永生出席，市长韩军主持会议。"
    )
    assert names(text) == ["韩军", "韩永生", "黄东升"]
    assert extract(text).people[0].parts == ("讲话", "主持")


def test_a_name_padded_with_spaces_is_one_name_and_its_span_the_padded_text():
    text = "副市长单　晶、市总工会主席王  芳出席。"
    found = extract(text)
    assert [person.name for person in found.people] == ["单晶", "王芳"]
    assert {piece.text for piece in found.pieces if piece.kind == "name"} == {"单　晶", "王  芳"}


@pytest.mark.parametrize("odd", ["\ufeff", "\u200b", "\ud83d", "\x00", "\r", "\u2028"])
def test_invisible_letters_lose_nobody(odd):
    assert names(f"{odd}市总工会主席贺兰亭出席会议。{odd}市委书记陈大可讲话。") == [
        "贺兰亭",
        "陈大可",
    ]


def test_full_and_half_width_signs_are_read_alike():
    full = "市总工会副主席（兼）贺兰亭，市总工会副主席王芳：出席；陈大可主持！"
    half = "市总工会副主席(兼)贺兰亭,市总工会副主席王芳:出席;陈大可主持!"
    assert names(full) == names(half) == ["贺兰亭", "王芳", "陈大可"]
    assert extract(full).people[0].positions == ("市总工会副主席（兼）",)


def test_numbers_with_a_comma_or_a_colon_do_not_end_a_clause():
    text = "市总工会主席贺兰亭向1,500名职工赠送礼包，9:30宣布活动结束，100名职工代表参加。"
    assert extract(text).people[0].parts == ("宣布", "赠送")

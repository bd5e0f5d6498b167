"""What `extract` promises for any text at all."""

import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.attendees import extract
from news.attendees.parts import PARTS

WORDS = (
    "市总工会主席", "副书记", "贺兰亭", "王芳", "单　晶", "阿卜杜拉·买买提", "欧阳修文", "、", "，", ",", "。", "；", "：", "和", "等",
    "出席", "参加会议的还有", "主持会议", "并讲话", "在", "陪同下", "由", "为", "颁奖", "说", "“", "”", "《", "》", "（", "）", "(兼)", "\n",
    " ", "　", "记者", "的", "职工代表", "慰问", "走访", "当选", "习近平新时代中国特色社会主义思想", "来源：", "2023年1月13日", "\ud83d", "𠮷",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
ANY = st.one_of(st.text(max_size=300), NEWS)
SEED = "会议由市总工会副主席单　晶主持，市领导贺兰亭、王芳等出席。职工代表李小满发言。"


@settings(max_examples=400, deadline=None)
@given(ANY)
def test_every_span_is_an_exact_slice_of_the_text(text):
    found = extract(text)
    spans = [*found.pieces, *found.residue, *(piece for p in found.people for piece in p.pieces)]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(text[group.start : group.end] == group.name for group in found.groups)
    for person in found.people:
        assert all(position in text for position in person.positions)


@settings(max_examples=400, deadline=None)
@given(ANY)
def test_pieces_and_residue_give_each_attendance_sentence_back(text):
    found = extract(text)
    for start, end in found.sentences:
        inside = [s for s in (*found.pieces, *found.residue) if start <= s.start < end]
        assert "".join(s.text for s in sorted(inside, key=lambda s: s.start)) == text[start:end]


@settings(max_examples=400, deadline=None)
@given(ANY)
def test_nobody_is_lost_silently_or_invented(text):
    """Who is met is a person, or left out with a reason and visible in the residue."""
    found = extract(text)
    squeezed = "".join(text.split())
    for person in found.people:
        assert person.name in squeezed
        assert person.parts
        assert set(person.parts) <= set(PARTS)
        assert 0 < person.confidence <= 1
        assert person.reason or person.confidence >= 0.8
    for person in found.left_out:
        assert person.reason
        assert person.name in squeezed


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_the_same_text_gives_the_same_answer(text):
    assert extract(text) == extract(text)


def test_each_name_has_one_row_in_the_order_of_first_appearance():
    text = "王芳出席\n市领导贺兰亭、王芳出席会议，王芳讲话。市总工会主席王芳为职工颁奖。"
    people = extract(text).people
    assert [person.name for person in people] == ["王芳", "贺兰亭"]
    assert people[0].positions == ("市总工会主席",)
    assert set(people[0].parts) == {"出席", "讲话", "颁奖"}


def test_what_was_not_assigned_is_residue_and_names_in_it_are_pointed_out():
    text = "市总工会主席王芳主持会议，陈国卫、杨淑贻组成经费审查委员会。"
    doubts = [residue for residue in extract(text).residue if residue.doubt]
    assert [residue.doubt for residue in doubts] == ["可能还有姓名"]
    assert "陈国卫、杨淑贻" in doubts[0].text


def test_people_left_out_are_shown_with_the_reason():
    text = "市总工会主席王芳看望困难职工张喜梅，吴用当选副主席，放映了全国劳模陈玉的事迹短片。"
    found = extract(text)
    assert [person.name for person in found.people] == ["王芳"]
    assert {p.name: p.reason for p in found.left_out} == {
        "张喜梅": "被走访慰问",
        "吴用": "只写了当选或获表彰",
        "陈玉": "只是提到",
    }
    assert any(residue.doubt == "张喜梅：被走访慰问" for residue in found.residue)


def test_doubtful_people_say_why():
    text = "市总工会主席成功致辞，职工李小满表示要好好学习。江苏恒立公司刘艳艳上台宣讲。"
    reasons = {p.name: p.reason for p in extract(text).people}
    assert reasons["成功"] == "姓名同时是常用词"
    assert "引语" in reasons["李小满"]
    assert reasons["刘艳艳"] == "没有写明职务"


def test_groups_stand_as_written_with_the_part_of_their_list():
    text = "参加会议的还有市总工会副主席王芳，市有关单位工会主席，劳模、工匠代表。"
    groups = extract(text).groups
    assert [(group.name, group.parts) for group in groups] == [
        ("市有关单位工会主席", ("参加",)),
        ("劳模、工匠代表", ("参加",)),
    ]
    assert [row["is_group"] for row in extract(text).rows()] == [False, True, True]


HOSTILE = {
    "list signs": "、" * 1_000_000,
    "surnames": "王李张" * 333_333,
    "brackets": "(" * 1_000_000,
    "closed brackets": "()" * 500_000,
    "quotation marks": "“" * 1_000_000,
    "titles": "主席" * 500_000,
    "verbs": "出席" * 500_000,
    "making": "作" * 1_000_000,
    "spaces": " " * 1_000_000,
    "book titles": "《" * 1_000_000,
    "lines": "\n" * 1_000_000,
}


def seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(name):
    """Ten times the text may take ten times as long, with a wide margin for a busy machine."""
    text = HOSTILE[name]
    extract(SEED)
    tenth = max(seconds(text[: len(text) // 10]), 0.02)
    assert seconds(text) < 40 * tenth


def test_an_article_a_hundred_times_as_long_takes_a_hundred_times_as_long():
    article = (SEED * 20 + "\n") * 2
    extract(article)
    ten, hundred = seconds(article * 10), seconds(article * 100)
    assert hundred < 40 * ten


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_within_the_memory_of_a_small_worker(name):
    extract(SEED)
    tracemalloc.start()
    extract(HOSTILE[name][:100_000])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000  # a tenth of the text, a tenth of 200 MB

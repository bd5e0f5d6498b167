"""Where titles begin, how they split, and whose they are."""

import pytest

from news.attendees import extract

TITLES = {
    "市委副书记、政法委书记王芳": ["市委副书记", "政法委书记"],
    "市人大常委会副主任，市总工会主席王芳": ["市人大常委会副主任", "市总工会主席"],
    "市总工会主席兼党组书记王芳": ["市总工会主席", "党组书记"],
    "市人社局副局长、市总工会副主席(兼)王芳": ["市人社局副局长", "市总工会副主席(兼)"],
    "市人力资源和社会保障局局长王芳": ["市人力资源和社会保障局局长"],
    "市教育局、体育局联合工会主席王芳": ["市教育局、体育局联合工会主席"],
    "原市总工会主席王芳": ["原市总工会主席"],
    "代市长王芳": ["代市长"],
    "新当选的机关工会主席王芳": ["机关工会主席"],
    "“江苏工匠”“常州好人”、恒立公司技师王芳": ["“江苏工匠”", "“常州好人”", "恒立公司技师"],
    "“七一勋章”获得者王芳": ["“七一勋章”获得者"],
    "全国劳动模范、公交驾驶员王芳": ["全国劳动模范", "公交驾驶员"],
    "市总工会党组书记王芳副主席": ["市总工会党组书记", "副主席"],
    "王芳（市总工会主席）": ["市总工会主席"],
    "市领导、市总工会主席王芳": ["市总工会主席"],
    "市领导王芳": ["市领导"],
    "1月13日上午市总工会主席王芳": ["市总工会主席"],
    "市总工会主席王芳同志": ["市总工会主席"],
    "市总工会主席王芳(女)": ["市总工会主席"],
    "来自恒立公司的技师王芳": ["技师"],
}


@pytest.mark.parametrize("written", TITLES)
def test_titles_are_split_as_the_rules_say(written):
    (person,) = extract(f"{written}出席会议。").people
    assert (person.name, list(person.positions)) == ("王芳", TITLES[written])


def test_one_title_before_several_names_goes_to_each():
    people = extract("副市长王芳、陈大可、单晶和贺兰亭出席。").people
    assert [person.positions for person in people] == [("副市长",)] * 4


def test_a_label_goes_where_the_person_has_a_title():
    text = "市领导王芳、陈大可参加。市委副书记王芳讲话。"
    assert [person.positions for person in extract(text).people] == [("市委副书记",), ("市领导",)]


def test_a_title_that_only_repeats_an_earlier_one_is_not_added():
    text = (
        "常州市总工会主席王芳出席。市总工会主席王芳讲话。王芳主席颁奖。市总工会副主席陈大可主持。"
    )
    people = extract(text).people
    assert [person.positions for person in people] == [("常州市总工会主席",), ("市总工会副主席",)]


def test_the_same_post_in_a_shorter_form_is_a_repeat():
    text = "市人大常委会副主任王芳出席。市人大副主任王芳讲话。"
    assert extract(text).people[0].positions == ("市人大常委会副主任",)


def test_a_surname_with_a_title_is_the_person_met_before():
    text = "市总工会干校校长吴新锋出席。吴校长授课。"
    (person,) = extract(text).people
    assert (person.name, person.parts) == ("吴新锋", ("出席", "宣讲"))


def test_a_surname_that_two_people_share_is_decided_by_the_title():
    text = "市总工会主席吴新锋、副主席吴用出席。吴副主席授课。"
    assert [person.parts for person in extract(text).people] == [("出席",), ("出席", "宣讲")]


def test_an_employer_is_no_title_and_a_group_before_a_person_none_of_hers():
    text = "江苏恒立公司王芳发言。各区工会主席、市总工会副主席陈大可出席。"
    assert [person.positions for person in extract(text).people] == [(), ("市总工会副主席",)]

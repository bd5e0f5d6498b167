"""Which letters are a name: rare surnames, names that are words, names that run into what follows."""

import pytest

from news.attendees import extract

NAMES = [
    "王芳", "单晶", "仇国栋", "查文斌", "官志强", "盖文龙", "过家和", "应雪莲", "向阳",
    "于谦", "和喻玲", "万从福", "李会明", "刘军会", "保明伟", "禤国维", "欧阳修文",
    "尉迟恭正", "诸葛明", "司马光", "令狐冲", "东方明珠", "高峰", "江河", "白雪",
    "成功", "时间", "幸福", "文静", "程度", "王国平", "方国强", "关山月", "齐为民",
    "李向前", "陈为", "张王晓明", "阿卜杜拉·买买提", "艾合买提江·吐逊", "古丽娜尔",
    "扎西次仁", "巴特尔", "努尔买买提", "其其格·乌兰", "尼玛卓玛",
]  # fmt: skip
VERBS = (
    "出席会议",
    "主持会议",
    "先后发言",
    "向职工颁奖",
    "率队慰问职工",
    "作工作报告",
    "在会上致辞",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("verb", VERBS)
def test_a_name_behind_a_title_ends_where_the_verb_begins(name, verb):
    assert [p.name for p in extract(f"市总工会主席{name}{verb}。").people] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_a_list_is_found(name):
    text = f"市委书记陈大可，市总工会主席{name}、副主席赵清出席。"
    assert [p.name for p in extract(text).people] == ["陈大可", name, "赵清"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市委常委、组织部部长江晓斌出席。", "江晓斌"),
        ("市委常委、组织部长江晓斌出席。", "江晓斌"),
        ("区委宣传部部长常欢出席。", "常欢"),
        ("市总工会组织部部长安宁主持。", "安宁"),
    ],
)
def test_a_title_ending_in_a_letter_that_could_begin_the_name(text, name):
    assert [p.name for p in extract(text).people] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "市总工会主席高度重视，书记关心支持，局长应邀出席。",
        "职工文化艺术节开幕，职工代表大会召开。",
        "主席团成员就座，书记处书记出席。",
        "公司高管参加培训，学校师生观看演出，医院安保人员到场。",
        "部长安排部署工作，主任解读政策，领导向大会致辞。",
        "全会指出，高校代表发言，金融系统代表参加。",
        "常州市出席会议，武进区主持活动，金坛区参加比赛。",
        "认真学习习近平新时代中国特色社会主义思想和习近平总书记重要讲话精神。",
        "“孟泰精神”宣讲团出发，雷锋同志的故事感动了大家。",
        "李明技能大师工作室参加展示，王铁人杯比赛开幕。",
    ],
)
def test_ordinary_words_are_nobody(text):
    assert extract(text).people == ()


def test_a_name_unclear_in_one_place_is_read_as_in_the_clear_one():
    text = "市总工会主席周平为职工颁奖。市总工会主席周平为、副主席王芳出席会议。"
    assert [(p.name, set(p.parts)) for p in extract(text).people] == [
        ("周平为", {"颁奖", "出席"}),
        ("王芳", {"出席"}),
    ]

"""Which part each verb of the news gives: the table of the annotation rules, word for word."""

import pytest

from news.attendees import extract
from news.attendees.parts import PARTS

TABLE = {
    "出席": ["出席", "到会", "到场", "到了现场", "线上出席会议", "会见了劳模代表", "莅临活动现场", "列席会议", "与劳模合影留念"],
    "参加": ["参加会议", "参加活动", "参加调研", "应邀参加", "参与活动", "参加了慰问演出"],
    "讲话": ["讲话", "讲了话", "作动员讲话", "作动员", "作总结讲话", "讲了三点意见", "作了重要讲话", "代表市总工会讲话"],
    "致辞": ["致辞", "致词", "致欢迎词", "致开幕词", "致祝词", "致了闭幕辞"],
    "主持": ["主持会议", "主持"],
    "报告": ["作工作报告", "作了题为《奋进》的工作报告", "汇报了全年工作", "通报情况", "总结了工作", "报告今年工作情况", "作经审工作报告"],
    "宣读": ["宣读决定", "宣读了名单", "宣读倡议书"],
    "宣布": ["宣布开幕", "宣布活动启动", "下达出发指令", "鸣枪发令"],
    "发言": ["发言", "作表态发言", "作交流发言", "介绍做法", "上台分享", "交流了工作经验", "介绍了街道的流程"],
    "宣讲": ["宣讲", "授课", "作专题报告", "领学了会议精神", "作事迹报告", "上了一堂党课", "讲授第一课"],
    "颁奖": ["颁奖", "为选手颁发奖牌", "颁发了证书", "为导师颁发聘书"],
    "领奖": ["上台领奖", "上台领取奖杯"],
    "发放": ["发放助学金", "送上慰问金", "颁发助学金"],
    "赠送": ["赠送礼包", "赠送互助保障", "送去了防暑物资", "把物资交到职工手里", "捐赠图书"],
    "授旗": ["授旗", "授总队旗"],
    "授牌": ["为基地授牌"],
    "揭牌": ["为驿站揭牌", "揭幕"],
    "启动": ["启动了活动", "按下启动键", "共同启动"],
    "开球": ["为比赛开球"],
    "认领": ["认领心愿", "认领了两个心愿"],
    "调研": ["到企业调研", "查看工作", "观摩工作", "实地查看车间", "考察项目", "督导安全生产", "开展调研活动"],
    "慰问": ["慰问劳模", "看望环卫工人", "看望慰问一线职工", "走访慰问职工"],
    "陪同": ["陪同", "陪同走访", "陪同慰问"],
    "观看": ["观看演出", "到场观看", "观看了比赛"],
    "带队": ["率队", "带队", "领头"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("part", "words"), [(part, words) for part, phrases in TABLE.items() for words in phrases]
)
def test_words_give_the_part_of_the_table(part, words):
    (person,) = extract(f"市总工会主席贺兰亭{words}。").people
    assert person.parts == (part,)


def test_every_part_has_its_words():
    assert set(TABLE) == set(PARTS)


@pytest.mark.parametrize(
    "words",
    [
        "出席启动仪式", "出席颁奖典礼", "出席捐赠仪式", "出席交流会", "出席慰问演出", "出席宣讲活动", "出席揭牌仪式",
        "出席调研座谈会", "出席授旗仪式",
    ],
)  # fmt: skip
def test_the_name_of_an_event_is_no_deed(words):
    (person,) = extract(f"市总工会主席贺兰亭{words}。").people
    assert person.parts == ("出席",)


@pytest.mark.parametrize("word", ["指出", "强调", "要求", "希望", "表示", "认为"])
def test_reported_speech_is_a_part_only_where_there_is_no_other(word):
    speech = f"市总工会主席贺兰亭{word}，全市工会要参加好竞赛、主持好会议，慰问好职工。"
    assert extract("市委书记陈大可出席。" + speech).people[1].parts == ("发言",)
    assert extract("市总工会主席贺兰亭主持会议。" + speech).people[0].parts == ("主持",)


@pytest.mark.parametrize(
    "text",
    [
        "市总工会主席贺兰亭未出席会议。",
        "市总工会主席贺兰亭没有参加会议。",
        "与会领导为市总工会主席贺兰亭送上祝福。",
        "受市总工会主席贺兰亭委托，工作人员看望了职工。",
        "职工们学习了市总工会主席贺兰亭的讲话。",
        "记者采访了市总工会主席贺兰亭。",
        "市总工会主席贺兰亭说，春天来了。",
        "退休职工贺兰亭曾参加建厂劳动。",
    ],
)
def test_not_acting_gives_no_part(text):
    assert extract(text).people == ()

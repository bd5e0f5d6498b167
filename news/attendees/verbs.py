"""What people do at an event, in the words of the news, and the part each verb gives.

    for deed in deeds(text, start, end): deed.part, deed.start, deed.end

Parts are the words of parts.py. Some verbs give none, yet steer the reading: they stand below.
"""

import re
from dataclasses import dataclass

from .patterns import quickly

QUOTE = "说"  # quoted, perhaps from another day: says nothing of being there
SPEECH = "引语"  # reported speech: 发言 where nothing else is told of a person
PRESENCE = "在场"  # came, signed, sang: which part depends on what the event is
CAME = "来到"  # went somewhere: of use only where others took part, or on a visit
VISIT = "走访"  # 慰问 or 调研, by what the event is
ELECTED = "当选"  # honoured or elected; says nothing of being there
NEUTRAL = "无角色"  # has an object and gives no part: 听取, 举行
OBJECT = "受事"  # the people named behind it are not acting: 授予, 播放

_IN = "[^,。;:、\n]"  # inside one clause

_VERBS = {
    "带队": rf"带队|率队|领队(?=[到赴来走])|率领|(?<![效比概税利功频速心统领])率(?=$|{_IN}{{1,24}}(?:一行|[组团队]|班子|同志))|领头|"
    rf"带领(?=$|{_IN}{{0,20}}(?:一行|慰问组|调研组|[考访]\w团|代表队|队伍|班子))",
    "观看": "到场观看|观看了?|观赏了?",
    "陪同": "陪同|随同",
    "主持": "主持",
    "宣读": "宣读了?",
    "宣布": rf"宣布|下达{_IN}{{0,8}}(?:指令|口令|命令|号令)|鸣[枪哨锣]|发令",
    "致辞": rf"致(?:了|以)?(?:热情洋溢的)?{_IN}{{0,6}}?[辞词](?!典)",
    "宣讲": rf"宣讲|授课|讲授|主讲|领学|开讲|讲(?:了)?{_IN}{{0,12}}?党课|上了?一[堂节]{_IN}{{0,12}}?课|上了?{_IN}{{0,8}}?(?:党课|第一课)|解读了?",
    "报告": "汇报|通报|述职|总结了|报告了|报告(?=[^,。;:会]{1,40}(?:情况|工作|进展))|(?<![工操动])作(?=[,。;])",
    "讲话": rf"讲话|讲了话|讲了{_IN}{{0,6}}意见|动员讲话",
    "发言": rf"发言|畅?谈了?{_IN}{{0,10}}?(?:体会|感受|感想|想法|收获)|(?:交流|分享)了?{_IN}{{0,14}}?(?:经验|做法|体会|心得|故事|感悟|经历|成果|事迹)|"
    rf"介绍了(?!{_IN}{{0,12}}(?:[来嘉]宾|概况|领导|名单))|介绍{_IN}{{0,24}}?(?:做法|经验|体会|成果|心得|情况|成效)|(?:先后|分别|依次|上台|现场|经验)交流|分享|表态|点评",
    "颁奖": rf"颁奖|颁授|颁证|授奖|(?:佩戴|戴上|披上|挂上){_IN}{{0,6}}?(?:奖章|奖牌|勋章|绶带|红花)",
    "领奖": "领奖(?!台|仪式|环节|活动)|领取了?|接过|捧回|受奖|接受了?(?:颁奖|表彰|授牌|授旗|奖牌|证书)",
    "授旗": rf"授{_IN}{{0,4}}?旗",
    "授牌": "授牌",
    "揭牌": "揭牌|揭幕|揭匾",
    "开球": "开球",
    "认领": "认领了?",
    "启动": rf"启动了?|按下{_IN}{{0,8}}?[键钮]|(?:推动|推起|拉动|推){_IN}{{0,6}}?[推拉]?杆|点亮|触动{_IN}{{0,6}}?球",
    "慰问": rf"开展了?{_IN}{{0,12}}?(?:慰问|送温暖|送清凉)(?:活动)?|走访慰问|看望慰问|慰问看望|看望了?|探望了?|慰问了?|送温暖|送清凉",
    "调研": rf"开展了?{_IN}{{0,12}}?(?:调研|督导|检查|考察)(?:活动|工作)?|走访调研|调查研究|调研|(?:实地)?查看了?|察看了?|观摩了?|考察了?|视察了?|督[导查]|检查了?|巡查了?|参观了?|指导",
    "参加": "参加了?|参与了?|参会|参训|参赛|参学",
    "出席": "出席了?|(?:在?主席台)?就座|入座|(?:到会|到场|莅临|莅会)指导|到会|到场|到了现场|莅临|列席|光临|亲临|(?:亲切)?会见了?|接见了?|合影(?:留念)?",
    VISIT: "走访了?",
    ELECTED: "当选|荣获|获得|获评|被评为|被授予|被聘为|受聘",
    NEUTRAL: "接受|听取了?|听了|审议(?:并)?(?:通过)?了?|学习(?:贯彻|传达)?了?|聆听了?|收听收看|举行|举办|召开|组织",
    OBJECT: "授予|表彰了?|追授|评选|推选|选举|任命|聘任|聘请|选聘|采访了?|怀念|纪念|缅怀|感谢|祝贺|问候|悼念|播放了?|播出|展播|"
    "展映|塑造|扮演|饰演|演绎|创作了?|命名|接待了?|救助|帮扶|资助了?|拜访了?|引用",
    CAME: "来到|走进|深入|前往|赶赴|抵达|奔赴|赴|坐在",
    PRESENCE: "登台|上台|走上讲台|登场|书写|挥毫|义诊|答疑|解答|传授|签订了?|签署了?|签约|签字|签下|见证|展示了?|"
    "演示了?|演唱了?|演奏了?|表演了?|示范了?|体验了?|带来|献上|抽取|座谈|交流|剪彩|栽下|种下|戴上|佩戴|参演|宣誓|领誓",
    QUOTE: "说|告诉|回忆|感慨|坦言|直言|透露|解释|介绍|询问",
    SPEECH: "讲述|指出|强调|要求|希望|表示|认为|提出|勉励|叮嘱|嘱咐|建议|传达了?|号召|倡议|鼓励|提醒|部署|称赞|给予.{0,8}?(?:肯定|好评|评价|认可)|肯定|寄语|致谢",
}  # fmt: skip

# 启动仪式 is a thing, not a deed; so are 慰问金 and 捐赠证书.
_THING = re.compile(
    "仪式|大会|典礼|活动|环节|现场会|会议|座谈|会(?![见上前后场])|组|团|队|人员|员|人(?!民)|者|金|品|信|演出|晚会|行动|对象|"
    "嘉宾|词|证书|协议"
)
# One can 调研 and 慰问 these, yet not 启动 them: there they are the longer name of a thing.
_LONGER_THING = re.compile(
    "式|赛|精神|稿|名单|方案|键|制度|机制|平台|中心|站|服务|项目|计划|主题|季|领导(?!小组)|明书"
)
_GOES_SOMEWHERE = frozenset(("调研", "慰问"))
_TAKES_THINGS = frozenset(
    ("出席", "参加", "观看", "主持", "宣布", "宣读", "陪同", "带队", "领奖", NEUTRAL, OBJECT, PRESENCE, CAME, ELECTED, SPEECH, QUOTE)
)  # fmt: skip
_NEVER_DEEDS = re.compile(
    "(?:出席|参[加与会赛训]|到会|与会|陪同|主持|宣讲|发言)(?:人员|者|对象|人|度|选手|队)"
    "|(?:捐赠|赠送|发放|颁发)(?:仪式|活动|大会)|捐赠证书"
)

# 作 and its nouns: the nearest noun says what was done.
_MADE = {
    "宣讲": "专题(?:辅导)?(?:报告|讲座|授课|辅导)|(?:辅导|事迹|形势|宣讲|学习)报告|讲座|授课|辅导|宣讲|党课|解读",
    "讲话": "(?:总结|动员|重要)?讲话|动员",
    "发言": "发言|交流|介绍|表态|点评|分享|演讲",
    "报告": "工作报告|报告|汇报|通报|说明|述职",
    SPEECH: "部署|安排|总结|要求|指示",
}
_MAKING = re.compile(
    r"(?<![工合操动写创制著协运耕佳])[作做]了?(?:题为)?(?:[《“][^》”\n]{1,60}[》”]的?)?[^,。;:\n]{0,30}?(?:"
    + "|".join(f"(?P<{part}>{nouns})" for part, nouns in _MADE.items())
    + ")"
)

# Giving: 发放 and 赠送 say it themselves, of the others the thing given does.
_GIVING = {
    "发放": "发放", "赠送": "赠送", "捐赠": "赠送", "捐献": "赠送", "捐款": "赠送", "赠予": "赠送", "颁发": "颁奖", "送上": None,
    "送去": None, "送来": None, "送到": None, "递上": None, "分发": "赠送", "交到": None, "交给": None,
}  # fmt: skip
_GIFTS = {
    "颁奖": "奖牌|奖杯|奖状|奖章|证书|聘书|荣誉|锦旗|奖品|获奖",
    "发放": r"[助慰救补帮奖困互关]\w{1,3}金(?!章)|善款|救助款|慰问款",
    "赠送": "礼包|物资|用品|物品|慰问品|慰问信|保障|图书|书籍|保险|药品|毛巾|饮料|饮品|西瓜|大米|月饼|礼物|礼品|福袋|药箱|食品|水果|春联|清凉包|心愿|包|箱",
}
_GIFT = re.compile("|".join(f"(?P<{part}>{things})" for part, things in _GIFTS.items()))


_TOKEN = re.compile(
    quickly(
        "|".join(
            [
                f"(?P<作>{_MAKING.pattern.replace('?P<', '?P<作')})",
                f"(?P<给>{'|'.join(_GIVING)})",
                *(f"(?P<{part}>{words})" for part, words in _VERBS.items()),
            ]
        )
    )
)
# So that names can end where a verb begins (see names.py).
DEED = re.compile(
    quickly(
        "|".join(
            [*_GIVING, *_VERBS.values(), "作(?:了|工作|动员|表态|总结|重要|交流|经验|专题|报告)"]
        )
    )
)


@dataclass(frozen=True, slots=True)
class Deed:
    """text[start:end] is the verb; part is one of parts.py or of the words above."""

    start: int
    end: int
    part: str


def deeds(text: str, start: int, end: int) -> list[Deed]:
    """The verbs in text[start:end], from left to right."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        part = _part(text, match, end)
        if part and not _is_thing(text, match, part):
            found.append(Deed(match.start(), match.end(), part))
    return found


def _part(text: str, match: re.Match, end: int) -> str | None:
    if match["作"]:
        return next(part for part in _MADE if match[f"作{part}"])
    if match["给"]:
        return _given(text, match, end)
    return match.lastgroup


def _given(text: str, match: re.Match, end: int) -> str | None:
    """What a gift makes of 发放, 送上 …: the thing behind the verb, else the one before it."""
    behind = re.compile(r"[^,。;:\n]{0,40}").match(text, match.end(), end)
    before = re.compile(r"[^,。;:\n]*$").search(text, max(match.start() - 30, 0), match.start())
    usual = _GIVING[match["给"]]
    gift = _GIFT.search(behind[0]) or (_GIFT.search(before[0]) if before else None)
    if usual in ("发放", "赠送") or not gift:
        return usual
    return gift.lastgroup


def _is_thing(text: str, match: re.Match, part: str) -> bool:
    if _NEVER_DEEDS.match(text, match.start()):
        return True
    if part in _TAKES_THINGS or match["作"] or match["给"] or text[match.end() - 1] == "了":
        return False
    longer = part not in _GOES_SOMEWHERE and _LONGER_THING.match(text, match.end())
    return bool(longer or _THING.match(text, match.end()))

"""The small words that steer a sentence: who is subject, who object, where a clause begins anew."""

import re

from .dictionary import tags, words
from .verbs import NEUTRAL, OBJECT, QUOTE, SPEECH, VISIT

CLAUSE_END = re.compile(r"[,;:](?!\d)|(?<!\d)[,;:]")  # but not in 1,500 and 9:30
QUOTED = re.compile(r"《[^》\n]{1,80}》|“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"")

# Before a person: 为甲颁奖; 在甲陪同下; 并与甲共同开球.
RECEIVING = re.compile(r"[为向给对替](?:[^,。;、]{0,12}的)?$")
NESTED = re.compile(r"(?:在|随|请|邀请|听取了?|受|陪同)$")
JOINED = re.compile(r"(?:并|还|又|随后|最后)?(?:与|和|同|跟|会同|联合)")

# Behind a person: 走进甲家中; 甲的事迹, yet not 甲的陪同; 受甲委托.
AT_HOME = re.compile(r"(?:等人?)?的?家[中里,庭]?")
POSSESSIVE = re.compile(
    r"(?:等(?:人|同志)?|同志)?的(?!(?:亲切|热情|全程)?(?:陪同|主持|带领|率领|见证|组织|指导|引领|引导)|带队)"
)
DEPUTED = re.compile(r"[^,。;]{0,6}?(?:委托|指派|嘱托|邀请)")

# Behind a verb: 出席活动的还有, 参会领导: and the people follow.
INVERTED = re.compile(
    r"[^,。;:、\n]{0,36}?的(?:主要|还|也|分别|依次)?(?:[^,。;:、\n]{0,12}?(?:还|也|分别|主要|依次)?"
    r"(?:有|是|为|包括)(?!关)[^,。;:、\n]{0,6}?:?|[^,。;:、\n]{0,12}:)"
)
LISTING = re.compile(
    r"(?:出席|参加|与会|到会|参会)(?:会议|活动|仪式)?的?(?:领导|嘉宾|人员|同志|单位|和)*(?:还|也)?(?:有|包括|:)"
)
RELATIVE = re.compile(r"[^,。;:、\n]{0,20}?的")
COURTESY = re.compile(r"[^,。;]{0,30}?(?:感谢|祝贺|欢迎|慰问|问候|敬意|肯定|认可|赞赏|谢意|道贺)")

# Before a verb: these deny it, or make it part of what others get.
NOT_DONE = re.compile(r"(?:未|没有|没能|未能|不|无法|曾|曾经|生前|缺席)$")
TAKING = ("为", "向", "给", "对", "受", "被", "获")
FOR = re.compile(r"[为向给对][^,。;]{0,24}$")
WITH = ("把", "将", "用", "以", "就", "围绕", "针对", "结合")
GROUP_END = re.compile(
    r"(?:代表|负责人|负责同志|成员|人员|干部|职工|主席|主任|委员|单位|部门|同志|领导|等|班子|队伍|志愿者|学员|会员|"
    r"[书局科处]长|书记)(?:[共约计等]*\d+[余多]?[人名])?$|\d+[余多]?[人名]$"
)

# Verbs whose object may hold another verb (参加慰问活动), and what ends that object.
GOVERNING = words("出席 参加 主持 宣读 宣布 陪同 观看 启动 认领 慰问 调研 领奖 报告 宣讲") | {
    SPEECH, QUOTE, VISIT, NEUTRAL, OBJECT,
}  # fmt: skip
RELEASE = re.compile(r"并|随后|后|(?:[、和及]|以及)$")
EVENT = re.compile(r"(?:仪式|会议|大会|活动|典礼|[会赛式]|现场)(?:上|中)?(?:[为向给对][^,。;]*)?$")
ATTENDING = words("出席 参加 陪同 观看")
CEREMONIES = words("讲话 宣布 致辞 颁奖 授旗 授牌 揭牌 宣读 慰问 赠送 发放 启动")
AFTER_SPEECH = ("并", "随后", "最后", "还")

_SHARED_ADVERBIAL = re.compile(
    r"(?:会上|会前|会后|会议期间|会议最后|\d{1,2}[:时点](?:\d{1,2})?分?许?|活动中|活动现场|活动前|活动后|现场|仪式上|仪式后|启动仪式上|座谈会上|随后|"
    r"其间|期间|最后|之后|接着|同日|当天|当日|他|她|[一二三四五]是)"
)
_SUBJECTLESS = ("d", "c", "p", "v", "t", "f", "ad", "z", "u", "vd", "x", "i")


def inherits(lead: str) -> bool:
    """Whether a clause that begins so has no subject of its own: 并, 随后, 为职工 …"""
    while found := _SHARED_ADVERBIAL.match(lead):
        lead = lead[found.end() :]
    return not lead or tags(lead)[0][1] in _SUBJECTLESS

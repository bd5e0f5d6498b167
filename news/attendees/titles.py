"""Titles: the words one ends in, where one begins, and how a chain of them splits into positions."""

import re
from dataclasses import dataclass

from .dictionary import tags, words
from .patterns import quickly

# A post or an honour is a title wherever it stands.
_CHIEFS = "部局处科股市县区乡镇村厅司省州盟旗院校园所站队组班厂行社会团连排营旅军室馆台庭段船店楼警关矿林河路链"
_POSTS = (
    f"[{_CHIEFS}]长|(?:秘书|理事|董事|监事|检察|审计|护士|列车|参谋|厨师)长|机长|家长|主席(?![团台])|书记(?!处)|主任|委员(?!会)|"
    "常委(?!会)|总经理|经理|总裁|总监|董事(?!会)|监事(?!会)|理事(?!会)|总指挥|总工(?![会程])|政治委员|政委|司令员?|干事长?|秘书|"
    "助理|专干|专员|调研员|巡视员|督导员|督学|组成员|班子成员|[部厅局处科县乡]级干部|主管|主编|总编辑?|参赞|负责人|"
    "检察官|法官|警官|院士|教授|研究员|讲师|工程师|高工|技师|技术员|医师|药师|会计师|经济师|设计师|建筑师|教师|律师|"
    "指导员|协理员|联络员|网格员|辅导员|仲裁员|调解员|监督员|评审员|裁判长?|教练员?|创始人|创办人|法定代表人|法人代表|"
    "劳动模范|劳模|工匠|先进工作者|(?:先进|表彰|优秀|获奖)个人|获得者|获奖者|得主|标兵|能手|状元|楷模|榜样|之星|好人|先锋|明星|"
    "英雄|模范|传承人|带头人|领衔人|首席员工|首席技师|首席专家|人大代表|党代表|政协委员"
)
# A calling also begins a thousand other phrases (职工文化): the name behind it must be a clear one.
_CALLINGS = (
    "代表(?![团队性作大])|职工|员工|工人|环卫工|农民工|骑手|司机|[电焊车钳具修护作理化洁瓦木铣磨铆锻铸纺织染印装配线炉管钻测绘漆"
    "缝绣轨架维质检]工|护士|医生|民警|交警|辅警|干警|战士|老师|志愿者|义工|运动员|选手|学生|同学|居民|村民|市民|专家|学者|作家|"
    "画家|书法家|企业家|艺术家|歌手|指挥|干部|成员|领导|嘉宾|副驾驶|老人|家属|主持人|负责同志|评委|研究生|博士|硕士|厨师|茶艺师|"
    "记者|通讯员|美容师|育婴师|摄影师|咖啡师|(?<![人动全成满超])员"
)
_TAIL = r"(?:\([^()\n]{1,12}\)|[”\"])?"
POST = re.compile(quickly(_POSTS) + _TAIL)
POST_AFTER = re.compile(rf"(?:常务副|副|总)?(?:{_POSTS})")
HEAD = re.compile(quickly(f"{_POSTS}|{_CALLINGS}") + _TAIL)
ENDS_IN_HEAD = re.compile(rf"(?:{_POSTS}|{_CALLINGS}){_TAIL}$")
_ENDS_IN_POST = re.compile(rf"(?:{_POSTS}){_TAIL}$")
_HONOUR = re.compile(r"(?:[“\"][^“”\"]{1,30}[”\"])+")

ORGANISATION = re.compile(
    r"(?:公司|集团|[局厂院校所站馆社厅处委办部科室队会]|中心|银行|大学|中学|小学|学校|医院|工会|街道|社区|"
    r"[镇乡村]|项目部?|车间|班组|分行|支行|门店|商场|酒店|宾馆|基地|园区|开发区|支队|大队|中队|机关|协会|[省市区县])$"
)
COLLECTIVE = re.compile(
    r"[^、,]{0,12}(?:领导|特邀嘉宾|嘉宾|特邀代表|有关负责人|相关负责人|负责同志|有关负责同志)"
)
_PLURAL = re.compile(
    r"^(?:各|全体|部分|有关|相关|其他|所有|多名|\d+[余多]?[名位个])|等(?![级教职学])|"
    "(?:班子成员|职工|员工|工人|干部|人员|领导|嘉宾|群众|家属|同志|志愿者|会员|学员|选手|学生|老人)$"
)

# The words a title never goes on over: what stands before them is not the title's.
_BEFORE_TITLES = words(
    "作 由 在 为 向 给 对 随 跟 同 请 从 自 被 受 让 把 将 于 的 有 是 包括 其中 如 及其 还有 来自 陪同 邀请 特邀 "
    "聘请 看望 慰问 走访 探望 祝贺 授予 表彰 出席 参加 会见 采访 听取 来到 走进 深入 主持 当选 感谢 问候 欢迎 "
    "了 上午 下午 晚上 当晚 当天 当日 近日 日前 今天 昨天 期间 随后 最后 首先 其间 会上 会后 会前 同时 现场 学习 介绍 "
    "率 率领 带领 接受 接过 名 位 时任 新任 新当选 与会 到会 上 下 后 中 时 以 即 并 而 也 还 则 由于 经 播放 讲述 告诉 说 找到 联系 指派 安排 帮助 遇到 见到 看到 认识 委托 请教 选派 派出 推荐 拜"
)
_GLUED = re.compile("[由及和与在请随为向对给从受有是率][省市区县州镇乡]")  # 由市, read as one word
_JOINERS = words("和 与 及 以及 暨")
_TIME = re.compile(r".*(?:\d日(?:[上下]午|晚)?|\d{4}年|\d月)")
_QUOTED_HONOURS = re.compile(r"[“\"][^”\"]{1,30}[”\"](?=[“\"])")
_BRACKET = re.compile(r" ?\(([^()\n]{2,30})\)")
_CONCURRENT = re.compile(rf"(?:{_POSTS}){_TAIL}(?=兼(?!\)|职))")


@dataclass(frozen=True, slots=True)
class Title:
    """text[start:end], one position of one person."""

    start: int
    end: int
    text: str

    @property
    def is_collective(self) -> bool:
        return bool(COLLECTIVE.fullmatch(self.text))


def titles_before(text: str, left: int, name_start: int) -> tuple[Title, ...]:
    """The chain of titles that ends where a name starts, not reaching left of `left`.

    Empty where what stands before the name is no title: an employer, a verb, another sentence.
    """
    chain: list[tuple[int, int]] = []
    for start, end, joined_by in _pieces(text, left, name_start):
        begin = begin_of_title(text, start, end)
        is_title = begin < end and (
            ENDS_IN_HEAD.search(text, begin, end) or _HONOUR.fullmatch(text, begin, end)
        )
        if chain and is_title and _PLURAL.search(text[begin:end]):
            break
        if is_title:
            chain.append((begin, end))
        elif joined_by == "、" and chain and begin < end and _shares_post(text[begin:end]):
            chain[-1] = (begin, chain[-1][1])
        else:
            break
        if begin != start:
            break
    return tuple(
        Title(start, end, text[start:end])
        for piece in reversed(chain)
        for start, end in _split_piece(text, *piece)
    )


def title_after(text: str, name_end: int) -> Title | None:
    """吴新锋校长, 张平(市总工会主席): a title behind the name."""
    found = POST_AFTER.match(text, name_end)
    if found:
        return Title(found.start(), found.end(), found[0])
    bracket = _BRACKET.match(text, name_end)
    if bracket and _ENDS_IN_POST.search(bracket[1]):
        return Title(bracket.start(1), bracket.end(1), bracket[1])
    return None


def _pieces(text: str, left: int, right: int):
    """(start, end, sign to the right) of the pieces between list signs, from the right."""
    end, sign = right, ""
    depth = 0
    position = right
    while position > left:
        position -= 1
        letter = text[position]
        if letter in ")”":
            depth += 1
        elif letter in "(“" and depth:
            depth -= 1
        elif not depth and letter in "、,":
            yield position + 1, _trim(text, position + 1, end), sign
            end, sign = position, letter
        elif not depth and letter in ":;。!?\n(“—":
            yield position + 1, _trim(text, position + 1, end), sign
            return
    yield left, _trim(text, left, end), sign


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def begin_of_title(text: str, start: int, end: int) -> int:
    """Where the title in text[start:end] begins, prepositions, verbs and dates before it left out."""
    while start < end and text[start] == " ":
        start += 1
    time = _TIME.match(text, start, end)
    begin = position = time.end() if time else start
    quoted = 0
    for word, _tag in tags(text[position:end]):
        position += len(word)
        quoted += word.count("“") - word.count("”")
        if quoted or position >= end:
            continue
        if _GLUED.fullmatch(word):
            begin = position - 1
        elif word in _BEFORE_TITLES or (
            word in _JOINERS and not _joins_organisations(text[begin : position - len(word)])
        ):
            begin = position
    while begin < end and text[begin] == " ":
        begin += 1
    return begin


def _joins_organisations(before: str) -> bool:
    """人力资源和社会保障局局长: what stands before 和 is no person, group or title."""
    return bool(before) and not ENDS_IN_HEAD.search(before) and not before.endswith(("等", "同志"))


def _shares_post(piece: str) -> bool:
    return bool(ORGANISATION.search(piece)) and len(piece) > 2


def _split_piece(text: str, start: int, end: int):
    """市总工会主席兼党组书记 and “甲”“乙” are two positions each."""
    while found := _QUOTED_HONOURS.match(text, start, end):
        yield found.span()
        start = found.end()
    if found := _CONCURRENT.search(text, start, end):
        yield start, found.end()
        yield from _split_piece(text, found.end() + 1, end)
    else:
        yield start, end

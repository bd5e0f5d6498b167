"""Where a name that starts at a place ends, and how sure that is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .dictionary import is_word, tag_of, tags
from .surnames import COMMON, COMPOUND, MOSTLY_WORDS, RARE
from .titles import HEAD, POST_AFTER
from .verbs import DEED

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f〇]"
# No given name holds these; where one seems to, the name has ended before.
_NEVER_GIVEN = frozenset(
    "的了着们个这那哪是在等也还就被把给或各每某做副兼部委局省市县区镇乡村办处科厂院站队组班员者席您你我他她它其所"
    "很都而且但并又再已吧吗呢啊不没件份次届条项名位号赴获授将已均都未"
)
# These do inside a name (万从福, 李会明), but a name seldom ends in one.
_SELDOM_LAST = frozenset("亦曾则讲谈听及与对从由说作问看街校会于以上下后内外里未无")
_MINORITY = frozenset(
    "阿卜杜拉买提尔古丽娜依木江热艾合麦孜吐逊努哈力克巴特其格扎西次仁才让卓玛旦增尼达瓦洛桑多吉德央金白索南姆贡布"
    "加措帕沙买乌布里斯坦肉玉素甫迪亚库尔班汗赛穆罕默依不拉音司马义塔西热夏帕提苏来曼奴阿孜古丽麦麦提图如克孜别"
    "祖菲丝萨塔莎妮克毛兰胡达别阿依夏木巴雅尔朝鲁苏和宝音乌兰托娅萨仁格日勒那顺呼斯楞孟根伊敏海提吾买孙伊力哈木"
)
_NEVER_BEGINS = (_NEVER_GIVEN | _SELDOM_LAST) - COMMON - RARE - _MINORITY
ODD_LAST = "姓名的最后一个字少见"
FOUR_LETTERS = "四个字的姓名"
_UNUSUAL = {ODD_LAST: 0.08, FOUR_LETTERS: 0.29}  # how much clearer than the usual name it must be
_GIVEN = re.compile(rf" {{1,3}}{_HAN}|{_HAN}{{1,2}}")
_TELLING = re.compile("等|一行|代表|先后|分别")
_DOTTED = re.compile(rf"{_HAN}{{1,8}}(?:·{_HAN}{{1,8}}){{1,3}}")
# Tags of words that begin no name: 自己, 应邀, 由于.
_GRAMMAR = ("r", "d", "v", "p", "c", "m")
_STOPS = re.compile(r"$|[、,;:。!?()“”\"《》/|\n]")
_JOINS = re.compile("和|与|及|以及|暨|等|同志|先生|女士|老师|一行|两位|[二三四五六七八九]人")
_FOLLOWERS = re.compile(
    "首先|随后|随即|分别|先后|依次|共同|一同|一起|一道|一路|联合|现场|亲自|亲切|专程|专门|应邀|受邀|应约|代表|最后|接着|主动|线上|"
    "视频|莅临|上台|登台|围绕|结合|针对|根据|通过|当选|荣获|获得|介绍|前来|带着|带领|逐一|逐个|仔细|认真|详细|深情|激动|手持|一边|"
    "没有|与会|抵达|所在|身穿|精彩|深入浅出|紧紧|全程|再次|继续|今天|昨天|日前|近日|当场|主讲|担任|召集|委托|手[中里]"
)
# One letter says less, and before a sign it is the name's own: 叶裕以、李平亦.
_PARTICLES = re.compile(
    "(?:[还也均都亦已则就到在为向对给将从率带致说任是于因曾用以所把获陪走来不未的同被由]|\\d)(?![、,;。等])|作"
)


@dataclass(frozen=True, slots=True)
class Name:
    """text[start:end] may be a name. doubt: '' or a Chinese reason, trust: 0..1."""

    start: int
    end: int
    trust: float
    doubt: str = ""


def name_at(text: str, start: int, stop: int) -> Name | None:
    """The name that starts here behind a title or inside a list of names, None where none does."""
    if text[start : start + 1] < "\u3400" or text[start] in _NEVER_BEGINS:
        return None
    candidates = []
    for end in _ends(text, start, stop):
        clear = _boundary(text, end, stop)
        word = text[start:end].replace(" ", "")
        judged = _judge(word, clear) if clear >= 0.5 else None
        if judged and not HEAD.search(word):
            # 严复为获奖者: 为 is rather the next word's.
            clear -= 0.02 * (word[-1] in "为向从率同用带")
            candidates.append((clear, end, Name(start, end, *judged)))
    # The clearest end wins, and of two as clear the longer name: most have three letters.
    return max(candidates, key=_preference)[2] if candidates else None


def _preference(found: tuple[float, int, Name]) -> tuple[float, int]:
    clear, end, name = found
    return clear - _UNUSUAL.get(name.doubt, 0), end


def stands_alone(text: str, name: Name) -> bool:
    """Whether the name would be one without a title before it: 王昌功代表…作报告."""
    word = text[name.start : name.end]
    if word[0] not in COMMON and word[:2] not in COMPOUND:
        return False
    if word[0] in MOSTLY_WORDS or name.trust < 0.8:
        return False
    return tags(word)[0] == (word, "nr") or (len(word) > 2 and not is_word(word[:2]))


def ends_clearly(text: str, end: int) -> bool:
    """Whether a sign or a verb follows, and no noun that the name could begin."""
    return bool(_STOPS.match(text, end) or DEED.match(text, end))


def ends_in_deed(text: str, end: int) -> bool:
    """Whether a verb of acting, or 等, follows: the sign of a name that has no title."""
    return bool(DEED.match(text, end) or _TELLING.match(text, end))


def _ends(text: str, start: int, stop: int):
    """The places where a name that starts at `start` could end."""
    if text[start : start + 1] in _MINORITY or "·" in text[start : start + 9]:
        yield from _minority_ends(text, start, stop)
    surname = 2 if text[start : start + 2] in COMPOUND else 1
    given = _GIVEN.match(text, start + surname, stop)
    if not given:
        return
    if given[0][0] == " ":
        yield given.end()
        return
    yield from range(start + surname + 1, given.end() + 1)
    if surname == 2 and text[start] in COMMON | RARE:
        yield start + 2
    # 张王晓明, a married name of two surnames
    married = surname == 1 and text[start] in COMMON and text[start + 1] in COMMON
    if married and re.match(_HAN, text[given.end() : min(given.end() + 1, stop)]):
        yield given.end() + 1


def _minority_ends(text: str, start: int, stop: int):
    """古丽娜尔, 阿卜杜拉·买买提: long names of other peoples, written out."""
    dotted = _DOTTED.match(text, start, stop)
    last = text.rindex("·", start, dotted.end()) + 1 if dotted else start
    end = last
    while end < min(stop, last + 7) and text[end] in _MINORITY:
        end += 1
    if dotted and _boundary(text, end, stop) < 0.8:
        yield from range(last + 1, dotted.end() + 1)
    elif dotted:
        yield end
    else:
        yield from range(start + 2, end + 1)


@lru_cache(maxsize=20_000)
def _judge(word: str, boundary: float) -> tuple[float, str] | None:
    """(trust, doubt) of a word that ends so clearly as a name; None where it cannot be one."""
    if "·" in word or (len(word) > 3 and _MINORITY.issuperset(word)):
        return (boundary, "") if boundary >= 0.8 else None
    given = word[_surname(word) or 1 :]
    known_name = len(word) == 2 and tag_of(word).startswith("nr")
    if not known_name and _NEVER_GIVEN & set(given):
        return None
    if not known_name and word[-1] in _SELDOM_LAST:
        return (0.7, ODD_LAST) if _surname(word) and boundary >= 0.85 else None
    if tag_of(word)[:2] not in ("", "nr"):
        return _judge_dictionary_word(word, boundary)
    if not _surname(word):
        return _judge_unknown_surname(word, boundary)
    return _judge_surname(word, boundary)


def _judge_dictionary_word(word: str, boundary: float) -> tuple[float, str] | None:
    """高峰, 成功: people are called so, but 安排 and 全体 are nobody."""
    tag = tag_of(word)[0]
    believed = _surname(word) and (tag in "nat" if len(word) == 2 else tag in "jli")
    believed = believed or (word[0] in COMMON and tag == "d" and boundary >= 0.95)
    return (0.65, "姓名同时是常用词") if believed and boundary >= 0.85 else None


def _judge_unknown_surname(word: str, boundary: float) -> tuple[float, str] | None:
    if boundary < 0.8:
        return None
    if len(word) > 1 and _MINORITY.issuperset(word):
        return boundary, ""
    made_of_words = any(len(part) > 1 and tag != "nr" for part, tag in tags(word))
    return None if made_of_words or len(word) > 3 else (0.6, "姓氏少见")


def _judge_surname(word: str, boundary: float) -> tuple[float, str] | None:
    if len(word) > _surname(word) + 3:
        return None
    single = _surname(word) == 1
    if single and word[0] in MOSTLY_WORDS and tag_of(word[:2])[:1] in _GRAMMAR:
        return None
    if (
        single
        and len(word) > 2
        and word[0] in MOSTLY_WORDS
        and tag_of(word[1:])[:2] not in ("", "nr")
    ):
        return (0.6, "姓名同时是常用词") if boundary >= 0.9 else None
    if boundary < 0.8 and len(word) == 3 and word[0] in COMMON and tags(word)[0] == (word, "nr"):
        return 0.8, ""
    if boundary < 0.8:
        return None if single and is_word(word[:2]) else (0.55, "姓名到哪里为止不确定")
    if single and len(word) == 4:
        return boundary - 0.1, FOUR_LETTERS
    if single and len(word) == 3 and is_word(word[:2]) and tags(word)[0] != (word, "nr"):
        return boundary - 0.04, ""
    return boundary, ""


def _surname(word: str) -> int:
    """The length of the surname the word begins with, 0 where it is none we know."""
    if word[:2] in COMPOUND and len(word) > 2:
        return 2
    return int(word[:1] in COMMON or word[:1] in RARE)


def _boundary(text: str, end: int, stop: int) -> float:
    """How well a name can end here, by what follows: a sign, a verb, a title, a short word."""
    if end >= stop or _STOPS.match(text, end) or text[end] == " ":
        return 0.95
    if DEED.match(text, end):
        return 0.92
    if POST_AFTER.match(text, end):
        return 0.82
    if found := _JOINS.match(text, end) or _FOLLOWERS.match(text, end):
        return 0.9 if found.end() - end > 1 else 0.85
    if _PARTICLES.match(text, end):
        return 0.85
    following = tags(text[end : min(end + 4, stop)])
    return 0.55 if following and len(following[0][0]) > 1 else 0.0

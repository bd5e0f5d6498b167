"""Flat editorial illustrations for the sample articles, drawn with Pillow and nothing else.

The sample site needs pictures nobody owns and nobody is recognisable in, so they are composed here
from the shapes and figures in shapes.py.
"""

from collections.abc import Callable
from math import cos, pi, radians, sin

from PIL import Image

from .shapes import (
    AT_WORK,
    BLUE,
    CLAY,
    CLEANER,
    GOLD,
    INK,
    NIGHT,
    NOTING,
    OLIVE,
    PAPER,
    RED,
    SAND,
    SEATED,
    TEAL,
    TURNED,
    Colour,
    Sheet,
    bike,
    building,
    dark,
    gift,
    lamp,
    mix,
    pale,
    person,
    room,
    skyline,
    table,
    tree,
    window,
)

SCENES: dict[str, str] = {}
_PAINTERS: dict[str, Callable[["Sheet"], None]] = {}


def draw(scene: str, width: int = 1600, height: int = 900) -> Image.Image:
    """The named scene as an RGB picture of `width` x `height` pixels; KeyError if there is none.

    Other proportions than 16:9 show the middle of the sheet, cut at the sides or above and below.
    """
    paint = _PAINTERS[scene]
    sheet = Sheet(width, height)
    paint(sheet)
    return sheet.image.reduce(2)


def scene(text: str) -> Callable:
    """Registers a painter under its own name, with the alternative text of what it paints."""

    def register(paint: Callable[[Sheet], None]) -> Callable[[Sheet], None]:
        SCENES[paint.__name__], _PAINTERS[paint.__name__] = f"插画：{text}。", paint
        return paint

    return register


@scene("车间里，一位老师傅站在机床后，给两名青年工人讲解零件加工")
def workshop(s: Sheet) -> None:
    room(s, SAND, pale(BLUE, 0.2), 640)
    for x in (90, 510, 930):
        window(s, x, 80, x + 330, 330, 3, pale(BLUE, 0.2), pale(BLUE, 0.8))
        s.poly([(x, 354), (x + 330, 354), (x + 560, 900), (x + 230, 900)], (*PAPER, 46))
    s.rect(1350, 90, 1560, 420, dark(TEAL, 0.1), 8)
    for i in range(12):
        x, y = 1385 + i % 4 * 46, 140 + i // 4 * 90
        s.limb([(x, y), (x, y + 34 + i % 3 * 9)], 9, 16, pale(SAND if i % 2 else BLUE, 0.3))
    lamp(s, 470, 190)
    lamp(s, 1090, 190)
    person(s, 660, 790, 520, 1, BLUE, old=True, hat=("cap", TEAL), hands=((27, 62), (14, 55)))
    s.oval(640, 812, 470, 22, (*INK, 50))
    for x in (200, 850):
        s.rect(x, 620, x + 200, 810, dark(TEAL, 0.35), 8)
        s.rect(x + 24, 660, x + 176, 760, dark(TEAL, 0.2), 6)
    s.rect(170, 590, 1080, 650, dark(TEAL, 0.1), 8)
    s.rect(170, 590, 1080, 606, pale(TEAL, 0.35), 8)
    s.rect(180, 410, 410, 592, TEAL, 22)
    s.rect(200, 432, 330, 520, pale(TEAL, 0.6), 10)
    for i, colour in enumerate((RED, GOLD, OLIVE)):
        s.oval(226 + i * 40, 552, 12, 12, colour)
    s.rect(410, 450, 470, 576, dark(BLUE, 0.35), 10)
    s.rect(470, 494, 800, 532, pale(BLUE, 0.6))
    s.rect(600, 486, 700, 540, pale(BLUE, 0.3), 6)
    s.rect(730, 540, 850, 592, dark(BLUE, 0.2), 8)
    s.poly([(760, 500), (790, 500), (800, 542), (750, 542)], RED)
    s.poly([(800, 505), (900, 490), (900, 536), (800, 520)], dark(BLUE, 0.2))
    s.rect(890, 450, 1040, 592, TEAL, 18)
    s.oval(1040, 520, 16, 44, RED)
    s.oval(1104, 506, 30, 30, dark(BLUE, 0.2))
    s.oval(1104, 502, 11, 11, PAPER)
    person(s, 1180, 820, 500, -1, OLIVE, hat=("cap", RED), hands=((16, 58), (12, 55)))
    s.poly([(1240, 520), (1310, 530), (1304, 590), (1236, 576)], PAPER)
    person(s, 1370, 840, 490, -1, TEAL, hair="tail", hands=((17, 59), (15, 57)))
    s.rect(30, 760, 150, 850, RED, 8)
    s.rect(30, 790, 150, 798, dark(RED))
    s.rect(66, 742, 114, 760, INK, 6)


@scene("技能竞赛现场，选手们在工作台前专心操作，两名裁判在一旁记录")
def contest(s: Sheet) -> None:
    room(s, pale(BLUE, 0.3), SAND, 520)
    for i in range(5):
        x = 110 + i * 310
        s.poly([(x, 0), (x + 140, 0), (x + 140, 250), (x + 70, 290), (x, 250)], RED)
        s.poly([(x + 100, 0), (x + 140, 0), (x + 140, 250), (x + 100, 273)], dark(RED))
        for y in (40, 200):
            s.rect(x, y, x + 140, y + 10, GOLD)
    looks = (
        (TEAL, "short", GOLD),
        (CLAY, "bob", PAPER),
        (OLIVE, "short", RED),
        (NIGHT, "tail", GOLD),
    )
    for i, (top, hair, hat) in enumerate((*looks[2:], looks[1], looks[0])):
        x = 250 + i * 340
        person(s, x, 600, 330, 1, top, hair=hair, hat=("helmet", hat), **AT_WORK)
        bench(s, x - 70, x + 170, 450, 160, BLUE)
    for i, (top, hair, hat) in enumerate(looks[:3]):
        x = 420 + i * 340
        person(s, x, 840, 470, 1, top, hair=hair, hat=("helmet", hat), **AT_WORK)
        bench(s, x - 80, x + 200, 630, 210, CLAY)
    s.poly([(160, 536), (226, 520), (236, 580), (170, 590)], PAPER)
    person(s, 110, 850, 500, 1, NIGHT, hair="bob", old=True, **NOTING)
    s.poly([(1440, 526), (1374, 510), (1364, 570), (1430, 580)], PAPER)
    person(s, 1490, 850, 520, -1, NIGHT, **NOTING)


def bench(s: Sheet, x0: float, x1: float, y: float, h: float, colour: Colour) -> None:
    """A contest workbench with a vice, a circuit box and a drawer."""
    table(s, x0, x1, y, h, colour)
    s.rect(x0 + 40, y + 60, x1 - 40, y + 76, dark(colour, 0.35))
    s.rect(x0 + 24, y - 34, x0 + 60, y, dark(TEAL), 4)
    s.rect(x0 + 16, y - 42, x0 + 68, y - 28, NIGHT, 4)
    s.rect(x1 - 86, y - 62, x1 - 20, y, pale(SAND), 4)
    for i, light in enumerate((RED, OLIVE, GOLD)):
        s.oval(x1 - 70 + i * 18, y - 40, 6, 6, light)


@scene("会议室的大窗前，职工代表围坐圆桌，正在讨论")
def meeting(s: Sheet) -> None:
    room(s, SAND, pale(CLAY, 0.35), 560)
    window(s, 230, 60, 1370, 430, 4, pale(BLUE, 0.25), pale(BLUE, 0.85))
    skyline(s, 250, 1360, 430, 260, pale(BLUE, 0.35))
    for x in (515, 800, 1085):
        s.rect(x - 5, 60, x + 5, 430, PAPER)
    for x in (110, 1490):
        tree(s, x, 640, 260)
        s.poly([(x - 40, 600), (x + 40, 600), (x + 28, 680), (x - 28, 680)], RED)
    looks = ((480, 1, TEAL, "bob", 0), (690, 1, NIGHT, "short", 1), (900, -1, RED, "bun", 0))
    for x, face, top, hair, old in (*looks, (1110, -1, OLIVE, "short", 0)):
        s.rect(x - 54, 440, x + 54, 640, dark(CLAY, 0.4), 20)
        person(s, x, 680, 440, face, top, hair=hair, old=old, hip=27, hands=((16, 44), (8, 42)))
    for x, face, top, hair in ((270, 1, BLUE, "short"), (1330, -1, CLAY, "tail")):
        chair(s, x - face * 10, 800, face)
        pose = ((26, 0), (20, 0))
        person(s, x, 800, 450, face, top, hair=hair, hip=27, feet=pose, hands=((28, 50), (22, 42)))
    s.oval(800, 850, 420, 30, (*INK, 40))
    s.rect(730, 640, 870, 840, dark(CLAY, 0.4), 10)
    s.oval(800, 650, 470, 108, dark(CLAY, 0.3))
    s.oval(800, 632, 470, 108, pale(CLAY, 0.2))
    for x, y in ((500, 610), (690, 570), (900, 570), (1090, 606), (620, 690), (980, 690)):
        s.poly([(x - 36, y), (x + 24, y - 6), (x + 38, y + 14), (x - 26, y + 20)], PAPER)
        s.rect(x + 50, y - 16, x + 70, y + 10, pale(TEAL), 4)
    for i in range(9):
        s.oval(760 + i * 10, 632 - i * 7 % 3 * 9, 13, 11, (OLIVE, RED, dark(OLIVE))[i % 3])
    s.dome(800, 636, 56, -26, PAPER)
    for x, top, hair, old in ((560, OLIVE, "short", 0), (1040, TEAL, "bob", 1)):
        person(s, x, 905, 470, 0, top, hair=hair, old=old, **TURNED)
        s.rect(x - 66, 690, x + 66, 830, dark(CLAY, 0.4), 22)
        s.rect(x - 52, 702, x + 40, 818, dark(CLAY, 0.25), 16)
        s.rect(x - 8, 830, x + 8, 900, INK)


def chair(s: Sheet, x: float, y: float, face: int) -> None:
    """A chair seen from the side, its sitter at (`x`, `y`) looking towards `face`."""
    for dx in (-42, 62):
        s.limb([(x + face * dx, y - 95), (x + face * dx, y - 4)], 12, 9, dark(CLAY, 0.45))
    s.limb([(x - face * 46, y - 95), (x - face * 62, y - 280)], 16, 14, dark(CLAY, 0.4))
    s.limb([(x - face * 46, y - 95), (x + face * 66, y - 95)], 18, 18, dark(CLAY, 0.4))


@scene("夏日树荫下，工会志愿者把饮用水递给环卫工人和外卖骑手")
def summer(s: Sheet) -> None:
    s.wash(0, 600, pale(BLUE, 0.15), pale(GOLD, 0.88))
    s.glow(190, 130, 220)
    s.oval(190, 130, 66, 66, pale(GOLD, 0.3))
    skyline(s, -60, 1600, 600, 370, pale(BLUE, 0.45))
    s.wash(590, 690, pale(OLIVE, 0.2), OLIVE)
    s.wash(680, 900, pale(SAND, 0.3), SAND)
    for x, h in ((90, 470), (1010, 560), (1500, 620)):
        s.oval(x + 90, 700, 190, 18, (*INK, 40))
        tree(s, x, 700, h)
    s.oval(640, 800, 300, 20, (*INK, 40))
    s.rect(496, 200, 504, 800, dark(CLAY, 0.3))
    shirt = mix(BLUE, NIGHT, 0.3)
    s.dome(500, 300, 330, 130, RED)
    s.dome(500, 300, 120, 130, pale(RED, 0.15))
    person(s, 430, 800, 460, 1, shirt, hair="tail", hands=((15, 56), (8, 54)), over="vest")
    person(s, 700, 800, 480, 1, shirt, hands=((28, 60), (20, 57)), over="vest", hat=("cap", RED))
    table(s, 300, 640, 610, 190, pale(TEAL, 0.3))
    s.rect(320, 500, 400, 610, RED, 10)
    s.rect(336, 486, 384, 502, PAPER, 4)
    for i in range(6):
        bottle(s, 470 + i * 28, 610)
    look = {**CLEANER, "hair": "bob", "hat": ("straw", SAND)}
    person(s, 940, 810, 450, -1, GOLD, hands=((20, 61), (-11, 44)), **look)
    bottle(s, 842, 542)
    s.limb([(996, 560), (1010, 806)], 9, 9, dark(CLAY, 0.3))
    s.poly([(992, 780), (1030, 780), (1052, 826), (976, 826)], dark(SAND, 0.35))
    person(s, 1150, 820, 480, -1, TEAL, hat=("helmet", TEAL), hands=((15, 76), (-12, 43)))
    bottle(s, 1078, 462)
    bike(s, 1420, 836, TEAL)


def bottle(s: Sheet, x: float, y: float) -> None:
    """A bottle of water standing on (`x`, `y`)."""
    s.rect(x - 9, y - 44, x + 9, y, pale(BLUE, 0.55), 5)
    s.rect(x - 9, y - 28, x + 9, y - 14, TEAL)
    s.rect(x - 5, y - 52, x + 5, y - 42, RED, 2)


@scene("体育馆里，两队职工在打篮球，一名队员跳起投篮，看台上坐着观众")
def basketball(s: Sheet) -> None:
    room(s, pale(BLUE, 0.3), pale(CLAY, 0.25), 560)
    for x in range(60, 1300, 250):
        window(s, x, 40, x + 190, 150, 2, pale(GOLD, 0.7), PAPER)
    tops = (TEAL, OLIVE, RED, SAND, NIGHT, CLAY, BLUE)
    for row in range(3):
        s.rect(0, 310 + row * 80, 1180, 560, mix(BLUE, NIGHT, 0.15 + row * 0.1))
        for i in range(11):
            x, top = 40 + i * 104 + row % 2 * 40, tops[(i * 3 + row * 2) % 7]
            hair = ("short", "bob", "short", "tail")[(i + row) % 4]
            person(s, x, 400 + row * 80, 190, 1, top, hair=hair, old=i % 4 == 2, **SEATED)
    s.rect(0, 530, 1180, 566, PAPER)
    s.rect(0, 530, 1180, 542, RED)
    s.oval(700, 780, 420, 90, pale(CLAY, 0.6))
    s.oval(700, 780, 408, 82, pale(CLAY, 0.17))
    s.poly([(1180, 566), (1190, 566), (1400, 900), (1384, 900)], pale(CLAY, 0.7))
    s.limb([(1600, 420), (1500, 250), (1390, 250)], 34, 22, dark(TEAL, 0.2))
    s.poly([(1350, 120), (1410, 90), (1410, 330), (1350, 310)], PAPER)
    s.poly([(1362, 200), (1398, 190), (1398, 290), (1362, 280)], RED)
    s.poly([(1372, 212), (1388, 208), (1388, 276), (1372, 272)], PAPER)
    s.poly([(1250, 292), (1350, 292), (1330, 380), (1270, 380)], (*PAPER, 170))
    for i in range(5):
        s.limb([(1256 + i * 22, 292), (1275 + i * 12, 380)], 3, 3, PAPER)
    s.oval(1300, 290, 54, 11, RED)
    s.oval(1300, 290, 44, 6, pale(BLUE, 0.3))
    players = (
        (230, 760, 430, 1, TEAL, "short", 45, ((20, 56), (-22, 52)), ((20, 0), (-20, 8))),
        (480, 840, 460, 1, RED, "tail", 45, ((24, 66), (-24, 56)), ((20, 8), (-20, 0))),
        (1120, 800, 460, -1, TEAL, "short", 45, ((18, 104), (-15, 106)), ((12, 0), (-12, 0))),
        (890, 800, 460, 1, RED, "short", 61, ((17, 124), (0, 124)), ((4, 15), (-14, 21))),
        (1420, 860, 450, -1, RED, "bun", 45, ((24, 58), (-20, 52)), ((14, 0), (-14, 0))),
    )
    for x, y, h, face, kit, hair, hip, hands, feet in players:
        pose = {"hands": hands, "feet": feet, "hip": hip, "lean": 4, "over": "sport"}
        person(s, x, y, h, face, kit, kit, hair, x == 1120, **pose)
    ball(s, 932, 206)


def ball(s: Sheet, x: float, y: float) -> None:
    """A basketball."""
    s.oval(x, y, 32, 32, CLAY)
    s.oval(x - 6, y - 6, 24, 24, pale(CLAY, 0.12))
    s.rect(x - 32, y - 1, x + 32, y + 2, INK)
    s.rect(x - 1, y - 32, x + 2, y + 32, INK)


@scene("傍晚的路边，亮着灯的户外劳动者驿站前，骑手坐下歇脚，有人在接热水")
def station(s: Sheet) -> None:
    dusk = mix(mix(NIGHT, RED, 0.3), BLUE, 0.5)
    s.wash(0, 380, NIGHT, dusk)
    s.wash(380, 660, dusk, mix(pale(GOLD, 0.2), RED, 0.12))
    skyline(s, -20, 1600, 660, 440, mix(NIGHT, BLUE, 0.3), lit=(2, 5, 9, 15, 22))
    s.wash(650, 900, mix(NIGHT, BLUE, 0.3), NIGHT)
    s.rect(430, 330, 1170, 740, pale(SAND, 0.2))
    s.rect(1090, 330, 1170, 740, dark(SAND, 0.1))
    s.rect(480, 400, 860, 620, PAPER)
    s.wash(412, 608, pale(GOLD, 0.6), pale(GOLD, 0.25), 492, 848)
    for y in (470, 530):
        s.rect(500, y, 640, y + 8, CLAY)
        for i in range(6):
            s.rect(506 + i * 22, y - 22 - i % 3 * 8, 522 + i * 22, y, (TEAL, RED, OLIVE)[i % 3])
    person(s, 690, 738, 310, -1, RED, hair="bob", hands=((14, 56), (8, 54)))
    s.rect(480, 608, 860, 740, pale(SAND, 0.2))
    s.rect(470, 604, 870, 622, PAPER)
    s.rect(920, 420, 1060, 740, TEAL)
    s.rect(940, 440, 1040, 600, pale(GOLD, 0.4))
    s.rect(946, 640, 958, 676, GOLD)
    s.rect(390, 290, 1210, 340, RED, 6)
    s.rect(390, 326, 1210, 340, dark(RED))
    s.poly([(480, 740), (1060, 740), (1180, 900), (380, 900)], (*GOLD, 46))
    s.rect(1120, 560, 1190, 752, PAPER, 8)
    s.rect(1132, 580, 1178, 620, TEAL, 4)
    s.rect(1126, 660, 1150, 672, INK)
    s.glow(670, 510, 260)
    bike(s, 220, 850, mix(TEAL, BLUE, 0.3))
    s.rect(490, 718, 890, 736, CLAY, 6)
    for x in (510, 856):
        s.rect(x, 740, x + 14, 832, dark(CLAY, 0.4))
    drinking = {**SEATED, "hat": ("helmet", TEAL), "hands": ((17, 50), (14, 48))}
    person(s, 550, 830, 440, 1, TEAL, **drinking)
    s.rect(616, 592, 636, 618, PAPER, 4)
    person(s, 842, 830, 420, -1, GOLD, mix(NIGHT, BLUE, 0.3), **SEATED, **CLEANER)
    filling = {"hat": ("helmet", GOLD), "hands": ((28, 52), (20, 48))}
    person(s, 1290, 830, 460, -1, CLAY, mix(NIGHT, BLUE, 0.3), "tail", **filling)
    s.rect(1150, 576, 1172, 604, RED, 4)
    s.rect(1454, 250, 1468, 860, INK)
    s.limb([(1461, 250), (1400, 240)], 12, 10, INK)
    s.glow(1396, 262, 150)
    s.oval(1394, 256, 24, 12, pale(GOLD))
    s.dome(1394, 256, 34, 22, INK)


@scene("心愿墙上贴满彩色小卡片，一名女职工正把卡片贴上去，一位老师傅在旁边看")
def wishes(s: Sheet) -> None:
    room(s, SAND, pale(CLAY, 0.3), 700)
    s.rect(170, 70, 1440, 610, (*INK, 40), 12)
    s.rect(160, 60, 1430, 600, CLAY, 12)
    s.rect(178, 78, 1412, 582, pale(SAND, 0.65), 6)
    tints = (RED, pale(TEAL, 0.2), GOLD, pale(OLIVE, 0.2), BLUE, pale(RED, 0.55), PAPER, SAND)
    for i in range(50):
        x, y = 250 + i % 10 * 120, 140 + i // 10 * 94
        if i in (24, 34):
            continue
        tint = tints[i * 5 % 8 if i % 3 else i % 7]
        card(s, x + i * 7 % 11 - 5, y + i * 5 % 13 - 6, (i * 37 % 15 - 7) * 1.4, tint)
    card(s, 782, 296, 4, GOLD)
    person(s, 600, 840, 560, 1, RED, NIGHT, "bob", hands=((29, 94), (-11, 43)))
    card(s, 950, 494, -8, pale(RED, 0.5))
    person(s, 1080, 850, 580, -1, BLUE, old=True, hands=((20, 60), (16, 57)))
    table(s, 150, 410, 690, 160)
    for i, tint in enumerate((RED, TEAL, GOLD)):
        s.rect(190 + i * 16, 640 - i % 2 * 10, 198 + i * 16, 690, tint)
    s.rect(182, 654, 236, 690, PAPER, 6)
    for i in range(3):
        s.rect(280 + i * 6, 680 - i * 8, 370 - i * 6, 690 - i * 8, tints[i + 1])
    for dx, dy in ((-60, 110), (-30, 170), (10, 190), (48, 150), (66, 100)):
        leaf = [(1330, 740), (1330 + dx / 2, 740 - dy * 0.7), (1330 + dx, 740 - dy)]
        s.limb(leaf, 26, 8, dark(OLIVE, (dx + 60) / 500))
    s.poly([(1276, 730), (1384, 730), (1364, 850), (1296, 850)], TEAL)


def card(s: Sheet, x: float, y: float, tilt: float, colour: Colour) -> None:
    """A note with two lines of writing too far away to read, turned by `tilt` degrees."""
    c, d = cos(radians(tilt)), sin(radians(tilt))
    for w, top, low, tint in (
        (42, -32, 32, colour),
        (28, -10, -6, dark(colour)),
        (20, 6, 10, dark(colour)),
    ):
        corners = ((-w, top), (w, top), (w, low), (-w, low))
        s.poly([(x + a * c - b * d, y + a * d + b * c) for a, b in corners], tint)
    s.oval(x + 28 * d, y - 28 * c, 5, 5, dark(colour, 0.4))


@scene("冬日广场上的送温暖启动仪式，台上有人讲话，台下职工列队，台边堆放着慰问品")
def ceremony(s: Sheet) -> None:
    s.wash(0, 480, BLUE, pale(BLUE, 0.7))
    skyline(s, -60, 1600, 480, 350, pale(BLUE, 0.22), roof=PAPER)
    s.wash(470, 900, pale(BLUE, 0.8), pale(BLUE, 0.4))
    for x in (110, 1490):
        s.limb([(x, 560), (x, 300)], 26, 10, dark(CLAY, 0.5))
        for dx, y, rise in ((-70, 440, 90), (64, 420, 90), (-44, 370, 80), (48, 350, 80)):
            s.limb([(x, y), (x + dx, y - rise)], 10, 4, dark(CLAY, 0.5))
    s.rect(400, 100, 1200, 470, dark(RED, 0.3))
    s.rect(412, 112, 1188, 460, RED)
    s.dome(800, 460, 300, 170, pale(RED, 0.1))
    s.dome(800, 460, 210, 120, pale(RED, 0.22))
    s.rect(412, 128, 1188, 134, GOLD)
    for x, top, hair, old in (
        (560, NIGHT, "short", 1),
        (690, TEAL, "bob", 0),
        (1010, NIGHT, "short", 0),
    ):
        person(
            s, x, 490, 250, 1 if x < 800 else -1, top, hair=hair, old=old, over="coat", trim=GOLD
        )
    person(
        s, 850, 490, 255, -1, OLIVE, hair="bun", over="coat", trim=GOLD, hands=((20, 66), (10, 62))
    )
    s.poly([(770, 370), (836, 370), (824, 490), (782, 490)], CLAY)
    s.rect(762, 362, 844, 376, dark(CLAY))
    s.rect(340, 484, 1260, 508, pale(SAND, 0.3))
    s.rect(340, 506, 1260, 556, dark(RED, 0.2))
    for row in range(3):
        for i in range(6 - 2 * row):
            x, tone = 80 + i % (3 - row) * 84 + row * 42 + i // (3 - row) * 1170, (i + row) % 3
            gift(s, x, 560 - row * 54, 76, (RED, SAND, TEAL)[tone], RED if tone == 1 else GOLD)
    tops = (TEAL, RED, OLIVE, NIGHT, CLAY, BLUE, mix(TEAL, NIGHT, 0.5))
    for row, (y, h, gap) in enumerate(((690, 250, 128), (820, 320, 168), (1010, 410, 214))):
        for i in range(1600 // gap + 1):
            x, n = gap * (i + row % 2 / 2) + 10, i * 3 + row * 2
            hat = ("wool", (RED, SAND, PAPER)[n % 3]) if n % 2 else None
            hair, trim = (
                ("short", "bob", "bun")[(i + row) % 3],
                (RED, GOLD, PAPER, SAND)[(n + 2) % 4],
            )
            look = {"hair": hair, "old": n % 5 == 4, "hat": None if hair == "bun" else hat}
            person(s, x, y, h, 0, tops[n % 7], **look, over="coat", trim=trim)
    for i in range(90):
        s.oval(i * 389 % 1600, i * 211 % 900, 3 + i % 3, 3 + i % 3, (*PAPER, 220))


@scene("古运河畔，石拱桥连着白墙黛瓦的民居，河上有小船，远处有古塔和高楼")
def canal(s: Sheet) -> None:
    s.wash(0, 600, pale(BLUE, 0.1), pale(GOLD, 0.88))
    s.oval(380, 190, 60, 60, pale(GOLD, 0.4))
    skyline(s, 620, 1240, 570, 400, pale(BLUE, 0.5))
    pagoda(s, 470, 570)
    s.wash(560, 646, pale(TEAL, 0.6), pale(TEAL, 0.45))
    for x, w, h in (
        (-40, 190, 190),
        (160, 150, 150),
        (1130, 170, 160),
        (1290, 200, 230),
        (1470, 180, 180),
    ):
        house(s, x, 620, w, h)
    deck = [(x, 640 - 190 * cos((x - 720) / 480 * pi / 2) ** 1.3) for x in range(250, 1191, 10)]
    s.poly([*deck, (1190, 646), (250, 646)], dark(SAND, 0.2))
    s.limb([(x, y - 10) for x, y in deck], 20, 20, SAND)
    s.oval(720, 640, 170, 146, dark(SAND, 0.4))
    s.oval(720, 640, 150, 130, pale(GOLD, 0.72))
    for x in (0, 1100):
        s.rect(x, 612, x + 330 + x / 4, 646, dark(SAND, 0.25))
        s.rect(x, 612, x + 330 + x / 4, 622, SAND)
    s.wash(646, 900, pale(TEAL, 0.4), dark(TEAL, 0.1))
    s.dome(720, 646, 170, -120, (*SAND, 70))
    s.dome(720, 646, 148, -104, (*PAPER, 110))
    for x, y in deck[4:-4:8]:
        s.rect(x - 5, y - 50, x + 5, y - 10, dark(SAND, 0.1))
    s.limb([(x, y - 50) for x, y in deck[4:-4]], 8, 8, SAND)
    for i in range(26):
        x, y = i * 331 % 1500, 680 + i * 53 % 210
        s.rect(x, y, x + 60 + i % 4 * 30, y + 5, (*PAPER, 60), 2)
    boat(s, 520, 800, 1.0)
    boat(s, 1120, 730, 0.7)
    s.limb([(1520, 900), (1480, 620), (1540, 300), (1500, 90)], 60, 20, dark(CLAY, 0.45))
    for x, y, rx in ((1360, 50, 160), (1560, 40, 180), (1460, 20, 200)):
        s.oval(x, y, rx, 76, dark(OLIVE, 0.1 + y / 500))
    for i in range(17):
        x = 1230 + i * 22
        drop = 260 + i * 97 % 190
        s.limb([(x + 10, -20), (x, 150), (x - 18, drop)], 16, 5, dark(OLIVE, i % 4 * 0.08))


def pagoda(s: Sheet, x: float, y: float) -> None:
    """A tall many-storeyed pagoda standing on (`x`, `y`)."""
    s.limb([(x, y - 440), (x, y - 520)], 10, 3, GOLD)
    for i in range(9):
        w, base = 74 - i * 5, y - i * 49
        s.rect(x - w * 0.7, base - 49, x + w * 0.7, base, mix(CLAY, RED, 0.3))
        s.rect(x + w * 0.35, base - 49, x + w * 0.7, base, dark(mix(CLAY, RED, 0.3)))
        s.rect(x - 9, base - 32, x + 9, base, pale(GOLD, 0.4), 8)
        eaves = [(x + w, base - 36), (x, base - 42), (x - w, base - 36)]
        s.poly([(x - w * 0.6, base - 58), (x + w * 0.6, base - 58), *eaves], NIGHT)


def house(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    """A white-walled house with a dark tiled roof, its left corner on (`x`, `y`)."""
    s.rect(x, y - h, x + w, y, PAPER)
    s.rect(x + w * 0.8, y - h, x + w, y, dark(PAPER, 0.12))
    ridge = [(x + 14, y - h - 56), (x + w - 14, y - h - 56)]
    s.poly([*ridge, (x + w + 22, y - h + 6), (x - 22, y - h + 6)], NIGHT)
    s.limb(ridge, 12, 12, dark(NIGHT, 0.4))
    for wx in (0.18, 0.55):
        s.rect(x + w * wx, y - h * 0.75, x + w * (wx + 0.2), y - h * 0.45, dark(CLAY, 0.3))
    s.rect(x + w * 0.36, y - h * 0.35, x + w * 0.6, y, dark(CLAY, 0.4))
    s.oval(x + w * 0.12, y - h + 30, 9, 13, RED)


def boat(s: Sheet, x: float, y: float, k: float) -> None:
    """A covered canal boat with a boatman, `k` times its full size."""
    s.oval(x, y + 24 * k, 210 * k, 14 * k, (*INK, 60))
    poling = {"hat": ("straw", SAND), "hands": ((20, 66), (16, 48))}
    person(s, x + 130 * k, y + 6 * k, 190 * k, -1, TEAL, **poling)
    s.limb([(x + 60 * k, y - 180 * k), (x + 130 * k, y + 40 * k)], 6 * k, 6 * k, dark(CLAY, 0.3))
    s.dome(x - 30 * k, y, 112 * k, 78 * k, dark(SAND, 0.4))
    s.dome(x - 44 * k, y, 98 * k, 78 * k, dark(SAND, 0.22))
    s.dome(x - 80 * k, y, 44 * k, 52 * k, NIGHT)
    left, right = x - 150 * k, x + 150 * k
    hull = [(left - 70 * k, y - 22 * k), (left, y), (right, y), (right + 60 * k, y - 18 * k)]
    s.poly([*hull, (right, y + 34 * k), (left, y + 34 * k)], dark(CLAY, 0.35))
    s.poly([*hull, (right, y + 10 * k), (left, y + 10 * k)], RED)


@scene("夜校教室里，老师在黑板前示范剪纸，学员们围着桌上的手工作品学习")
def evening_class(s: Sheet) -> None:
    room(s, pale(SAND, 0.2), pale(CLAY, 0.25), 520)
    window(s, 60, 90, 330, 360, 2, NIGHT, mix(NIGHT, BLUE, 0.5))
    s.oval(130, 150, 26, 26, pale(GOLD, 0.5))
    for x, h in ((75, 90), (215, 130), (262, 70)):
        building(s, x, 360, 58, h, dark(NIGHT, 0.3), lit=(0, 3))
    s.rect(420, 70, 1260, 390, CLAY, 10)
    s.rect(436, 86, 1244, 374, dark(TEAL, 0.45))
    for i in range(8):
        a = i * pi / 4
        s.oval(640 + 66 * cos(a), 230 + 66 * sin(a), 40, 40, RED)
        s.oval(640 + 74 * cos(a), 230 + 74 * sin(a), 13, 13, dark(TEAL, 0.45))
    s.oval(640, 230, 52, 52, RED)
    s.oval(640, 230, 24, 24, GOLD)
    s.rect(1340, 150, 1560, 520, CLAY)
    for y in (164, 284, 404):
        s.rect(1352, y, 1548, y + 104, dark(CLAY, 0.3))
        for i in range(3):
            vase(s, 1390 + i * 60, y + 104, 0.8, (TEAL, RED, SAND, BLUE, OLIVE)[(i + y // 60) % 5])
    person(s, 960, 590, 400, -1, RED, NIGHT, "bun", True, hands=((32, 80), (12, 58)))
    table(s, 850, 1160, 460, 130)
    vase(s, 920, 460, 1.0, BLUE)
    s.poly([(1000, 452), (1060, 446), (1080, 460), (1010, 462)], RED)
    tops = (TEAL, BLUE, OLIVE, CLAY, NIGHT, GOLD, RED)
    for row, (y, h, x0, gap) in enumerate(((610, 330, 270, 250), (790, 430, 180, 310))):
        for i in range(0, 5):
            x = x0 + i * gap
            table(s, x - gap * 0.46, x + gap * 0.46, y, h * 0.3, pale(CLAY, 0.1))
            vase(s, x + gap * 0.34, y, 0.8 + row * 0.3, (TEAL, SAND, RED, BLUE)[(i + row) % 4])
            s.oval(x - gap * 0.34, y - 3, 26, 7, (RED, GOLD)[i % 2])
            face = (0, 0, 1, 0, -1)[(i + row * 3) % 5]
            hair = ("bob", "short", "tail", "bun", "short")[(i + row * 2) % 5]
            look = {**TURNED, "hair": hair, "old": (i + row) % 4 == 3}
            if face:
                look["hands"] = ((17, 46), (9, 44))
            person(s, x, y + h * 0.42, h, face, tops[(i * 2 + row * 3) % 7], **look)
            for dx in (-0.08, 0.05):
                s.rect(x + h * dx, y + h * 0.2, x + h * (dx + 0.03), y + h * 0.44, dark(CLAY, 0.5))
            s.rect(x - h * 0.12, y + h * 0.19, x + h * 0.12, y + h * 0.24, dark(CLAY, 0.4), 8)
    for x in (380, 800, 1290):
        lamp(s, x, 80)


def vase(s: Sheet, x: float, y: float, k: float, colour: Colour) -> None:
    """A hand-made pot standing on (`x`, `y`), `k` times its full size."""
    s.oval(x, y - 26 * k, 24 * k, 26 * k, colour)
    s.rect(x - 9 * k, y - 66 * k, x + 9 * k, y - 40 * k, colour)
    s.rect(x - 14 * k, y - 70 * k, x + 14 * k, y - 62 * k, dark(colour), 3)
    s.rect(x - 22 * k, y - 30 * k, x + 22 * k, y - 24 * k, pale(colour, 0.6))

"""Flat editorial illustrations for the sample articles, drawn with Pillow and nothing else.

The sample site needs pictures nobody owns and nobody is recognisable in, so they are composed here
from a few shapes. Every scene is laid out on a 1600 x 900 sheet, y downwards, light from the upper
left; people are measured in hundredths of their own height, so one figure serves all distances.
"""

from collections.abc import Callable, Sequence
from math import atan2, cos, hypot, pi, radians, sin, sqrt

from PIL import Image, ImageDraw

Colour = tuple[int, ...]
Point = tuple[float, float]

RED, PAPER, INK = (179, 20, 28), (250, 246, 242), (33, 26, 24)
TEAL, BLUE, NIGHT = (62, 115, 121), (146, 170, 183), (45, 62, 82)
SAND, CLAY, GOLD = (220, 196, 160), (171, 112, 80), (230, 175, 82)
OLIVE, SKIN = (122, 134, 84), (236, 190, 155)

SEATED = {"hip": 27, "feet": ((24, 0), (18, 0)), "hands": ((19, 34), (14, 33))}
AT_WORK = {"hands": ((20, 54), (12, 52)), "lean": 8}
NOTING = {"hands": ((18, 62), (14, 58)), "over": "vest"}
CLEANER = {"old": True, "over": "vest", "trim": CLAY}
KIT = {"over": "sport"}

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


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0 to 1) of the way from `first` to `second`."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))


def dark(colour: Colour, share: float = 0.18) -> Colour:
    """The side of a `colour` that the light does not reach; `share` 0 to 1."""
    return mix(colour, INK, share)


def pale(colour: Colour, share: float = 0.5) -> Colour:
    """A `colour` lightened towards the paper, for what is lit or far away; `share` 0 to 1."""
    return mix(colour, PAPER, share)


class Sheet:
    """A picture twice the wanted size (halving it smooths the edges), addressed in sheet units."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("RGB", (2 * width, 2 * height), PAPER)
        self.pen = ImageDraw.Draw(self.image, "RGBA")  # blends colours that carry an alpha
        self.scale = 2 * max(width / 1600, height / 900)
        self.left, self.top = width - 800 * self.scale, height - 450 * self.scale

    def at(self, x: float, y: float) -> Point:
        """Pixels of the sheet point (`x`, `y`)."""
        return self.left + x * self.scale, self.top + y * self.scale

    def poly(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        self.pen.polygon([self.at(*point) for point in points], fill=colour)

    def rect(
        self, x0: float, y0: float, x1: float, y1: float, colour: Colour, r: float = 0
    ) -> None:
        """A filled rectangle with corners of radius `r`."""
        self.pen.rounded_rectangle((*self.at(x0, y0), *self.at(x1, y1)), r * self.scale, colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """A filled ellipse around (`x`, `y`)."""
        self.pen.ellipse((*self.at(x - rx, y - ry), *self.at(x + rx, y + ry)), fill=colour)

    def dome(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """The upper half of an ellipse standing on (`x`, `y`); a negative `ry` hangs it below."""
        steps = [pi * i / 24 for i in range(25)]
        self.poly([(x + rx * cos(a), y - ry * sin(a)) for a in steps], colour)

    def limb(self, points: Sequence[Point], start: float, end: float, colour: Colour) -> None:
        """A rounded band through `points`, its width running from `start` to `end`."""
        joints = len(points) - 1
        widths = [(start + (end - start) * i / joints) / 2 for i in range(joints + 1)]
        for (x, y), r in zip(points, widths, strict=True):
            self.oval(x, y, r, r, colour)
        for i in range(joints):
            (x0, y0), (x1, y1), r0, r1 = points[i], points[i + 1], widths[i], widths[i + 1]
            turn = atan2(y1 - y0, x1 - x0) + pi / 2
            dx, dy = cos(turn), sin(turn)
            ends = [(x0 + dx * r0, y0 + dy * r0), (x1 + dx * r1, y1 + dy * r1)]
            ends += [(x1 - dx * r1, y1 - dy * r1), (x0 - dx * r0, y0 - dy * r0)]
            self.poly(ends, colour)

    def wash(self, y0: float, y1: float, top: Colour, bottom: Colour, x0=0.0, x1=1600.0) -> None:
        """A band from `y0` to `y1` turning gently from the `top` colour into the `bottom` one."""
        (left, upper), (right, lower) = self.at(x0, y0), self.at(x1, y1)
        box = (round(left), round(upper), round(right), round(lower))
        self.image.paste(top, box)
        mask = Image.linear_gradient("L").resize((box[2] - box[0], box[3] - box[1]))
        self.image.paste(bottom, box, mask)

    def glow(self, x: float, y: float, r: float, colour: Colour = GOLD) -> None:
        """Light fading out over the radius `r`."""
        for i in range(1, 25):
            self.oval(x, y, r * i / 24, r * i / 24, (*colour, 5))


def bend(start: Point, end: Point, upper: float, lower: float, side: int) -> list[Point]:
    """Shoulder, elbow, hand (or hip, knee, foot) for two bones; `side` says where the joint goes.

    A hand that cannot be reached stops where the straight arm ends.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    gap = hypot(dx, dy) or 1.0
    span = min(gap, upper + lower)
    along = (upper**2 - lower**2 + span**2) / (2 * span)
    off = side * sqrt(max(upper**2 - along**2, 0))
    dx, dy = dx / gap, dy / gap
    elbow = (start[0] + dx * along - dy * off, start[1] + dy * along + dx * off)
    return [start, elbow, (start[0] + dx * span, start[1] + dy * span)]


def head(s: Sheet, x: float, y: float, u: float, face: int, hair: str, tint: Colour, hat) -> None:
    """A head centred on (`x`, `y`), `u` units to a hundredth of the body; see `person`."""

    def blob(dx: float, dy: float, rx: float, ry: float, colour: Colour, form=s.oval) -> None:
        form(x + (face or 1) * dx * u, y - dy * u, rx * u, ry * u, colour)

    if hair == "bob":
        blob(-2.2 if face else 0, -1.8, 6.6, 8.2, tint)
    if hair == "bun":
        blob(-6 if face else 0, 5 + 3 * (not face), 3.6, 3.4, tint)
    blob(-0.7 if face else 0, 0.8, 6.9, 7.4, tint)
    if face:
        blob(1.4, -2.2, 5.3, 5.9, SKIN)
        blob(6.5, -2.4, 1, 1.1, SKIN)
        blob(-2.8, -2.4, 1.2, 1.7, dark(SKIN, 0.12))
        for eye in (2.6, 5.2):
            blob(eye, -1.2, 0.5, 0.7, INK)
    elif hair == "short":
        blob(0, -5.4, 4.4, 2.6, dark(SKIN, 0.12))
    if hair == "tail":
        tail = [(x - face * 5.5 * u, y - 3 * u), (x - face * 9 * u, y + 3 * u)]
        s.limb([*tail, (x - face * 8 * u, y + 11 * u)], 4.5 * u, 2.5 * u, tint)
    if hat:
        kind, colour = hat
        blob(0, 1.8, 7.6 + (kind == "helmet"), 7.4, colour, s.dome)
        rim = {"cap": 5, "helmet": 1.5, "straw": 0, "wool": 0}[kind]
        wide = {"cap": 6, "helmet": 9, "straw": 14, "wool": 7.8}[kind]
        blob(rim * abs(face), 2, wide, 1.8 if kind == "straw" else 1.3, dark(colour, 0.2))


def person(
    s: Sheet,
    x: float,
    y: float,
    h: float,
    face: int = 1,
    top: Colour = TEAL,
    legs: Colour = NIGHT,
    hair: str = "short",
    old: bool = False,
    hat: tuple[str, Colour] | None = None,
    hands: Sequence[Point] = ((13, 43), (-12, 42)),
    feet: Sequence[Point] = ((5, 0), (-5, 0)),
    hip: float = 47,
    lean: float = 0,
    over: str = "",
    trim: Colour = RED,
) -> None:
    """A figure whose feet stand at (`x`, `y`) and who would be `h` units tall upright.

    `face` 1 looks right, -1 left, 0 away from us. `hair` is short, bob, bun or tail, grey if `old`;
    `hat` is cap, helmet, straw or wool with its colour. `hands` and `feet` (far one, near one) and
    `hip` are in hundredths of `h`, forwards and upwards from the ground point; `lean` is in degrees.
    No `feet` leaves out the legs of somebody who sits turned from us. `over` adds a vest, sport (bare arms and shins) or a coat with a scarf, in the `trim` colour.
    """
    u, way = h / 100, face or 1
    narrow = 1.0 if hair == "short" else 0.9
    turn = radians(lean)
    near = 1 if face or hip > 40 else 0.55  # who sits with his back to us reaches away from us

    def place(point: Point) -> Point:
        return x + way * point[0] * u, y - point[1] * u

    def upper(dx: float, dy: float) -> Point:
        dx, dy = dx * narrow, dy - 47
        return dx * cos(turn) + dy * sin(turn), hip + dy * cos(turn) - dx * sin(turn)

    def arm(i: int) -> None:
        shoulder = upper((6.8 if face else 8, -8)[i], 74.5)
        line = bend(shoulder, hands[i], 17 * near, 16 * near, -1 if face or i else 1)
        shape = [place(point) for point in line]
        sleeve = pale(top, 0.1) if i or not face else dark(top)
        s.oval(*shape[2], 2.7 * u, 2.9 * u, SKIN)
        if over == "sport":
            s.limb(shape, 6.2 * u, 4 * u, SKIN)
        else:
            wrist = [a + (b - a) * 0.86 for a, b in zip(shape[1], shape[2], strict=True)]
            s.limb([*shape[:2], (wrist[0], wrist[1])], 7.4 * u, 5.2 * u, sleeve)

    if hip > 40:
        s.oval(x + 5 * u, y + u, 19 * u, 2.6 * u, (*INK, 40))
    if face:
        arm(0)
    for i, foot in enumerate(feet):
        cloth = dark(legs) if not i else legs
        line = [place(p) for p in bend(((3, -3)[i], hip), (foot[0], foot[1] + 3.5), 22.6, 21.3, 1)]
        (heel, sole), toe = line[2], 5.5 * face * u
        s.limb(
            [(heel - face * u, sole + 1.4 * u), (heel + toe, sole + 1.6 * u)], 4.6 * u, 3.8 * u, INK
        )
        s.limb(line[1:], 7 * u, 5.4 * u, SKIN if over == "sport" else cloth)
        s.limb(line[:2], 10.5 * u, 7.6 * u, cloth)
    if not feet:
        s.limb([place((-5, hip)), place((5, hip))], 11 * u, 11 * u, legs)
    hem = 36 if over == "coat" else 45
    body = [(-10, 76), (-4, 80), (4, 80), (10, 76), (8.6, 60), (9.4, hem), (-9.4, hem), (-8.6, 60)]
    s.limb([place(upper(-7.4, 74.4)), place(upper(7.4, 74.4))], 9 * u, 9 * u, top)
    s.poly([place(upper(*p)) for p in body], top)
    side = [(4, 79), (10, 76), (8.6, 60), (9.4, hem), (5, hem)]
    s.poly([place(upper(p[0] * way, p[1])) for p in side], (*INK, 26))
    s.limb(
        [place(upper(0, 79)), place(upper(0.8 * abs(face), 86))], 5.4 * u, 5 * u, dark(SKIN, 0.12)
    )
    if face and over not in ("coat", "sport"):
        s.poly([place(upper(*p)) for p in ((-2.6, 80), (4, 80), (1.2, 74.5))], PAPER)
    if over == "vest":
        front = [(-9, 77), (-3, 79), (0.5, 68), (4, 79), (9, 77), (8.8, 50), (-8.8, 50)]
        s.poly([place(upper(*p)) for p in front], trim)
        s.poly(
            [place(upper(*p)) for p in ((-8.8, 61), (8.8, 61), (8.8, 57), (-8.8, 57))], pale(GOLD)
        )
    head(s, *place(upper(1.2 * abs(face), 91)), u, face, hair, mix(INK, PAPER, 0.62 * old), hat)
    if over == "coat":
        s.limb([place(upper(-4, 81)), place(upper(5, 81))], 5.5 * u, 5.5 * u, trim)
    if not face:
        arm(0)
    arm(1)


def scene(text: str) -> Callable:
    """Registers a painter under its own name, with the alternative text of what it paints."""

    def register(paint: Callable[[Sheet], None]) -> Callable[[Sheet], None]:
        SCENES[paint.__name__], _PAINTERS[paint.__name__] = f"插画：{text}。", paint
        return paint

    return register


def room(s: Sheet, wall: Colour, floor: Colour, y: float) -> None:
    """A wall down to `y` and a floor below it."""
    s.wash(0, y, pale(wall), wall)
    s.wash(y, 900, floor, dark(floor, 0.12))
    s.rect(0, y - 12, 1600, y, dark(wall, 0.15))


def window(s: Sheet, x0, y0, x1, y1, panes: int, top: Colour, bottom: Colour) -> None:
    """A window of `panes` side by side, its view going from the `top` colour to the `bottom` one."""
    s.rect(x0 - 12, y0 - 12, x1 + 12, y1 + 12, PAPER)
    s.wash(y0, y1, top, bottom, x0, x1)
    for i in range(1, panes):
        x = x0 + (x1 - x0) * i / panes
        s.rect(x - 5, y0, x + 5, y1, PAPER)
    s.rect(x0 - 20, y1 + 10, x1 + 20, y1 + 24, dark(PAPER, 0.1))


def building(s: Sheet, x: float, y: float, w: float, h: float, colour: Colour, lit=()) -> None:
    """A block standing on (`x`, `y`), its left corner; windows whose number is in `lit` glow."""
    s.rect(x, y - h, x + w, y, colour)
    s.rect(x + w * 0.78, y - h, x + w, y, dark(colour, 0.12))
    across = max(2, int(w / 34))
    for i in range(across * int((h - 20) / 42)):
        wx, wy = x + w * (i % across + 0.28) / across, y - h + 18 + i // across * 42
        s.rect(wx, wy, wx + 15, wy + 22, GOLD if i in lit else pale(colour, 0.3))


def tree(s: Sheet, x: float, y: float, h: float, leaf: Colour = OLIVE) -> None:
    """A broad-leaved tree `h` high, rooted at (`x`, `y`), brighter where the light meets it."""
    s.limb([(x, y), (x, y - h * 0.6)], h * 0.07, h * 0.045, dark(CLAY, 0.35))
    s.limb([(x, y - h * 0.4), (x + h * 0.14, y - h * 0.58)], h * 0.035, h * 0.02, dark(CLAY, 0.35))
    for dx, dy, r, shade in ((16, 62, 20, 0.2), (-16, 64, 20, 0.1), (0, 78, 23, 0.05)):
        s.oval(x + dx * h / 100, y - dy * h / 100, r * h / 100, r * h / 108, dark(leaf, shade))
    s.oval(x - h * 0.06, y - h * 0.82, h * 0.13, h * 0.11, pale(leaf, 0.15))


def lamp(s: Sheet, x: float, y: float) -> None:
    """A pendant lamp whose shade ends at `y`."""
    s.rect(x - 2, 0, x + 2, y - 40, INK)
    s.glow(x, y + 10, 130)
    s.oval(x, y, 20, 12, pale(GOLD))
    s.dome(x, y, 48, 46, NIGHT)


def table(s: Sheet, x0: float, x1: float, y: float, h: float, colour: Colour = CLAY) -> None:
    """A table with its top at `y`, `h` units high."""
    for x in (x0 + 24, x1 - 40):
        s.rect(x, y, x + 16, y + h, dark(colour, 0.35))
    s.rect(x0 + 20, y, x1 - 20, y + 40, dark(colour, 0.25))
    s.rect(x0, y, x1, y + 20, colour, 6)


def bike(s: Sheet, x: float, y: float, colour: Colour) -> None:
    """A courier's e-bike facing right with a box behind the seat; wheels stand on `y`."""
    s.oval(x + 20, y, 170, 12, (*INK, 50))
    for wheel in (x - 110, x + 110):
        s.oval(wheel, y - 46, 46, 46, INK)
        s.oval(wheel, y - 46, 27, 27, BLUE)
    s.limb([(x + 110, y - 46), (x + 72, y - 176)], 16, 14, dark(colour, 0.3))
    s.limb([(x + 80, y - 172), (x + 40, y - 190)], 9, 9, INK)
    s.poly([(x - 130, y - 92), (x - 20, y - 96), (x + 10, y - 40), (x - 80, y - 40)], colour)
    s.limb([(x - 20, y - 46), (x + 50, y - 46), (x + 80, y - 160)], 24, 22, colour)
    s.limb([(x - 90, y - 104), (x - 10, y - 104)], 24, 18, INK)
    s.rect(x - 180, y - 226, x - 66, y - 112, dark(colour, 0.1), 10)
    s.rect(x - 180, y - 206, x - 66, y - 196, PAPER)
    s.oval(x + 86, y - 150, 12, 12, pale(GOLD))


def gift(s: Sheet, x: float, y: float, w: float, colour: Colour, band: Colour = GOLD) -> None:
    """A tied box standing on (`x`, `y`), its left corner."""
    s.rect(x, y - w * 0.7, x + w, y, colour)
    s.rect(x + w * 0.8, y - w * 0.7, x + w, y, dark(colour))
    s.rect(x + w * 0.42, y - w * 0.7, x + w * 0.56, y, band)
    s.rect(x - w * 0.03, y - w * 0.74, x + w * 1.03, y - w * 0.58, dark(colour, 0.1))


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
    person(s, 1180, 820, 500, -1, OLIVE, hat=("cap", RED), hands=((16, 58), (12, 55)))
    s.oval(1112, 536, 26, 26, dark(BLUE, 0.2))
    s.oval(1112, 536, 10, 10, PAPER)
    person(s, 1370, 840, 490, -1, TEAL, hair="tail", hands=((17, 59), (15, 57)))
    s.poly([(1240, 520), (1310, 530), (1304, 590), (1236, 576)], PAPER)
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
        s.oval(x + 70, 120, 34, 34, GOLD)
        s.oval(x + 70, 120, 20, 20, RED)
    looks = (
        (TEAL, "short", GOLD),
        (CLAY, "bob", PAPER),
        (OLIVE, "short", RED),
        (NIGHT, "tail", GOLD),
    )
    for i, (top, hair, hat) in enumerate((*looks[2:], looks[1], looks[0])):
        x = 250 + i * 340
        person(
            s,
            x,
            600,
            330,
            1,
            top,
            hair=hair,
            hat=("helmet", hat),
            hands=((20, 54), (12, 52)),
            lean=8,
        )
        bench(s, x - 70, x + 170, 450, 160, BLUE)
    for i, (top, hair, hat) in enumerate(looks[:3]):
        x = 420 + i * 340
        person(
            s,
            x,
            840,
            470,
            -1,
            top,
            hair=hair,
            hat=("helmet", hat),
            hands=((20, 55), (12, 52)),
            lean=8,
        )
        bench(s, x - 80, x + 200, 630, 210, CLAY)
    person(
        s, 110, 850, 500, 1, NIGHT, hair="bob", old=True, hands=((18, 62), (14, 58)), over="vest"
    )
    s.poly([(160, 536), (226, 520), (236, 580), (170, 590)], PAPER)
    person(s, 1490, 850, 520, -1, NIGHT, hands=((18, 62), (14, 58)), over="vest")
    s.poly([(1440, 526), (1374, 510), (1364, 570), (1430, 580)], PAPER)


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
    window(s, 230, 60, 1370, 430, 4, BLUE, pale(BLUE, 0.85))
    for i, (w, h) in enumerate(
        ((120, 150), (90, 220), (140, 110), (80, 260), (130, 170), (110, 120))
    ):
        building(s, 250 + i * 185, 430, w, h, pale(BLUE, 0.45 - i % 2 * 0.15))
    for i in range(1, 4):
        s.rect(225 + i * 285, 60, 235 + i * 285, 430, PAPER)
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
    s.oval(800, 640, 60, 16, OLIVE)
    for x, top, hair, old in ((560, OLIVE, "short", 0), (1040, TEAL, "bob", 1)):
        person(
            s, x, 905, 470, 0, top, hair=hair, old=old, hip=27, feet=(), hands=((15, 44), (-15, 44))
        )
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
    s.wash(0, 600, BLUE, pale(GOLD, 0.85))
    s.glow(190, 130, 220)
    s.oval(190, 130, 66, 66, pale(GOLD, 0.3))
    for i, (w, h) in enumerate(
        ((150, 250), (110, 340), (170, 200), (120, 300), (180, 230), (130, 360))
    ):
        building(s, 20 + i * 270, 600, w, h, pale(BLUE, 0.5 - i % 2 * 0.15))
    s.wash(590, 690, pale(OLIVE, 0.2), OLIVE)
    s.wash(680, 900, pale(SAND, 0.3), SAND)
    for x, h in ((90, 470), (1010, 560), (1500, 620)):
        s.oval(x + 90, 700, 190, 18, (*INK, 40))
        tree(s, x, 700, h)
    s.oval(640, 800, 300, 20, (*INK, 40))
    s.rect(496, 200, 504, 800, dark(CLAY, 0.3))
    s.dome(500, 300, 330, 130, RED)
    s.dome(500, 300, 120, 130, pale(RED, 0.15))
    person(s, 430, 800, 460, 1, PAPER, hair="tail", hands=((15, 56), (8, 54)), over="vest")
    person(s, 700, 800, 480, 1, PAPER, hands=((28, 60), (18, 56)), over="vest", hat=("cap", RED))
    table(s, 300, 640, 610, 190, pale(TEAL, 0.3))
    s.rect(320, 500, 400, 610, RED, 10)
    s.rect(336, 486, 384, 502, PAPER, 4)
    for i in range(6):
        bottle(s, 470 + i * 28, 610)
    person(
        s,
        940,
        810,
        450,
        -1,
        GOLD,
        hair="bob",
        old=True,
        hat=("straw", SAND),
        hands=((20, 61), (-11, 44)),
        over="vest",
        trim=CLAY,
    )
    bottle(s, 840, 548)
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
    person(
        s,
        230,
        760,
        430,
        1,
        TEAL,
        TEAL,
        hands=((20, 56), (-14, 58)),
        feet=((20, 0), (-20, 8)),
        hip=45,
        lean=8,
        **kit,
    )
    person(
        s,
        480,
        840,
        460,
        1,
        RED,
        RED,
        "tail",
        hands=((24, 66), (-16, 60)),
        feet=((20, 8), (-20, 0)),
        hip=45,
        lean=10,
        **kit,
    )
    person(
        s,
        890,
        730,
        460,
        1,
        RED,
        RED,
        hands=((17, 124), (0, 124)),
        feet=((4, 0), (-14, 6)),
        hip=46,
        lean=4,
        **kit,
    )
    ball(s, 932, 206)
    person(
        s,
        1120,
        800,
        460,
        -1,
        TEAL,
        TEAL,
        old=True,
        hands=((18, 104), (-8, 100)),
        feet=((12, 0), (-12, 0)),
        hip=45,
        **kit,
    )
    person(
        s,
        1420,
        860,
        450,
        -1,
        RED,
        RED,
        "bun",
        hands=((18, 56), (-14, 56)),
        feet=((14, 0), (-14, 0)),
        hip=43,
        lean=8,
        **kit,
    )


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
    for i, (w, h) in enumerate(
        ((150, 300), (110, 420), (180, 260), (130, 380), (190, 300), (140, 440), (150, 250))
    ):
        building(
            s,
            i * 240 - 20,
            660,
            w,
            h,
            mix(NIGHT, BLUE, 0.25 + i % 2 * 0.12),
            lit=(1, 5, 10, 13 + i),
        )
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
    pose = ((22, 0), (16, 0))
    person(
        s,
        590,
        830,
        440,
        1,
        TEAL,
        hat=("helmet", TEAL),
        hip=27,
        feet=pose,
        hands=((17, 50), (14, 48)),
    )
    s.rect(616, 592, 636, 618, PAPER, 4)
    person(
        s,
        720,
        830,
        420,
        -1,
        GOLD,
        mix(NIGHT, BLUE, 0.3),
        old=True,
        hip=27,
        feet=pose,
        hands=((15, 36), (12, 34)),
        over="vest",
        trim=CLAY,
    )
    person(
        s,
        1290,
        830,
        460,
        -1,
        CLAY,
        mix(NIGHT, BLUE, 0.3),
        "tail",
        hat=("helmet", GOLD),
        hands=((28, 52), (20, 48)),
    )
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
        card(
            s,
            x + i * 7 % 11 - 5,
            y + i * 5 % 13 - 6,
            (i * 37 % 15 - 7) * 1.4,
            tints[i * 5 % 8 if i % 3 else i % 7],
        )
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
        s.limb(
            [(1330, 740), (1330 + dx / 2, 740 - dy * 0.7), (1330 + dx, 740 - dy)],
            26,
            8,
            dark(OLIVE, (dx + 60) / 500),
        )
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


GIFTS = [
    (x + i * 84 + row * 42, 560 - row * 54)
    for x in (100, 1270)
    for row in range(3)
    for i in range(3 - row)
]


@scene("冬日广场上的送温暖启动仪式，台上有人讲话，台下职工列队，台边堆放着慰问品")
def ceremony(s: Sheet) -> None:
    s.wash(0, 480, BLUE, pale(BLUE, 0.7))
    for i, (w, h) in enumerate(
        ((190, 260), (140, 340), (160, 220), (150, 300), (180, 200), (150, 330), (200, 250))
    ):
        building(s, i * 235 - 30, 480, w, h, pale(BLUE, 0.15 + i % 2 * 0.15))
        s.rect(i * 235 - 34, 472 - h, i * 235 - 26 + w, 486 - h, PAPER, 6)
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
    for i, (x, y) in enumerate(
        ((225, 560), (305, 560), (1210, 560), (1290, 560), (262, 507), (1250, 507))
    ):
        gift(s, x - 20, y, 76, (RED, SAND, TEAL)[i % 3], GOLD if i % 3 != 1 else RED)
    tops = (TEAL, RED, OLIVE, NIGHT, CLAY, BLUE, mix(TEAL, NIGHT, 0.5))
    for row, (y, h, gap) in enumerate(((690, 250, 128), (820, 320, 168), (1010, 410, 214))):
        for i in range(1600 // gap + 1):
            x, n = gap * (i + row % 2 / 2) + 10, i * 3 + row * 2
            hat = ("wool", (RED, SAND, PAPER)[n % 3]) if n % 2 else None
            person(
                s,
                x,
                y,
                h,
                0,
                tops[n % 7],
                hair=("short", "bob", "bun")[(i + row) % 3],
                old=n % 5 == 4,
                hat=hat if (i + row) % 3 < 2 else None,
                over="coat",
                trim=(RED, GOLD, PAPER, SAND)[(n + 2) % 4],
            )
    for i in range(90):
        s.oval(i * 389 % 1600, i * 211 % 900, 3 + i % 3, 3 + i % 3, (*PAPER, 220))


@scene("古运河畔，石拱桥连着白墙黛瓦的民居，河上有小船，远处有古塔和高楼")
def canal(s: Sheet) -> None:
    s.wash(0, 600, pale(BLUE, 0.1), pale(GOLD, 0.88))
    s.oval(380, 190, 60, 60, pale(GOLD, 0.4))
    for i, (w, h) in enumerate(((70, 200), (90, 330), (60, 250), (100, 390), (80, 280), (70, 340))):
        building(s, 640 + i * 105, 570, w, h, pale(BLUE, 0.55 - i % 2 * 0.12))
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
        drop = 180 + i * 97 % 170
        s.limb(
            [(1500, 60 + i % 3 * 12), (x, 70 + abs(x - 1480) / 8), (x - 16, drop + 120)],
            16,
            9,
            dark(OLIVE, i % 4 * 0.08),
        )


def pagoda(s: Sheet, x: float, y: float) -> None:
    """A tall many-storeyed pagoda standing on (`x`, `y`)."""
    s.limb([(x, y - 440), (x, y - 520)], 10, 3, GOLD)
    for i in range(9):
        w, base = 74 - i * 5, y - i * 49
        s.rect(x - w * 0.7, base - 49, x + w * 0.7, base, mix(CLAY, RED, 0.3))
        s.rect(x + w * 0.35, base - 49, x + w * 0.7, base, dark(mix(CLAY, RED, 0.3)))
        s.rect(x - 9, base - 32, x + 9, base, pale(GOLD, 0.4), 8)
        roof = [
            (x - w * 0.6, base - 58),
            (x + w * 0.6, base - 58),
            (x + w, base - 36),
            (x, base - 42),
        ]
        s.poly([*roof, (x - w, base - 36)], NIGHT)


def house(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    """A white-walled house with a dark tiled roof, its left corner on (`x`, `y`)."""
    s.rect(x, y - h, x + w, y, PAPER)
    s.rect(x + w * 0.8, y - h, x + w, y, dark(PAPER, 0.12))
    roof = [
        (x + 14, y - h - 56),
        (x + w - 14, y - h - 56),
        (x + w + 22, y - h + 6),
        (x - 22, y - h + 6),
    ]
    s.poly(roof, NIGHT)
    s.limb([roof[0], roof[1]], 12, 12, dark(NIGHT, 0.4))
    for wx in (0.18, 0.55):
        s.rect(x + w * wx, y - h * 0.75, x + w * (wx + 0.2), y - h * 0.45, dark(CLAY, 0.3))
    s.rect(x + w * 0.36, y - h * 0.35, x + w * 0.6, y, dark(CLAY, 0.4))
    s.oval(x + w * 0.12, y - h + 30, 9, 13, RED)


def boat(s: Sheet, x: float, y: float, k: float) -> None:
    """A covered canal boat with a boatman, `k` times its full size."""
    s.oval(x, y + 24 * k, 210 * k, 14 * k, (*INK, 60))
    person(
        s,
        x + 130 * k,
        y + 6 * k,
        190 * k,
        -1,
        TEAL,
        hat=("straw", SAND),
        hands=((20, 66), (16, 48)),
        feet=((6, 0), (-6, 0)),
    )
    s.limb([(x + 60 * k, y - 180 * k), (x + 130 * k, y + 40 * k)], 6 * k, 6 * k, dark(CLAY, 0.3))
    s.dome(x - 30 * k, y, 112 * k, 78 * k, dark(SAND, 0.4))
    s.dome(x - 44 * k, y, 98 * k, 78 * k, dark(SAND, 0.22))
    s.dome(x - 80 * k, y, 44 * k, 52 * k, NIGHT)
    hull = [
        (x - 220 * k, y - 22 * k),
        (x - 150 * k, y),
        (x + 150 * k, y),
        (x + 210 * k, y - 18 * k),
    ]
    s.poly([*hull, (x + 150 * k, y + 34 * k), (x - 150 * k, y + 34 * k)], dark(CLAY, 0.35))
    s.poly([*hull, (x + 150 * k, y + 10 * k), (x - 150 * k, y + 10 * k)], RED)


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
            person(
                s,
                x,
                y + h * 0.42,
                h,
                face,
                tops[(i * 2 + row * 3) % 7],
                hair=hair,
                old=(i + row) % 4 == 3,
                hip=27,
                hands=((13, 46), (-13, 46)),
            )
            s.rect(x - h * 0.1, y + h * 0.3, x + h * 0.1, y + h * 0.36, dark(CLAY, 0.45), 8)
    for x in (380, 800, 1290):
        lamp(s, x, 80)


def vase(s: Sheet, x: float, y: float, k: float, colour: Colour) -> None:
    """A hand-made pot standing on (`x`, `y`), `k` times its full size."""
    s.oval(x, y - 26 * k, 24 * k, 26 * k, colour)
    s.rect(x - 9 * k, y - 66 * k, x + 9 * k, y - 40 * k, colour)
    s.rect(x - 14 * k, y - 70 * k, x + 14 * k, y - 62 * k, dark(colour), 3)
    s.rect(x - 22 * k, y - 30 * k, x + 22 * k, y - 24 * k, pale(colour, 0.6))

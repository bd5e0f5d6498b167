"""Shapes and figures the sample's drawings are composed of.

A sheet is 1600 x 900 units, y downwards, light from the upper left; people are measured in
hundredths of their own height, so one figure serves all distances.
"""

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, radians, sin, sqrt

from PIL import Image, ImageDraw

Colour = tuple[int, ...]
Point = tuple[float, float]
Hat = tuple[str, Colour] | None

# The union's red, warm paper and ink; the rest is muted so that the red stays the loudest.
RED, PAPER, INK = (179, 20, 28), (250, 246, 242), (33, 26, 24)
TEAL, BLUE, NIGHT = (62, 115, 121), (146, 170, 183), (45, 62, 82)
SAND, CLAY, GOLD = (220, 196, 160), (171, 112, 80), (230, 175, 82)
OLIVE, SKIN = (122, 134, 84), (236, 190, 155)

# Poses and clothes that come back in several scenes, as keywords of `person`.
SEATED = {"hip": 27, "feet": ((24, 0), (18, 0)), "hands": ((19, 34), (14, 33))}
AT_WORK = {"hands": ((20, 54), (12, 52)), "lean": 8}
NOTING = {"hands": ((18, 62), (14, 58)), "over": "vest"}
TURNED = {"hip": 27, "feet": (), "hands": ((15, 45), (-15, 45))}
CLEANER = {"old": True, "over": "vest", "trim": CLAY}


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

    def wash(
        self, y0: float, y1: float, top: Colour, bottom: Colour, x0: float = 0, x1: float = 1600
    ) -> None:
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


def head(
    s: Sheet, x: float, y: float, u: float, face: int, hair: str, tint: Colour, hat: Hat
) -> None:
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
    hat: Hat = None,
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
    `hip` are in hundredths of `h`, forwards and upwards from the ground point; without `feet` the
    legs of somebody seated stay hidden. `lean` is in degrees, forwards. `over` adds a vest, sports
    clothes (sport: bare arms and shins) or a coat with a scarf, in the `trim` colour.
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


def room(s: Sheet, wall: Colour, floor: Colour, y: float) -> None:
    """A wall down to `y` and a floor below it."""
    s.wash(0, y, pale(wall), wall)
    s.wash(y, 900, floor, dark(floor, 0.12))
    s.rect(0, y - 12, 1600, y, dark(wall, 0.15))


def window(
    s: Sheet, x0: float, y0: float, x1: float, y1: float, panes: int, top: Colour, bottom: Colour
) -> None:
    """A window of `panes` side by side, the view turning from `top` into `bottom` colour."""
    s.rect(x0 - 12, y0 - 12, x1 + 12, y1 + 12, PAPER)
    s.wash(y0, y1, top, bottom, x0, x1)
    for i in range(1, panes):
        x = x0 + (x1 - x0) * i / panes
        s.rect(x - 5, y0, x + 5, y1, PAPER)
    s.rect(x0 - 20, y1 + 10, x1 + 20, y1 + 24, dark(PAPER, 0.1))


def building(
    s: Sheet, x: float, y: float, w: float, h: float, colour: Colour, lit: Sequence[int] = ()
) -> None:
    """A block standing on (`x`, `y`), its left corner; windows whose number is in `lit` glow."""
    s.rect(x, y - h, x + w, y, colour)
    s.rect(x + w * 0.78, y - h, x + w, y, dark(colour, 0.12))
    across = max(2, int(w / 34))
    for i in range(across * int((h - 20) / 42)):
        wx, wy = x + w * (i % across + 0.28) / across, y - h + 18 + i // across * 42
        s.rect(wx, wy, wx + 15, wy + 22, GOLD if i in lit else pale(colour, 0.3))


def skyline(
    s: Sheet,
    x: float,
    end: float,
    y: float,
    h: float,
    colour: Colour,
    lit: Sequence[int] = (),
    roof: Colour | None = None,
) -> None:
    """Blocks along `y` from `x` to `end`, the highest about `h`; `roof` colours what lies on top.

    Widths, heights and gaps come from remainders: irregular to the eye, the same at every call.
    """
    for i in range(60):
        w, rise = 84 + i * 59 % 80, h * (0.55 + i * 37 % 46 / 100)
        if x + w > end + 80:
            break
        tone = pale(colour, i % 2 * 0.2) if not lit else mix(colour, BLUE, i % 2 * 0.15)
        building(s, x, y, w, rise, tone, [n + i % 3 for n in lit])
        if roof:
            s.rect(x - 4, y - rise - 8, x + w + 4, y - rise + 6, roof, 6)
        x += w + 26 + i * 41 % 70


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

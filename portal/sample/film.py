"""Makes the sample's film from the sample's own drawings: slow pans, cross-fades, title cards.

    python -m portal.sample.film portal/sample/lectures.mp4

The finished film is part of the repository; only who changes it needs ffmpeg and a Chinese font.
"""

import subprocess
import sys
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFont

from .drawing import draw
from .shapes import INK, PAPER, RED

WIDTH, HEIGHT = 960, 540  # px
RATE = 20  # frames a second
SHOT, FADE = 5.6, 0.8  # seconds; a fade belongs to both shots it joins
ROOM = 1.12  # a drawing is this much larger than the frame, so that there is something to pan over
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"

# scene, direction of the pan (1 to the right, -1 to the left), words of the title card
SHOTS = (
    ("workshop", 1, "劳模工匠进车间"),
    ("meeting", -1, "第一讲：一个零件的合格率"),
    ("contest", 1, "第二讲：一条焊缝的较真"),
    ("evening_class", -1, "想请宣讲小分队，请拨打12351"),
)


def frames() -> Iterator[Image.Image]:
    """Every frame in order, RGB, `WIDTH` x `HEIGHT`."""
    sheets = [draw(scene, round(WIDTH * ROOM), round(HEIGHT * ROOM)) for scene, _, _ in SHOTS]
    step = SHOT - FADE
    for number in range(round((step * len(SHOTS) + FADE) * RATE)):
        here = min(int(number / RATE / step), len(SHOTS) - 1)
        since = number / RATE - here * step
        frame = shot(sheets, here, since)
        if here and since < FADE:
            frame = Image.blend(shot(sheets, here - 1, since + step), frame, since / FADE)
        write_card(frame, SHOTS[here][2])
        yield frame


def shot(sheets: list[Image.Image], number: int, seconds: float) -> Image.Image:
    """The frame of one shot, `seconds` after it began."""
    share = seconds / SHOT if SHOTS[number][1] > 0 else 1 - seconds / SHOT
    left = (sheets[number].width - WIDTH) * share
    top = (sheets[number].height - HEIGHT) / 2
    # Fractions of a pixel: a pan in whole pixels trembles.
    place = (1, 0, left, 0, 1, top)
    return sheets[number].transform((WIDTH, HEIGHT), Image.Transform.AFFINE, place, Image.BILINEAR)


def write_card(frame: Image.Image, words: str) -> None:
    font = ImageFont.truetype(FONT, 40)
    pen = ImageDraw.Draw(frame)
    wide = pen.textlength(words, font=font)
    pen.rectangle((40, 36, 40 + wide + 64, 116), fill=PAPER)
    pen.rectangle((40, 36, 50, 116), fill=RED)
    pen.text((74, 76), words, fill=INK, font=font, anchor="lm")


def make(target: str) -> None:
    """H.264 and nothing dearer, the table of contents first: plays at once in every browser."""
    command = [
        *("ffmpeg", "-y", "-loglevel", "error"),
        *("-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", f"{WIDTH}x{HEIGHT}"),
        *("-framerate", str(RATE), "-i", "-", "-c:v", "libx264", "-preset", "veryslow"),
        *("-crf", "28", "-pix_fmt", "yuv420p", "-movflags", "+faststart", target),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        for frame in frames():
            encoder.stdin.write(frame.tobytes())
        encoder.stdin.close()
    if encoder.returncode:
        raise SystemExit(encoder.returncode)


if __name__ == "__main__":
    make(sys.argv[1])

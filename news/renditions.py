"""Which sizes a stored picture has: worked out from its address, without asking the database.

A picture's folder names its own width and height, and its sizes follow from these by one rule:
`/media/pictures/2026/11/<name>-1600x900/960.webp` is 960 of 1600 px wide and has a sibling of 480.
"""

import re
from dataclasses import dataclass

RENDITION_WIDTHS = (480, 960, 1600)  # px: phone, article column, full width at double density

ADDRESS = re.compile(
    r"(?P<folder>/[\w./-]*/[0-9a-f]{16}-(?P<width>[1-9]\d{0,3})x(?P<height>[1-9]\d{0,3}))/"
    r"(?:picture\.(?:jpg|png)|(?P<rendition>[1-9]\d{0,3})\.webp)"
)


def rendition_sizes(width: int, height: int) -> list[tuple[int, int]]:
    """`(width, height)` in px of each rendition of a picture of this size, narrowest first.

    The rendition widths below the picture's own, and its own up to the largest of them.
    """
    smaller = [w for w in RENDITION_WIDTHS if w < width]
    widths = [*smaller, min(width, RENDITION_WIDTHS[-1])][: len(RENDITION_WIDTHS)]
    return [(w, height_at(w, width, height)) for w in widths]


def height_at(narrower: int, width: int, height: int) -> int:
    return max(1, round(height * narrower / width))


@dataclass(frozen=True)
class StoredPicture:
    """A picture as its address tells it; `shown` is the width in px of the file addressed."""

    folder: str
    width: int
    height: int
    shown: int

    @classmethod
    def at(cls, address: str) -> "StoredPicture | None":
        """None for an address that does not name its size, or names one it cannot have."""
        match = ADDRESS.fullmatch(address)
        if not match:
            return None
        width, height = int(match["width"]), int(match["height"])
        shown = int(match["rendition"] or width)
        known = {width, *(w for w, _ in rendition_sizes(width, height))}
        return cls(match["folder"], width, height, shown) if shown in known else None

    @property
    def srcset(self) -> str:
        return ", ".join(
            f"{self.folder}/{width}.webp {width}w"
            for width, _ in rendition_sizes(self.width, self.height)
        )

    def height_at(self, width: int) -> int:
        """The height in px that belongs to a width."""
        return height_at(width, self.width, self.height)

"""How a page is shown: mode, theme and text size, kept in one first-party cookie.

The cookie holds the *variant*, `<mode>-<theme>-<size>`, for example `elder-original-2`. It is read
by one strict pattern; anything else counts as the default, so that garbage can neither break a page
nor split a shared cache. The text sizes follow 互联网网站适老化通用设计规范 1.2.3 (enlargement
independent of browser and system) and its sibling for apps, 1.1 (up to 30 px and more).
"""

import dataclasses
import re
from dataclasses import dataclass

COOKIE_NAME = "display"
COOKIE_SECONDS = 365 * 24 * 3600

MODES = ("standard", "elder")
THEMES = ("original",)
SIZES = (1, 2, 3, 4, 5)
DEFAULT_SIZE = 2

VARIANT = re.compile(rf"({'|'.join(MODES)})-({'|'.join(THEMES)})-([{SIZES[0]}-{SIZES[-1]}])")


@dataclass(frozen=True)
class Display:
    """One variant. `size` is a step from 1 to 5; what a step means in px stands in tokens.css."""

    mode: str = "standard"
    theme: str = "original"
    size: int = DEFAULT_SIZE

    @classmethod
    def from_cookie(cls, value: str | None) -> "Display":
        """The variant that the cookie's value names, or the default for anything else."""
        return cls().with_variant(value or "")

    @property
    def variant(self) -> str:
        return f"{self.mode}-{self.theme}-{self.size}"

    def with_variant(self, value: str) -> "Display":
        """The display a whole variant names; anything else changes nothing."""
        match = VARIANT.fullmatch(value)
        return Display(match[1], match[2], int(match[3])) if match else self

    def with_mode(self, mode: str) -> "Display":
        """This display in another mode; an unknown mode changes nothing."""
        return dataclasses.replace(self, mode=mode) if mode in MODES else self

    def with_size(self, step: str) -> "Display":
        """One step `larger` or `smaller`, bounded; any other word changes nothing."""
        change = {"larger": 1, "smaller": -1}.get(step, 0)
        size = min(max(self.size + change, SIZES[0]), SIZES[-1])
        return dataclasses.replace(self, size=size)


def remember(response, request, display: Display) -> None:
    """Sets the one cookie of the public site: for a year, readable by the site's own script."""
    response.set_cookie(
        COOKIE_NAME,
        display.variant,
        max_age=COOKIE_SECONDS,
        samesite="Lax",
        secure=request.is_secure(),
    )

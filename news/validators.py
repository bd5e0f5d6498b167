"""Rules about single values, for models of any room."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
EARLIEST, LATEST = 1949, 2100  # years a date of this site may lie in

# A browser drops tabs and line ends: `/<tab>/host` would lead to that host.
OWN_PATH = re.compile(r"/(?![/\\])[^\t\n\r]*")
HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+")


def validate_link(address: str) -> None:
    """An http(s) address, or a path on this site; `javascript:` and its kin are refused."""
    if OWN_PATH.fullmatch(address):
        return
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        raise ValidationError(
            "链接应以 http:// 或 https:// 开头，或是本网站以 / 开头的路径。"
        ) from None


def validate_date(value) -> None:
    """A slip of the keyboard (0206 for 2026) must not become a time no calendar can turn to UTC."""
    if not EARLIEST <= value.year <= LATEST:
        raise ValidationError(f"年份应在 {EARLIEST} 到 {LATEST} 之间，请检查。")


def hosts_in(text: str) -> list[str]:
    """Host names written one a line, in small letters."""
    return [line.strip().lower() for line in text.splitlines() if line.strip()]


def validate_hosts(text: str) -> None:
    """One host name a line, with at least one dot: `cn` alone would trust the whole country."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not HOST.fullmatch(line.strip()):
            raise ValidationError(
                f"第 {number} 行“{line.strip()[:60]}”不是域名：只写域名，不带 http:// 和 /，一行一个，"
                "如 acftu.org。"
            )


def one_line(words: str) -> str:
    """Without control characters, as Word's line break in a heading (U+000B): XML cannot hold them."""
    return CONTROLS.sub(" ", words).strip()

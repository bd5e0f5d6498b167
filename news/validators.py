"""Rules about single values, for models of any room."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

EARLIEST, LATEST = 1949, 2100  # years a date of this site may lie in


def validate_link(address: str) -> None:
    """An http(s) address, or a path on this site; `javascript:` and its kin are refused."""
    if address.startswith("/") and not address.startswith(("//", "/\\")):
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

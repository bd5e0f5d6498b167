"""Links that leave the site: which they are, and the signed way through the leaving page.

The public learns where a link leads before it follows it. Links to government sites and to the hosts
staff trust (外链白名单) are marked and open at once; every other one leads through `/leave/`, whose
address is signed: nobody can make our site vouch for an address we never published.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode, urlsplit

from django.core.signing import BadSignature, Signer
from django.urls import reverse

SALT = "news.outside"
# 政务 in both spellings.
GOVERNMENT = ("gov.cn", "政务", "xn--zfr164b")

# What browsers take off an address before they read it: https://url.spec.whatwg.org/#url-parsing
TRIMMED = "".join(map(chr, range(33)))
DROPPED = re.compile(r"[\t\n\r]")
WEB = re.compile(r"https?:", re.IGNORECASE)
# Strict on purpose: `https://a.gov.cn@evil.cn`, `https://evil.cn\@a.gov.cn` and their kin, which
# browsers and Python read differently, have no host here and are trusted by nobody.
PLAIN = re.compile(r"https?://([\w.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?=[/?#]|$)", re.IGNORECASE)


def as_browsers_read(address: str) -> str:
    return DROPPED.sub("", address.strip(TRIMMED))


def host_of(address: str) -> str:
    """The host of a plain http(s) address in small letters; empty for any other address."""
    match = PLAIN.match(as_browsers_read(address))
    return match[1].lower().rstrip(".") if match else ""


def is_within(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is one of the domains or lies below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


@dataclass(frozen=True)
class Way:
    """How a link is written: its `href`, and whether the reader is told that it leaves the site."""

    href: str
    is_outside: bool = False


@dataclass(frozen=True)
class Outside:
    """Knows the site's own hosts and the trusted ones, each with what lies below it."""

    own: frozenset[str] = frozenset()
    trusted: frozenset[str] = frozenset()

    @classmethod
    def beyond(cls, *own: str, trusted: Iterable[str] = ()) -> "Outside":
        """`own` are the hosts of this site, with or without a port."""
        hosts = frozenset(host_of(f"http://{host}") for host in own)
        return cls(hosts - {""}, frozenset(trusted))

    def way_to(self, address: str, *, is_official: bool = False) -> Way:
        """Paths, anchors, mailto: and tel: stay as they are.

        `is_official`: the site's own entry in a state register, not always kept under gov.cn.
        """
        if not WEB.match(as_browsers_read(address)):
            return Way(address)
        host = host_of(address)
        if host in self.own:
            return Way(address)
        if is_official or (host and is_within(host, self._open)):
            return Way(address, is_outside=True)
        return Way(leaving_address(address), is_outside=True)

    @cached_property
    def _open(self) -> frozenset[str]:
        return self.trusted | frozenset(GOVERNMENT)


def leaving_address(address: str) -> str:
    """The leaving page's own address for an address that we publish."""
    signed = Signer(salt=SALT).sign(as_browsers_read(address))
    return f"{reverse('news:leave')}?{urlencode({'to': signed})}"


@dataclass(frozen=True)
class Departure:
    """An address we published and signed, as the leaving page shows it."""

    address: str

    @classmethod
    def from_signed(cls, signed: str) -> "Departure | None":
        """None for what we never signed, and for anything but a web address."""
        try:
            address = Signer(salt=SALT).unsign(signed)
        except BadSignature:
            return None
        return cls(address) if WEB.match(address) else None

    @property
    def host(self) -> str:
        return _raw_host(self.address) or self.address

    @property
    def other_spelling(self) -> str:
        """The host's other spelling, 工会.中国 for xn--… and the reverse; empty where there is one.

        Letters of two scripts can look alike: a reader who compares sees through it.
        """
        host = _raw_host(self.address)
        try:
            latin = host.encode("idna").decode("ascii")
            other = latin.encode("ascii").decode("idna") if latin == host else latin
        except UnicodeError:
            return ""
        return other if other != host else ""


def _raw_host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""

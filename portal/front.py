"""Reading pages again through every front, so that none keeps a copy of what was before.

A front is an nginx before the application (deploy/nginx.conf). Its door answers like the public
side, but asks the application each time and replaces its copy by the answer. `FRONTS` lists doors.
"""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPConnection, HTTPException
from itertools import product
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction

from accessibility.display import COOKIE_NAME, MODES, Display
from news.announcements import CopiesRemain

from .showing import addresses_showing, public_hosts

log = logging.getLogger(__name__)

STORED_VARIANTS = [Display(mode).variant for mode in MODES]  # `map … $store` in deploy/nginx.conf
STORED_STATUSES = {200, 301, 302, 404, 410}
# A page that was being made as the change was committed shows what was before, and may be stored
# after our reading. Making a page takes some ten ms: what is read again this long after the commit
# replaces such a one too.
SETTLED = 0.5  # seconds
AT_ONCE = 4  # requests to one front
PATIENCE = 5  # seconds for one answer


class Refused(Exception):
    """A front answered, but did not replace its copy."""


class Rereading:
    """What one transaction changes of what the public sees; read again once it is committed."""

    def __init__(self):
        self.articles = []
        self.addresses = set()

    def add(self, articles) -> None:
        """Takes in articles about to change, with the addresses that show them so far."""
        self.articles += articles
        self.addresses |= addresses_showing(articles)

    def __call__(self):
        reread(self.addresses | addresses_showing(self.articles))


def before_public_change(sender, articles, **kwargs):
    """Receiver of `public_change`: one rereading a transaction, however many articles change."""
    if not settings.FRONTS:
        return
    waiting = [hook for _, hook, _ in connection.run_on_commit if isinstance(hook, Rereading)]
    rereading = waiting[0] if waiting else Rereading()
    rereading.add(articles)
    if not waiting:
        transaction.on_commit(rereading)


def reread(addresses: set[str]) -> None:
    """Replaces the copies of these addresses in all fronts at once, in every stored variant.

    Raises `CopiesRemain` naming the doors of the fronts that could not be reached or did not obey.
    """
    if not addresses:
        return
    with ThreadPoolExecutor(len(settings.FRONTS)) as fronts:
        outcomes = list(fronts.map(partial(_reread_through, addresses), settings.FRONTS))
    failed = [door for door, done in zip(settings.FRONTS, outcomes, strict=True) if not done]
    if failed:
        raise CopiesRemain(
            f"改动已经生效，但前置服务器 {'、'.join(failed)} 没有更新，读者从那里可能还会看到旧页面。"
            "请马上联系网站管理员；前置服务器恢复后，打开这篇文章再保存一次，旧页面就会换掉。"
        )


def _reread_through(addresses: set[str], door: str) -> bool:
    """Whether this front has replaced its copies; the reason why not goes into the log."""
    pages = list(product(public_hosts(), sorted(addresses), STORED_VARIANTS))
    settled = time.monotonic() + SETTLED
    try:
        begun = _read_all(door, pages)
        early = [page for page, at in zip(pages, begun, strict=True) if at < settled]
        time.sleep(max(0, settled - time.monotonic()))
        _read_all(door, early)
    except (OSError, HTTPException, Refused) as error:
        log.error("copies remain in front %s: %r", door, error)
        return False
    return True


def _read_all(door: str, pages: list) -> list[float]:
    """When each reading began. Raises the first failure, without waiting for the rest."""
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        return list(pool.map(lambda page: _read(door, *page), pages))
    finally:
        pool.shutdown(cancel_futures=True)


def _read(door: str, host: str, address: str, variant: str) -> float:
    """Has one copy replaced; returns when it was asked for, in seconds of the monotonic clock."""
    begun = time.monotonic()
    line = HTTPConnection(urlsplit(door).netloc, timeout=PATIENCE)
    scheme = "https" if settings.HTTPS else "http"
    headers = {"Host": host, "Cookie": f"{COOKIE_NAME}={variant}", "X-Forwarded-Proto": scheme}
    try:
        line.request("GET", address, headers=headers)
        answer = line.getresponse()
        answer.read()
    finally:
        line.close()
    # Another cache status means that this is no door: the answer came out of the copies.
    if answer.status not in STORED_STATUSES or answer.headers["X-Cache-Status"] != "BYPASS":
        raise Refused(f"{answer.status} {answer.headers['X-Cache-Status']} for {host}{address}")
    return begun

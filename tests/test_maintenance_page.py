"""deploy/maintenance.html: shown when there is no application, no database and no style sheet."""

import base64
import hashlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from .browser import Windows
from .front import ROOT, Visitor, nginx
from .services import free_port

PAGE = (ROOT / "deploy/maintenance.html").read_text("utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of an nginx whose application does not run."""
    with nginx(tmp_path_factory.mktemp("front"), free_port()) as server:
        yield server.url


@pytest.fixture
def visit(chromium, address):
    windows = Windows(chromium, address)
    yield windows.open
    windows.close()


def test_style_is_the_one_that_the_policy_allows():
    styles = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    (allowed,) = re.findall(r"'sha256-([^']+)'", (ROOT / "deploy/nginx.conf").read_text("utf-8"))
    digests = [base64.b64encode(hashlib.sha256(style.encode()).digest()) for style in styles]
    assert digests == [allowed.encode()]


def test_needs_nothing_from_elsewhere():
    assert not re.search(r"<(script|link|img|iframe)\b|style=|url\(|@import", PAGE)
    assert re.findall(r'href="([^"]*)"', PAGE) == ["", "tel:12351"]


def test_is_answered_as_a_passing_state_that_nobody_may_frame_or_keep(address):
    with Visitor(address) as reader:
        headers = reader.get("/ghyw/").headers
    assert headers["Retry-After"] == "120"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    for rule in ("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'"):
        assert rule in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


@pytest.mark.parametrize("width", [320, 1280])
def test_is_styled_large_and_accessible(visit, width):
    page = visit("/ghyw/?page=2", width=width)
    style = "e => getComputedStyle(document.querySelector(e))"
    assert page.evaluate(f"({style})('body').backgroundColor") == "rgb(250, 246, 242)"
    assert float(page.evaluate(f"({style})('p').fontSize").removesuffix("px")) >= 20
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for link in page.get_by_role("link").all():
        assert link.bounding_box()["height"] >= 60
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert not violations, [violation["id"] for violation in violations]


def test_leads_back_to_the_page_that_was_asked_for(visit, address):
    page = visit("/ghyw/?page=2")
    page.get_by_role("link", name="重新打开").click()
    assert page.url == f"{address}/ghyw/?page=2"

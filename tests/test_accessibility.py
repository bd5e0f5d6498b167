"""Every page type, in both modes, on a phone and on a desktop: axe, target sizes, no overflow.

WCAG 2.2 A and AA everywhere; in elder mode also 1.4.6 (contrast 7:1). Target sizes are those of
互联网网站适老化通用设计规范 and its sibling for apps, 2.1: 60 px and 44 px.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db(transaction=True)

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
MODES = ("standard", "elder")
MAIN_TARGET = {"standard": 44, "elder": 60}  # px, both ways
LINK_HEIGHT = {"standard": 24, "elder": 44}  # px; WCAG 2.2, 2.5.8 and 2.5.5

SMALL_TARGETS = """([main, height]) => {
  const mains = '.site-nav__link, .button, input, select, .hotline__number, .article-row__link, '
    + '.service, .site-name, .fold > summary';
  const shown = (e) => e.checkVisibility() && !e.closest('.visually-hidden');
  const inSentence = (e) => e.closest('.prose, .staff-banner');
  const found = [];
  for (const e of document.querySelectorAll('a, button, select, input:not([type=hidden]), summary')) {
    if (!shown(e) || inSentence(e)) continue;
    const box = e.getBoundingClientRect();
    const isMain = e.matches(mains);
    const small = isMain
      ? box.width < main - 0.5 || box.height < main - 0.5
      : box.height < height - 0.5;
    if (small) found.push(`${e.className || e.tagName} ${e.textContent.trim().slice(0, 20)} `
      + `${Math.round(box.width)}x${Math.round(box.height)}`);
  }
  return found;
}"""
WIDER_THAN_WINDOW = """() => [...document.querySelectorAll('body *')]
  .filter((e) => e.checkVisibility() && !e.closest('.table-frame')
    && !e.closest('.visually-hidden')
    && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
  .map((e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`)"""


def options(mode):
    rules = {"color-contrast-enhanced": {"enabled": mode == "elder"}}
    return {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}


def violations(page, mode):
    result = Axe().run(page, options=options(mode)).response
    return [
        (rule["id"], node["target"], node["failureSummary"])
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_any_page_type(visit, mode, width):
    site = build()
    page = visit("/", width=width, mode=mode)
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        assert not violations(page, mode), name


def test_axe_check_itself_sees_low_contrast_in_elder_mode(visit):
    page = visit("/", mode="elder")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<p>淡字</p>')")
    page.evaluate("document.querySelector('main p:last-child').style.color = '#707070'")
    assert [rule for rule, _, _ in violations(page, "elder")] == ["color-contrast-enhanced"]
    assert not violations(page, "standard")


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("mode", MODES)
def test_every_target_is_large_enough(visit, mode, width):
    site = build()
    page = visit("/", width=width, mode=mode)
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        small = page.evaluate(SMALL_TARGETS, [MAIN_TARGET[mode], LINK_HEIGHT[mode]])
        assert not small, (name, small)


@pytest.mark.parametrize(
    ("mode", "size"), [("standard", 2), ("standard", 5), ("elder", 2), ("elder", 5)]
)
def test_no_page_scrolls_sideways_at_320_px(visit, mode, size):
    """WCAG 2.2, 1.4.10: 320 CSS px is a desktop at 400 %."""
    site = build()
    page = visit("/", width=320, mode=mode, size=size)
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert not page.evaluate(WIDER_THAN_WINDOW), name


def test_pager_at_320_px_is_previous_page_and_next(visit):
    build()
    page = visit("/ghyw/?page=1", width=320, mode="elder")
    page.get_by_role("link", name="下一页").click()
    shown = page.locator(".pager > *:visible").all_text_contents()
    assert shown == ["上一页", "第 2 页，共 2 页"]


@pytest.mark.parametrize("mode", MODES)
def test_focus_is_visible_on_every_stop(visit, mode):
    """An outline of at least 2 px on each element the Tab key reaches (WCAG 2.2, 2.4.7, 2.4.13)."""
    site = build()
    page = visit(site.article.get_absolute_url(), mode=mode)
    stops = page.locator(
        "a[href]:visible, button:visible, input:not([type=hidden]):visible"
    ).count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        width, style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [parseFloat(s.outlineWidth), s.outlineStyle]; })()"
        )
        assert (width >= 2, style) == (True, "solid")


def test_skip_link_leads_past_the_navigation(visit):
    build()
    page = visit("/ghyw/")
    link = page.get_by_role("link", name="跳到正文")
    link.focus()
    link.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

"""Elder mode measured in the browser: sizes, spacing, calm; and the switch itself.

Numbers: 互联网网站适老化通用设计规范 1.2.3, its sibling for apps 1.1 to 1.3, WCAG 2.2 1.4.8.
"""

import pytest
from playwright.sync_api import expect

from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = """() => {
  const second = document.querySelector('.prose > p + :is(p, ul)');
  const first = second.previousElementSibling;
  const style = getComputedStyle(first);
  const line = parseFloat(style.lineHeight), font = parseFloat(style.fontSize);
  return {
    font, line: line / font, align: style.textAlign,
    gap: parseFloat(getComputedStyle(second).marginTop) / line,
    characters: first.getBoundingClientRect().width / font,
  };
}"""
SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll('body *')]
  .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden')
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .map((e) => parseFloat(getComputedStyle(e).fontSize)))"""
LONGEST_LINE = """() => Math.max(...[...document.querySelectorAll('main p, main li, main td, footer li')]
  .filter((e) => e.checkVisibility())
  .map((e) => e.getBoundingClientRect().width / parseFloat(getComputedStyle(e).fontSize)))"""
COLUMNS = """() => new Set([...document.querySelectorAll('main > *, .section, .home-top > *')]
  .filter((e) => e.checkVisibility() && !e.matches('.visually-hidden'))
  .map((e) => Math.round(e.getBoundingClientRect().left))).size"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture
def site():
    return build()


def test_text_is_large_and_airy_at_every_size_step(visit, site):
    fonts = []
    for size in (1, 2, 3, 4, 5):
        page = visit(site.article.get_absolute_url(), mode="elder", size=size)
        text = page.evaluate(TEXT)
        fonts.append(text["font"])
        assert text["line"] >= 1.8
        assert text["gap"] >= 1.3
        assert text["characters"] <= 40
        assert text["align"] in ("start", "left")
    assert fonts[0] >= 20
    assert fonts[-1] >= 30
    assert fonts == sorted(set(fonts))


def test_no_text_on_any_page_is_smaller_than_20_px(visit, site):
    page = visit("/", mode="elder")
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        assert page.evaluate(SMALLEST_TEXT) >= 20, name


@pytest.mark.parametrize("width", [360, 1280, 1920])
def test_pages_are_a_single_column_of_at_most_40_characters(visit, site, width):
    page = visit("/", width=width, mode="elder")
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        assert page.evaluate(COLUMNS) <= 2, name  # the column, and the reading measure within it
        assert page.evaluate(LONGEST_LINE) <= 40, name


@pytest.mark.parametrize("mode", ["standard", "elder"])
def test_nothing_moves_by_itself(visit, site, mode):
    page = visit("/", mode=mode)
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        assert page.evaluate(SHIFT) == 0, name
        assert page.evaluate("document.getAnimations().length") == 0, name


def test_switch_is_the_first_thing_the_keyboard_reaches(visit, site):
    for mode, label in (("standard", "长者模式"), ("elder", "退出长者模式")):
        page = visit("/", mode=mode)
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(label)


def test_switch_is_instant_and_tells_its_state(visit, site):
    page = visit(site.article.get_absolute_url())
    held = []
    page.route("**/display/", lambda route: held.append(route))  # the server does not answer
    page.get_by_role("button", name="长者模式", exact=True).click()
    assert page.locator("html").get_attribute("data-mode") == "elder"
    expect(page.get_by_role("status")).to_have_text("已进入长者模式")
    expect(page.locator(":focus")).to_have_text("退出长者模式")
    while not held:
        page.wait_for_timeout(20)
    held[0].fulfill(status=403)
    expect(page.get_by_role("status")).to_contain_text("显示方式没有改动")
    assert page.locator("html").get_attribute("data-mode") == "standard"
    expect(page.locator(":focus")).to_have_text("长者模式")


def test_elder_page_arrives_in_elder_mode_without_a_flash(visit, site):
    """The server renders the attribute: it is there before any script or style is."""
    page = visit("/", mode="elder", java_script_enabled=False)
    assert page.request.get("/ghyw/").text().count('data-mode="elder"') == 1


def test_size_buttons_say_when_the_end_is_reached(visit, site):
    page = visit("/", mode="elder", size=4)
    larger = page.get_by_role("button", name="大字")
    with page.expect_response("**/display/"):
        larger.click()
    expect(page.get_by_role("status")).to_have_text("字号 5（共 5 级）")
    larger.click()
    expect(page.get_by_role("status")).to_have_text("已经是最大的字")
    page.reload()
    assert page.locator("html").get_attribute("data-size") == "5"


def test_quick_taps_on_a_slow_line_end_in_what_the_page_shows(visit, site):
    page = visit("/")
    network = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 300, "downloadThroughput": -1, "uploadThroughput": -1}
    network.send("Network.emulateNetworkConditions", slow)
    page.get_by_role("button", name="长者模式", exact=True).click()
    for _ in range(3):
        page.get_by_role("button", name="大字").click()
    for _ in range(100):
        if any(cookie["value"] == "elder-original-5" for cookie in page.context.cookies()):
            break
        page.wait_for_timeout(50)
    page.reload()
    assert page.locator("html").get_attribute("data-mode") == "elder"
    assert page.locator("html").get_attribute("data-size") == "5"


def test_display_bar_keeps_its_height_whatever_is_pressed(visit, site):
    for width in (320, 360, 1280):
        page = visit("/", width=width, mode="elder")
        bar = page.locator(".display-bar")
        before = bar.bounding_box()["height"]
        for name in ("小字", "小字", "大字"):
            page.get_by_role("button", name=name).click()
            page.get_by_role("button", name="大字" if name == "小字" else "小字").click()
        assert bar.bounding_box()["height"] == before, width


def test_size_is_told_without_a_script_too(visit, site):
    page = visit("/", mode="elder", size=5, java_script_enabled=False)
    expect(page.locator(".display-bar__step:visible")).to_have_text("字号 5，最大")


def test_new_tab_of_the_same_window_keeps_the_mode(visit, site):
    page = visit("/")
    with page.expect_response("**/display/"):
        page.get_by_role("button", name="长者模式").click()
    other = page.context.new_page()
    other.goto("/ghyw/")
    assert other.locator("html").get_attribute("data-mode") == "elder"


def test_standard_and_elder_show_the_same_words_in_the_same_order(visit, site):
    """Nothing vanishes: a mode may add a comfort, never take content away."""
    words = {}
    for mode in ("standard", "elder"):
        page = visit(site.article.get_absolute_url(), mode=mode)
        words[mode] = page.locator("main").inner_text().split()
    extra = [word for word in words["elder"] if word not in words["standard"]]
    assert [word for word in words["elder"] if word not in extra] == words["standard"]
    assert all("年" in word or "星期" in word for word in extra)

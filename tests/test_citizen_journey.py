"""A citizen's way through the site, with a script, without one, and by keyboard only."""

import pytest
from playwright.sync_api import expect

from .site import build

pytestmark = pytest.mark.django_db(transaction=True)


def mode_of(page):
    return page.locator("html").get_attribute("data-mode")


def size_of(page):
    return page.locator("html").get_attribute("data-size")


def click(locator):
    locator.click()


def press(locator):
    """As a keyboard user: Tab until the element has the focus, then Enter."""
    page = locator.page
    for _ in range(120):
        page.keyboard.press("Tab")
        if locator.evaluate("(e) => e === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the Tab key does not reach {locator}")


WAYS = {
    "with a script": ({}, click),
    "without a script": ({"java_script_enabled": False}, click),
    "by keyboard only": ({}, press),
    "by keyboard only, without a script": ({"java_script_enabled": False}, press),
}


def switched(page, locator, use):
    """Presses a display button and waits until the server has answered."""
    with page.expect_response("**/display/"):
        use(locator)
    page.wait_for_load_state()


@pytest.mark.parametrize("way", WAYS)
def test_home_elder_mode_column_article_larger_back_and_exit(visit, way):
    site = build()
    options, use = WAYS[way]
    page = visit("/", **options)
    assert mode_of(page) == "standard"

    switched(page, page.get_by_role("button", name="长者模式", exact=True), use)
    expect(page.locator("html")).to_have_attribute("data-mode", "elder")

    use(page.locator(".site-nav").get_by_role("link", name="工会要闻"))
    page.wait_for_url("**/ghyw/")
    assert mode_of(page) == "elder"

    use(page.locator(".article-row__link").first)
    page.wait_for_url(f"**{site.article.get_absolute_url()}")
    expect(page.get_by_role("heading", level=1)).to_have_text(site.article.title)
    assert mode_of(page) == "elder"

    switched(page, page.get_by_role("button", name="大字"), use)
    expect(page.locator("html")).to_have_attribute("data-size", "3")

    while not page.url.endswith("/ghyw/"):
        page.go_back()  # without a script the switch is one more step in the history
    expect(page.locator("html")).to_have_attribute("data-mode", "elder")
    expect(page.locator("html")).to_have_attribute("data-size", "3")

    switched(page, page.get_by_role("button", name="退出长者模式"), use)
    expect(page.locator("html")).to_have_attribute("data-mode", "standard")
    assert page.url.endswith("/ghyw/")


def test_back_and_forward_show_the_mode_chosen_last(visit):
    site = build()
    page = visit("/")
    page.goto("/ghyw/")
    page.goto(site.article.get_absolute_url())
    switched(page, page.get_by_role("button", name="长者模式", exact=True), click)
    for step in (page.go_back, page.go_back, page.go_forward, page.go_forward):
        step()
        expect(page.locator("html")).to_have_attribute("data-mode", "elder")


def test_page_shown_from_a_stale_copy_is_mended(visit):
    """Where a browser keeps a page whole (plain http, other browsers), the cookie decides."""
    build()
    page = visit("/")
    cookie = {"name": "display", "value": "elder-original-4", "url": page.url}
    page.context.add_cookies([cookie])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("html")).to_have_attribute("data-mode", "elder")
    expect(page.locator("html")).to_have_attribute("data-size", "4")


def test_citizen_finds_an_article_by_searching(visit):
    site = build()
    page = visit("/", width=360)
    page.get_by_role("searchbox").fill("送温暖")
    page.get_by_role("button", name="搜索").click()
    page.get_by_role("link", name=site.article.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(site.article.title)


def test_attachment_downloads_under_its_chinese_name(visit):
    site = build()
    page = visit(site.article.get_absolute_url())
    with page.expect_download() as download:
        page.get_by_role("link", name="送温暖报名表.pdf").click()
    assert download.value.suggested_filename == "送温暖报名表.pdf"

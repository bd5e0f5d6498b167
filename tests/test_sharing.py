"""Passing an article on: its address, its QR code, print."""

from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from news.qr import qr_svg

from .factory import make_article, make_column, make_identity
from .test_accessibility import (
    LINK_HEIGHT,
    MAIN_TARGET,
    SMALL_TARGETS,
    WIDER_THAN_WINDOW,
    violations,
)

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def article(db):
    make_identity()
    return make_article(home_column=make_column("工会要闻", "ghyw"), editor="苏映雪")


def test_page_shows_its_address_as_text_and_its_qr_code(client, article):
    html = client.get(article.get_absolute_url()).content.decode()
    block = html[html.index("data-share") :]
    assert f">http://testserver{article.get_absolute_url()}</p>" in block
    assert f'src="{article.get_absolute_url()}qr.svg"' in block
    assert "用手机扫一扫，在手机上阅读" in block
    assert "责任编辑：苏映雪" in html


def test_qr_code_is_a_square_picture_that_holds_the_public_address(client, article):
    address = f"{article.get_absolute_url()}qr.svg"
    response = client.get(address)
    assert response["Content-Type"] == "image/svg+xml"
    assert response.content == qr_svg(f"http://testserver{article.get_absolute_url()}")
    assert response.content != qr_svg("http://testserver/")
    drawing = ElementTree.fromstring(response.content)
    left, top, width, height = drawing.get("viewBox").split()
    assert (left, top, width) == ("0", "0", height)
    assert {part.tag for part in drawing.iter()} == {f"{SVG}svg", f"{SVG}path"}


def test_qr_code_is_asked_for_again_each_time_and_kept_by_no_front(client, article):
    """No withdrawal reads it again, so nginx must not hold it (portal/showing.py)."""
    response = client.get(f"{article.get_absolute_url()}qr.svg")
    assert (response["Cache-Control"], response["X-Accel-Expires"]) == ("no-cache", "0")
    again = client.get(
        f"{article.get_absolute_url()}qr.svg", headers={"if-none-match": response["ETag"]}
    )
    assert again.status_code == 304
    assert not response.cookies


def test_misspelt_address_of_a_qr_code_leads_to_the_right_one(client, article):
    response = client.get(f"/jiulanmu/2020/01/01/{article.pk}/qr.svg")
    assert (response.status_code, response["Location"]) == (
        301,
        f"{article.get_absolute_url()}qr.svg",
    )


def test_column_of_lists_and_empty_page_have_no_qr_code(client, article):
    make_column("机构概况", "jggk", kind="page")
    for address in ("/ghyw/qr.svg", "/jggk/qr.svg", "/bucunzai/qr.svg"):
        assert client.get(address).status_code == 404


@pytest.mark.django_db(transaction=True)
class TestInTheBrowser:
    def open(self, visit, article, **options):
        page = visit(article.get_absolute_url(), **options)
        page.get_by_text("分享和打印").click()
        return page

    @pytest.mark.parametrize("mode", ["standard", "elder"])
    def test_address_is_copied_and_this_is_said(self, visit, article, mode):
        page = self.open(
            visit, article, mode=mode, permissions=["clipboard-read", "clipboard-write"]
        )
        page.get_by_role("button", name="复制网址").click()
        expect(page.locator("[data-share-status]")).to_have_text("已复制")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.url

    def test_on_plain_http_the_older_way_copies(self, visit, article):
        page = visit("about:blank")
        page.add_init_script(
            "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });"
            "document.execCommand = (name) => { window.done = [name, String(getSelection())]; return true; };"
        )
        page.goto(article.get_absolute_url())
        page.get_by_text("分享和打印").click()
        page.get_by_role("button", name="复制网址").click()
        expect(page.locator("[data-share-status]")).to_have_text("已复制")
        assert page.evaluate("window.done") == ["copy", page.url]

    def test_copying_that_fails_selects_the_address_and_says_what_to_do(self, visit, article):
        page = visit("about:blank")
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error());")
        page.goto(article.get_absolute_url())
        page.get_by_text("分享和打印").click()
        page.get_by_role("button", name="复制网址").click()
        expect(page.locator("[data-share-status]")).to_contain_text("没有复制成功")
        assert page.evaluate("String(getSelection())") == page.url

    def test_sending_is_offered_only_where_the_system_can(self, visit, article):
        page = visit("about:blank")
        page.add_init_script(
            "Navigator.prototype.share = (what) => { window.sent = what; return Promise.reject(new DOMException('x', 'AbortError')); };"
        )
        page.goto(article.get_absolute_url())
        page.get_by_text("分享和打印").click()
        page.get_by_role("button", name="发送给别人").click()
        assert page.evaluate("window.sent.url") == page.url
        without = self.open(visit, article)
        assert not without.evaluate("'share' in navigator")
        expect(without.get_by_role("button", name="发送给别人")).to_be_hidden()

    @pytest.mark.parametrize("width", [320, 1280])
    @pytest.mark.parametrize("mode", ["standard", "elder"])
    def test_opened_block_is_accessible_and_fits(self, visit, article, mode, width):
        page = self.open(visit, article, mode=mode, width=width)
        assert not violations(page, mode)
        assert not page.evaluate(SMALL_TARGETS, [MAIN_TARGET[mode], LINK_HEIGHT[mode]])
        assert not page.evaluate(WIDER_THAN_WINDOW)

    def test_print_button_prints(self, visit, article):
        page = self.open(visit, article)
        page.evaluate("window.print = () => { window.printed = true; }")
        page.get_by_role("button", name="打印本页").click()
        assert page.evaluate("window.printed")

    def test_without_a_script_address_and_code_are_there_and_no_button(self, visit, article):
        page = visit(article.get_absolute_url(), java_script_enabled=False)
        page.get_by_text("分享和打印").click()
        expect(page.locator(".share__address")).to_be_visible()
        expect(page.get_by_alt_text("本页网址的二维码")).to_be_visible()
        expect(page.locator("[data-share] button").first).to_be_hidden()

    def test_code_is_fetched_only_when_the_block_is_opened(self, visit, article):
        page = visit("about:blank")
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(article.get_absolute_url())
        page.wait_for_load_state("networkidle")
        assert not [url for url in asked if url.endswith("qr.svg")]
        page.get_by_text("分享和打印").click()
        image = page.get_by_alt_text("本页网址的二维码")
        expect(image).to_be_visible()
        # The policy allows no eval, which wait_for_function would need: the picture tells itself.
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0

    def test_print_carries_the_address_as_text_and_no_buttons(self, visit, article):
        page = self.open(visit, article)
        page.emulate_media(media="print")
        expect(page.locator(".printed-address")).to_have_text(f"网址：{page.url}")
        expect(page.locator(".printed-address")).to_be_visible()
        expect(page.locator("[data-share]")).to_be_hidden()

"""The display cookie, the switch without a script, and what shared caches may rely on."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.display import MODES, SIZES, THEMES, Display

from .site import PAGE_TYPES, build

HTML_TAG = re.compile(r"<html[^>]*>")


@given(st.text())
def test_any_cookie_gives_a_valid_display(value):
    display = Display.from_cookie(value)
    assert display.mode in MODES
    assert display.theme in THEMES
    assert display.size in SIZES


@pytest.mark.parametrize(
    "value",
    [
        "",
        "elder",
        "elder-original-9",
        "elder-original-22",
        "ELDER-original-2",
        " elder-original-2",
        "elder-original-2\n",
        "elder-original-2; admin=1",
        '"><script>alert(1)</script>',
        "elder-original-2" * 1000,
    ],
)
def test_garbage_in_the_cookie_counts_as_the_default(client, db, value):
    client.cookies["display"] = value
    tag = HTML_TAG.search(client.get("/map/").content.decode())[0]
    assert 'data-mode="standard"' in tag
    assert 'data-size="2"' in tag


def test_a_full_width_digit_is_no_size():
    assert Display.from_cookie("elder-original-３") == Display()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", SIZES)
def test_every_variant_comes_back_from_its_own_cookie(mode, size):
    display = Display(mode, "original", size)
    assert Display.from_cookie(display.variant) == display


def test_page_is_byte_identical_in_every_variant_but_for_the_html_tag(client, db):
    site = build()
    for name, address in PAGE_TYPES.items():
        pages = set()
        for variant in ("standard-original-2", "elder-original-2", "elder-original-5"):
            client.cookies["display"] = variant
            html = client.get(address(site)).content.decode()
            assert variant.split("-")[0] in HTML_TAG.search(html)[0]
            pages.add(HTML_TAG.sub("", html))
        assert len(pages) == 1, name


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words", ["长辈版", "关怀版", "老年版", "亲情版", "关爱版", "长者模式", "大字版"]
)
def test_search_for_elder_mode_leads_to_it(client, words):
    html = client.get("/search/", {"q": words}).content.decode()
    assert "进入长者模式</button>" in html


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["长者", "关怀困难职工", "老年大学", ""])
def test_other_words_do_not_lead_to_elder_mode(client, words):
    assert "进入长者模式" not in client.get("/search/", {"q": words}).content.decode()


@pytest.mark.django_db
class TestSwitch:
    """POST /display/, as a form and as a script."""

    def post(self, client, **data):
        headers = data.pop("headers", {})
        return client.post("/display/", data, headers=headers)

    def test_returns_to_the_same_page_in_elder_mode(self, client):
        response = self.post(client, mode="elder", next="/ghyw/?page=2")
        assert response.status_code == 303
        assert response["Location"] == "/ghyw/?page=2"
        assert response.cookies["display"].value == "elder-original-2"

    def test_lasts_a_year_and_sets_no_other_cookie(self, client):
        response = self.post(client, mode="elder")
        assert response.cookies["display"]["max-age"] == 365 * 24 * 3600
        assert list(response.cookies) == ["display"]

    def test_both_answers_clear_the_browser_cache_and_are_not_stored(self, client):
        for accept in ("text/html", "application/json"):
            response = self.post(client, mode="elder", headers={"accept": accept})
            assert response["Clear-Site-Data"] == '"cache"'
            assert "no-store" in response["Cache-Control"]
            assert response["X-Accel-Expires"] == "0"

    def test_answers_a_script_with_no_content(self, client):
        response = self.post(client, mode="elder", headers={"accept": "application/json"})
        assert response.status_code == 204

    def test_a_script_sends_the_whole_variant(self, client):
        client.cookies["display"] = "standard-original-2"
        response = self.post(client, variant="elder-original-5")
        assert response.cookies["display"].value == "elder-original-5"

    def test_size_steps_are_bounded_and_keep_the_mode(self, client):
        client.cookies["display"] = "elder-original-4"
        sizes = [self.post(client, size="larger").cookies["display"].value for _ in range(3)]
        assert sizes == ["elder-original-5"] * 3
        client.cookies["display"] = "elder-original-2"
        sizes = [self.post(client, size="smaller").cookies["display"].value for _ in range(3)]
        assert sizes == ["elder-original-1"] * 3

    @pytest.mark.parametrize(
        "data", [{}, {"mode": "dark"}, {"size": "huge"}, {"mode": ""}, {"variant": "elder-x-9"}]
    )
    def test_nonsense_changes_nothing(self, client, data):
        client.cookies["display"] = "elder-original-3"
        assert self.post(client, **data).cookies["display"].value == "elder-original-3"

    @pytest.mark.parametrize(
        "target",
        ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil", ""],
    )
    def test_never_leads_to_another_site(self, client, target):
        assert self.post(client, mode="elder", next=target)["Location"] == "/"

    @pytest.mark.parametrize(
        "headers",
        [
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"origin": "https://evil.example"},
            {"origin": "null"},
        ],
    )
    def test_refuses_forms_of_other_sites(self, client, headers):
        response = self.post(client, mode="elder", headers=headers)
        assert response.status_code == 403
        assert not response.cookies

    @pytest.mark.parametrize(
        "headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {}]
    )
    def test_accepts_its_own_forms(self, client, headers):
        assert self.post(client, mode="elder", headers=headers).status_code == 303

    def test_is_no_page_of_its_own(self, client):
        assert client.get("/display/").status_code == 405

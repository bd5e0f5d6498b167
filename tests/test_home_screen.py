"""The site on a phone's home screen: manifest, icons, and the door straight into elder mode."""

import re

import pytest
from django.conf import settings
from PIL import Image

from .factory import make_identity
from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db


def file_of(address):
    return settings.BASE_DIR / address.lstrip("/")


def test_manifest_names_the_site_and_its_icons(client):
    make_identity()
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert (manifest["name"], manifest["lang"]) == ("常州市总工会", "zh-CN")
    assert (manifest["start_url"], manifest["scope"]) == ("/", "/")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(file_of(icon["src"])) as image:
            assert image.format == "PNG"
            assert icon["sizes"] == f"{image.width}x{image.height}"


def test_icons_without_corners_fill_their_square(client):
    for name in ("apple-touch-icon.png", "icon-maskable-512.png"):
        with Image.open(file_of(f"/static/img/{name}")) as image:
            colours = image.convert("RGBA")
            corner = colours.getpixel((0, 0))
            middle = colours.getpixel((image.width // 2, image.height // 2))
        assert corner == (0xB3, 0x14, 0x1C, 255), name
        assert middle == (255, 255, 255, 255), name


def test_theme_colour_is_the_brand_colour_of_the_style_sheet(client):
    make_identity()
    tokens = (settings.BASE_DIR / "static/css/tokens.css").read_text("utf-8")
    brand = re.search(r"--red: (#\w{6});", tokens)[1]
    assert client.get("/manifest.webmanifest").json()["theme_color"] == brand
    assert f'<meta name="theme-color" content="{brand}">' in client.get("/").content.decode()


def test_every_page_names_manifest_and_icon(client):
    site = build()
    for name, address in PAGE_TYPES.items():
        html = client.get(address(site)).content.decode()
        assert 'rel="manifest" href="/manifest.webmanifest"' in html, name
        assert 'rel="apple-touch-icon" href="/static/img/apple-touch-icon.png"' in html, name


def test_shortcut_leads_straight_into_elder_mode(client):
    make_identity()
    shortcut = client.get("/manifest.webmanifest").json()["shortcuts"][0]
    assert shortcut["name"] == "长者模式"
    home = client.get(shortcut["url"], follow=True)
    assert home.redirect_chain == [("/", 302)]
    assert 'data-mode="elder"' in home.content.decode()


def test_elder_door_keeps_the_readers_text_size_and_is_never_stored(client):
    client.cookies["display"] = "standard-original-4"
    response = client.get("/elder/")
    assert response.cookies["display"].value == "elder-original-4"
    assert "no-store" in response["Cache-Control"]
    assert response["X-Accel-Expires"] == "0"
    assert response["Clear-Site-Data"] == '"cache"'
    assert set(response.cookies) == {"display"}


def test_elder_door_ignores_where_it_is_told_to_go(client):
    assert client.get("/elder/?next=https://evil.example/")["Location"] == "/"
    assert client.post("/elder/").status_code == 405


@pytest.mark.django_db(transaction=True)
def test_browser_reads_the_manifest_without_complaint(visit):
    make_identity()
    page = visit("/")
    session = page.context.new_cdp_session(page)
    answer = session.send("Page.getAppManifest")
    assert answer["url"].endswith("/manifest.webmanifest")
    assert answer["errors"] == []

"""Pictures inside an article's text: the right size, nothing shifts, fetched when they are near."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.outside import Outside
from news.pictures import store_picture
from news.renditions import StoredPicture
from news.richtext import render

from .factory import make_article, make_identity, picture_file

IMAGE = re.compile(r"<img [^>]*>")
NAMED = "/media/pictures/2026/11/0123456789abcdef-1600x900/960.webp"
OLD = "/media/pictures/2026/11/0123456789abcdef/960.webp"
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 500);
})"""


def attributes(html):
    return [dict(re.findall(r' ([\w-]+)="([^"]*)"', tag)) for tag in IMAGE.findall(html)]


def rendered(html):
    return attributes(render(html, Outside()))


def text_with(*pictures, width=None):
    size = f' width="{width}"' if width else ""
    return "".join(
        f'<p>第{n}张</p><figure><img src="{p.rendition_url(p.reading_size)}" alt="会场"{size}></figure>'
        for n, p in enumerate(pictures, start=1)
    )


@pytest.fixture
def pictures(db):
    make_identity()
    return [store_picture(picture_file(size=(1920, 1080)), alt="会场") for _ in range(3)]


def test_picture_offers_its_renditions_as_they_are_stored(client, pictures, media_folder):
    article = make_article(body=text_with(pictures[0]))
    html = client.get(article.get_absolute_url()).content.decode()
    found = attributes(html[html.index('class="prose"') :])[0]
    assert found["srcset"] == pictures[0].srcset
    for address in re.findall(r"(\S+) \d+w", found["srcset"]):
        assert (media_folder / address.removeprefix("/media/")).is_file()
    assert (found["width"], found["height"]) == ("960", "540")
    assert found["sizes"] == "(min-width: 840px) 840px, 100vw"


@pytest.mark.parametrize(
    "size", [(3000, 2000), (1600, 900), (961, 7), (960, 640), (481, 1000), (300, 200), (1, 1)]
)
def test_address_tells_the_very_sizes_that_were_stored(db, size):
    picture = store_picture(picture_file(size=size))
    told = StoredPicture.at(picture.url)
    assert (told.width, told.height) == (picture.width, picture.height)
    assert told.srcset == picture.srcset
    for rendition in picture.renditions:
        one = StoredPicture.at(picture.rendition_url(rendition))
        assert one.height_at(one.shown) == rendition["height"]


def test_first_picture_comes_at_once_and_the_others_when_they_are_near(pictures):
    found = rendered(text_with(*pictures))
    assert [picture.get("loading") for picture in found] == [None, "lazy", "lazy"]
    assert {picture["decoding"] for picture in found} == {"async"}


def test_width_chosen_in_the_editor_stays_and_the_height_follows(pictures):
    narrow = rendered(text_with(pictures[0], width=400))[0]
    assert (narrow["width"], narrow["height"]) == ("400", "225")
    assert narrow["sizes"] == "(min-width: 400px) 400px, 100vw"


@pytest.mark.parametrize(
    "address",
    [
        OLD,
        "/media/pictures/2026/11/0123456789abcdef-1600x900/961.webp",
        "/media/pictures/2026/11/0123456789abcdef-1600x900/960.webp?x=1",
        "/media/pictures/2026/11/0123456789abcdef-99999x900/960.webp",
        "/media/pictures/2026/11/0123456789abcdef-0x900/960.webp",
        "/media/pictures/2026/11/x&quot; onerror=&quot;x-1600x900/960.webp",
    ],
)
def test_address_that_names_no_size_is_shown_as_it_is(address):
    found = rendered(f'<p>文</p><img src="{address}" alt="会场" width="960" height="540">')[0]
    assert "srcset" not in found
    assert (found["width"], found["height"]) == ("960", "540")
    assert "onerror" not in found


def test_stored_text_is_not_changed(pictures):
    html = text_with(pictures[0])
    assert make_article(body=html).body == html
    article = make_article(body=html)
    article.refresh_from_db()
    assert "srcset" not in article.body


def test_pictures_cost_no_query(client, pictures):
    one = make_article(body=text_with(pictures[0]))
    many = make_article(body=text_with(*pictures * 5))
    counts = []
    for article in (one, many):
        with CaptureQueriesContext(connection) as captured:
            client.get(article.get_absolute_url())
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "density", "file"), [(360, 1, 480), (1280, 1, 960)])
def test_browser_fetches_the_size_it_shows_and_nothing_shifts(visit, width, density, file):
    make_identity()
    pictures = [store_picture(picture_file(size=(1920, 1080)), alt="会场") for _ in range(2)]
    article = make_article(body=text_with(*pictures))
    page = visit(article.get_absolute_url(), width=width, device_scale_factor=density)
    page.wait_for_load_state("networkidle")
    current = page.locator(".prose img").first.evaluate("image => image.currentSrc")
    assert current.endswith(f"/{file}.webp")
    assert page.evaluate(SHIFT) < 0.01

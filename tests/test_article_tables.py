"""Wide tables on a narrow phone: the words stay readable and every column can be reached."""

import pytest

from .factory import make_article, make_column, make_identity

HEADS = ("时间", "走访地点", "联系人", "电话", "备注")
CELLS = ("9:00", "常州星澜精密机械有限公司总装车间", "陆小禾", "0519-00000000", "请提前联系")
WIDE = "<table><thead><tr>{}</tr></thead><tbody><tr>{}</tr></tbody></table>".format(
    "".join(f'<th scope="col">{head}</th>' for head in HEADS),
    "".join(f"<td>{cell}</td>" for cell in CELLS),
)
NARROWEST_CELL = """() => Math.min(...[...document.querySelectorAll('.prose td')]
  .map((e) => e.getBoundingClientRect().width / parseFloat(getComputedStyle(e).fontSize)))"""


@pytest.fixture
def address(transactional_db):
    make_identity()
    return make_article(home_column=make_column(), body=WIDE).get_absolute_url()


@pytest.mark.parametrize("mode", ["standard", "elder"])
def test_wide_table_scrolls_in_its_own_frame_by_the_keyboard(visit, address, mode):
    page = visit(address, width=360, mode=mode)
    frame = page.get_by_role("region", name="表格")
    assert page.evaluate(NARROWEST_CELL) >= 5  # characters, not one below the other
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    frame.focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(20)
    reached = frame.evaluate("(e) => e.scrollLeft + e.clientWidth >= e.scrollWidth - 1")
    assert reached


def test_narrow_table_fills_the_text_column_and_does_not_scroll(visit, address):
    page = visit(address, width=1280)
    frame = page.get_by_role("region", name="表格")
    assert frame.evaluate("(e) => e.scrollWidth <= e.clientWidth")

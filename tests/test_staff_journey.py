"""The press officer's whole job in a real browser, and what citizens see of it meanwhile."""

import re

import pytest
from playwright.sync_api import expect

from news.models import Article, Picture

from .browser import log_in
from .factory import PASSWORD, make_column, make_identity, make_user, picture_file

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "全市职工技能竞赛开幕"
# The shapes Word and WPS put on the clipboard: conditional comments, mso styles, o:p, fonts.
WORD_HTML = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
p.MsoNormal {mso-style-parent:""; font-size:10.5pt; font-family:宋体;}</style></head><body>
<!--StartFragment--><h2 style="mso-pagination:none"><span style="font-family:黑体">一、比赛安排</span></h2>
<p class=MsoNormal style="text-indent:21.0pt;mso-char-indent-count:2.0"><span style="font-size:16pt;
color:red">预赛共设<b>六</b>个工种。<o:p></o:p></span></p>
<table class=MsoTableGrid border=1 style="border-collapse:collapse;mso-yfti-tbllook:1184"><tr>
<td width=200 style="border:solid windowtext 1.0pt"><p class=MsoNormal>工种</p></td>
<td width=200 style="border:solid windowtext 1.0pt"><p class=MsoNormal>日期</p></td></tr><tr>
<td><p class=MsoNormal>焊工</p></td><td><p class=MsoNormal>9月8日</p></td></tr></table>
<!--EndFragment--></body></html>"""
PASTE = """(html) => {
  const editable = document.querySelector('.cke_editable');
  editable.focus();
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', '');
  editable.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}"""
PEOPLE = (
    ("欧阳明远", "市人大常委会副主任\n市总工会主席", "讲话"),
    ("仇立新", "市总工会副主席(兼)", "主持"),
    ("单文秀", "市人社局副局长", "出席"),
)


@pytest.fixture
def desk(visit):
    make_identity()
    make_column("工会要闻", "ghyw")
    make_user("zhongshen", role="终审")
    page = visit("/admin/", staff=True)
    log_in(page, "zhongshen", PASSWORD)
    return page


def fill_article(page):
    page.goto("/admin/news/article/add/")
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_home_column").select_option(label="工会要闻")
    expect(page.locator(".cke_editable")).to_be_visible()
    page.evaluate(PASTE, WORD_HTML)
    expect(page.locator(".cke_editable table")).to_be_visible()


def upload_picture(page, alt):
    upload = picture_file("车间.png", size=(800, 450))
    page.locator(".cke_editable p").last.click()
    page.locator(".cke_button__image").click()
    dialog = page.locator(".cke_dialog_body")
    dialog.get_by_role("tab", name="上传").click()
    file = {"name": upload.name, "mimeType": "image/png", "buffer": upload.read()}
    chooser = dialog.frame_locator("iframe").locator("input[type=file]")
    chooser.set_input_files(file)
    dialog.get_by_role("button", name="上传到服务器").click()
    address = dialog.get_by_label("URL")
    expect(address).to_have_value(re.compile(r"^/media/pictures/.+\.webp$"))
    dialog.get_by_label("替换文本").fill(alt)
    dialog.get_by_role("button", name="确定").click()


def add_attendees(page):
    group = page.locator("#attendances-group")
    for number, (name, positions, part) in enumerate(PEOPLE):
        group.get_by_role("button", name="添加另一个").click()
        row = group.locator(f"#attendances-{number}")
        row.locator("input[name$=-name]").fill(name)
        row.locator("textarea").fill(positions)
        row.locator("summary").click()
        row.get_by_label(part, exact=True).check()
        row.locator("summary").click()  # closed again: three open rows are higher than the window


def order_of_names(page):
    inputs = page.locator("#attendances-group tr.form-row:not(.empty-form) input[name$=-name]")
    return [inputs.nth(number).input_value() for number in range(inputs.count())]


def seen_by_citizens(visit, article):
    """Which public surfaces name the article, and the status of its own page."""
    page = visit("/")
    found = set()
    for address in ("/", "/ghyw/", "/search/?q=技能竞赛", "/sitemap.xml"):
        text = page.request.get(address).text()
        if TITLE in text or f"/{article.pk}/" in text:
            found.add(address)
    return found, page.request.get(article.get_absolute_url()).status if article.publish_at else 404


def test_article_from_paste_to_withdrawal(desk, visit):
    page = desk
    fill_article(page)
    upload_picture(page, "选手在焊接工位上操作")
    add_attendees(page)
    page.get_by_role("button", name="保存并继续编辑").click()
    expect(page.locator(".messagelist .success")).to_contain_text("成功")

    article = Article.objects.get()
    assert article.state == Article.State.DRAFT
    assert "<h2>一、比赛安排</h2>" in article.body
    assert "<strong>六</strong>" in article.body
    assert "<td>" in article.body
    for noise in ("style=", "Mso", "class=", "<span", "o:p", "color", "border"):
        assert noise not in article.body
    assert 'alt="选手在焊接工位上操作"' in article.body
    assert Picture.objects.get().original_name == "车间.png"
    assert [row.name for row in article.attendances.all()] == [name for name, _, _ in PEOPLE]
    assert article.attendances.first().positions == ["市人大常委会副主任", "市总工会主席"]
    assert seen_by_citizens(visit, article) == (set(), 404)

    page.get_by_role("link", name="预览").click()
    expect(page.get_by_text("这是预览")).to_be_visible()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    page.get_by_role("link", name="返回编辑").click()

    page.get_by_role("button", name="保存并发布").click()
    expect(page.locator(".messagelist .success")).to_contain_text("已发布")
    article.refresh_from_db()
    everywhere = {"/", "/ghyw/", "/search/?q=技能竞赛", "/sitemap.xml"}
    assert seen_by_citizens(visit, article) == (everywhere, 200)
    reader = visit(article.get_absolute_url())
    names = reader.locator(".attendee__name").all_text_contents()
    assert names == [name for name, _, _ in PEOPLE]
    expect(reader.get_by_role("img", name="选手在焊接工位上操作")).to_be_visible()

    page.get_by_role("button", name="撤稿").click()
    expect(page.locator(".messagelist .success")).to_contain_text("已撤稿")
    assert seen_by_citizens(visit, article) == (set(), 410)


def test_attendees_are_ordered_by_drag_by_button_and_by_number(desk):
    page = desk
    fill_article(page)
    add_attendees(page)
    first, second, third = (name for name, _, _ in PEOPLE)
    rows = page.locator("#attendances-group tr.form-row:not(.empty-form)")

    handle = rows.nth(2).locator(".row-order__handle")
    handle.scroll_into_view_if_needed()
    start, end = handle.bounding_box(), rows.nth(0).bounding_box()
    page.mouse.move(start["x"] + 4, start["y"] + 4)
    page.mouse.down()
    page.mouse.move(end["x"] + 30, end["y"] + 10, steps=12)
    page.mouse.up()
    assert order_of_names(page) == [third, first, second]

    rows.nth(2).get_by_role("button", name="上移").press("Enter")
    assert order_of_names(page) == [third, second, first]
    page.get_by_role("button", name="保存并继续编辑").click()
    article = Article.objects.get()
    assert [row.name for row in article.attendances.all()] == [third, second, first]

    numbers = page.locator("#attendances-group tr.has_original input[name$=-order]")
    for number, value in enumerate(("30", "20", "10")):
        numbers.nth(number).fill(value)
    page.get_by_role("button", name="保存并继续编辑").click()
    saved = [(row.order, row.name) for row in article.attendances.all()]
    assert saved == [(1, first), (2, second), (3, third)]


def test_rejected_form_keeps_everything_typed(desk):
    page = desk
    fill_article(page)
    add_attendees(page)
    page.locator("#id_jump_link").fill("javascript:alert(1)")
    page.get_by_role("button", name="保存并继续编辑").click()
    expect(page.locator(".errornote")).to_be_visible()
    expect(page.get_by_text("链接应以 http:// 或 https:// 开头")).to_be_visible()
    expect(page.locator("#id_title")).to_have_value(TITLE)
    expect(page.locator(".cke_editable table")).to_be_visible()
    assert order_of_names(page) == [name for name, _, _ in PEOPLE]
    expect(page.locator("#attendances-1 textarea")).to_have_value("市总工会副主席(兼)")
    expect(page.locator("#attendances-1 summary")).to_have_text("主持")
    assert not Article.objects.exists()

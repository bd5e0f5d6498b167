"""Official papers: the table, the filter above it, and what is no longer in force."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from news.models import Column

from .factory import make_article, make_column, make_draft, make_identity

pytestmark = pytest.mark.django_db

PAPERS = (
    ("服务站点管理办法", "常工发〔2026〕12号", "常州市总工会", date(2026, 9, 8), "valid"),
    ("疗休养管理办法", "常工发〔2025〕6号", "常州市总工会", date(2025, 3, 11), "amended"),
    ("技能补贴实施办法", "常工办〔2024〕7号", "市总工会办公室", date(2024, 3, 25), "expired"),
    ("站点建设暂行办法", "常工发〔2023〕9号", "常州市总工会", date(2023, 4, 18), "repealed"),
)


@pytest.fixture
def column():
    make_identity()
    found = make_column("政策文件", "zcwj", kind=Column.Kind.POLICY)
    for days, paper in enumerate(PAPERS, start=1):
        publish_at = timezone.now() - timedelta(days=days)
        make_paper(*paper, home_column=found, publish_at=publish_at)
    return found


def make_paper(title, number, issuer, issued_on, validity, make=make_article, **fields):
    return make(
        title,
        document_number=number,
        issuer=issuer,
        issued_on=issued_on,
        validity=validity,
        **fields,
    )


def page(client, **asked):
    response = client.get("/zcwj/", asked)
    assert response.status_code == 200
    return response.content.decode()


def found(html):
    return {title for title, *_ in PAPERS if title in html}


def test_each_paper_shows_its_record_in_a_table_with_headings(client, column):
    html = page(client)
    for heading in ("标题", "文号", "发文机关", "成文日期", "有效性"):
        assert f'<th scope="col">{heading}</th>' in html
    assert "政策文件一览</caption>" in html
    for words in ("常工发〔2026〕12号", "市总工会办公室", "2023-04-18", "已废止", "已失效"):
        assert words in html
    assert "共 4 件文件" in html


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"words": "站点"}, {"服务站点管理办法", "站点建设暂行办法"}),
        ({"words": "站点 管理"}, {"服务站点管理办法"}),
        ({"words": "常工办〔2024〕"}, {"技能补贴实施办法"}),
        ({"issuer": "市总工会办公室"}, {"技能补贴实施办法"}),
        ({"year": "2025"}, {"疗休养管理办法"}),
        ({"validity": "repealed"}, {"站点建设暂行办法"}),
        (
            {"issuer": "常州市总工会", "words": "办法", "validity": "valid"},
            {"服务站点管理办法"},
        ),
        ({"words": "", "issuer": "", "year": "", "validity": ""}, {title for title, *_ in PAPERS}),
    ],
)
def test_filter_keeps_the_papers_that_answer_everything_asked(client, column, asked, titles):
    html = page(client, **asked)
    assert found(html) == titles
    assert f"{len(titles)} 件文件" in html


def test_filter_shows_again_what_was_asked_and_how_to_clear_it(client, column):
    html = page(client, words="站点", validity="repealed")
    assert 'value="站点"' in html
    assert '<option value="repealed" selected>已废止</option>' in html
    assert '<a class="button" href="/zcwj/">清除筛选</a>' in html
    assert "清除筛选" not in page(client)


def test_nothing_found_is_said_with_a_way_on(client, column):
    html = page(client, words="查无此词")
    assert "没有符合条件的文件" in html
    assert "清除筛选</a>" in html
    assert "<table" not in html


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"year": "二〇二五"}, "没有这个选项"),
        ({"year": "99999999999999999999"}, "没有这个选项"),
        ({"issuer": "<script>alert(1)</script>"}, "没有这个选项"),
        ({"validity": "unheard"}, "没有这个选项"),
        ({"words": "字" * 51}, "最多 50 个字"),
    ],
)
def test_nonsense_is_left_out_and_said_at_its_field_never_an_error(client, column, asked, message):
    html = page(client, **asked)
    field = next(iter(asked))
    assert f'id="id_{field}_error">{message}，这一项没有用来筛选。' in html
    assert html.count("没有用来筛选") == 1
    assert len(found(html)) == 4
    assert "<script>alert" not in html


def test_one_nonsense_value_does_not_spoil_the_others(client, column):
    html = page(client, year="去年", validity="valid")
    assert found(html) == {"服务站点管理办法"}


HIDDEN = {
    "draft": {"make": make_draft},
    "withdrawn": {"state": "withdrawn"},
    "not yet due": {"publish_at": timezone.now() + timedelta(days=1)},
}


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_filter_gives_nothing_of_a_hidden_paper_away(client, column, fields):
    record = ("保密办法", "常密〔1999〕1号", "尚未公布的机关", date(1999, 5, 1), "valid")
    make_paper(*record, home_column=column, **fields)
    before = page(client)
    for words in ("尚未公布的机关", "1999", "保密办法"):
        assert words not in before
    guessed = page(client, issuer="尚未公布的机关")
    assert "没有这个选项" in guessed
    assert "尚未公布的机关" not in guessed


def test_papers_of_another_column_offer_nothing_here(client, column):
    other = make_column("别的文件", "bdwj", kind=Column.Kind.POLICY)
    make_paper("别处的办法", "别〔2020〕1号", "别处的机关", date(2020, 1, 1), "", home_column=other)
    html = page(client)
    assert "别处的机关" not in html
    assert "2020年" not in html


def test_article_without_a_record_is_in_the_table_too(client, column):
    make_article("文件解读", home_column=column)
    html = page(client)
    assert "文件解读" in html
    assert '<td data-label="文号">—</td>' in html


def test_page_links_keep_the_filter(client, column):
    for number in range(25):
        make_paper(
            f"第{number}号办法",
            f"试〔{number}〕",
            "试点办",
            date(2022, 1, 1),
            "",
            home_column=column,
        )
    html = page(client, issuer="试点办", words="办法")
    assert "找到 25 件文件" in html
    link = html[html.index('rel="next"') :].split('"')[3].replace("&amp;", "&")
    second = client.get(f"/zcwj/{link}").content.decode()
    assert second.count('data-label="文号">试〔') == 10
    assert not found(second)


def test_column_of_another_kind_has_no_filter(client, column):
    news = make_column("工会要闻", "ghyw")
    make_paper(*PAPERS[0], home_column=news)
    assert "成文年份" not in client.get("/ghyw/").content.decode()


def test_empty_column_says_so_without_a_filter(client):
    make_column("政策文件", "zcwj", kind=Column.Kind.POLICY)
    html = page(client)
    assert "暂时没有内容" in html
    assert "成文年份" not in html


@pytest.mark.parametrize(
    ("validity", "notice"),
    [("repealed", "本文件已废止，只供查阅。"), ("expired", "本文件已失效，只供查阅。")],
)
def test_paper_no_longer_in_force_says_so_above_its_text(client, column, validity, notice):
    paper = make_paper(*PAPERS[0][:4], validity, home_column=column, body="<p>第一条　正文。</p>")
    html = client.get(paper.get_absolute_url()).content.decode()
    assert 0 < html.index(notice) < html.index("<p>第一条")


@pytest.mark.parametrize("validity", ["valid", "amended", ""])
def test_paper_in_force_carries_no_such_notice(client, column, validity):
    paper = make_paper(*PAPERS[0][:4], validity, home_column=column)
    assert "只供查阅" not in client.get(paper.get_absolute_url()).content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("mode", "width"), [("standard", 320), ("elder", 320), ("elder", 1280)])
def test_each_value_of_a_card_is_read_with_its_label(visit, column, mode, width):
    """In the browser's own accessibility tree, which is what screen readers are given."""
    window = visit("/zcwj/", mode=mode, width=width)
    tree = window.context.new_cdp_session(window).send("Accessibility.getFullAXTree")
    texts = [
        node["name"]["value"] for node in tree["nodes"] if node["role"]["value"] == "StaticText"
    ]
    for label, value in (("文号：", "常工发〔2026〕12号"), ("有效性：", "有效")):
        assert value in texts[texts.index(label) + 1]
    assert window.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.django_db(transaction=True)
def test_wide_page_has_a_real_table_without_labels_in_its_cells(visit, column):
    window = visit("/zcwj/")
    expect(window.get_by_role("columnheader")).to_have_count(5)
    label = "getComputedStyle(document.querySelector('.papers td'), '::before').display"
    assert window.evaluate(label) == "none"


@pytest.mark.django_db(transaction=True)
def test_filter_works_without_a_script_and_by_keyboard(visit, column):
    window = visit("/zcwj/", java_script_enabled=False)
    window.get_by_label("有效性").select_option("已废止")
    window.get_by_label("标题或文号").fill("站点")
    window.get_by_label("标题或文号").press("Enter")
    expect(window.get_by_text("找到 1 件文件")).to_be_visible()
    window.get_by_role("link", name="清除筛选").click()
    expect(window.get_by_text("共 4 件文件")).to_be_visible()

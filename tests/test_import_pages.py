"""`import_pages` and the writer: saved pages become articles, once, through the desk's rules."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from news.importing.reader import read_page_text
from news.importing.writer import write_article
from news.models import Article

from .factory import make_column

SAMPLE = Path(__file__).parent.parent / "portal" / "sample"
SEED = (SAMPLE / "seed-26512.txt").read_text("utf-8")
SEED_URL = "https://czgh.jscz.org.cn/content/suitable/show?catid=19920&id=26512"
PAGE = """退出长者模式
社区工联会送清凉到工地
发布日期:2024-07-03  来源:钟楼区总工会

7月2日，社区工联会把绿豆汤送到工地。

主办单位:常州市总工会
"""


def run(*args):
    """`(printed, complaints)` of one run of the command."""
    out, err = StringIO(), StringIO()
    call_command("import_pages", *map(str, args), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def jsonl(path, *rows):
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def test_parse_only_reads_the_seed_page_without_a_database(tmp_path):
    source = jsonl(tmp_path / "in.jsonl", {"id": "seed", "text": SEED, "url": SEED_URL})
    run(source, "--parse-only", "--out", tmp_path / "out.jsonl")
    page = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert page["id"] == "seed"
    assert page["title"] == "常州市举行“常有众扶 情暖龙城”暨“工会常伴 贴心送暖”送温暖启动仪式"
    assert page["date"] == "2023-01-13"
    assert page["source"] is None
    assert page["paragraphs"][0].startswith("2023年春节即将来临")
    assert page["paragraphs"][-1].endswith("一线职工代表。")
    assert not any("主办单位" in text or "苏公网安备" in text for text in page["paragraphs"])


def test_parse_only_prints_to_the_screen_without_out(tmp_path):
    source = tmp_path / "page.txt"
    source.write_text(PAGE, "utf-8")
    printed, _ = run(source, "--parse-only")
    assert json.loads(printed)["source"] == "钟楼区总工会"


@pytest.mark.django_db
def test_seed_page_becomes_a_published_article_with_three_headings():
    column = make_column("工会要闻", "ghyw")
    article = write_article(read_page_text(SEED, SEED_URL), column=column)
    assert article.is_published()
    assert article.old_id == "26512"
    assert article.get_absolute_url() == f"/ghyw/2023/01/13/{article.pk}/"
    headings = [line for line in article.body.splitlines() if line.startswith("<h2>")]
    assert [heading[4:6] for heading in headings] == ["一、", "二、", "三、"]


@pytest.mark.django_db
def test_importing_twice_changes_nothing_and_keeps_what_staff_mended(tmp_path):
    column = make_column("工会要闻", "ghyw")
    source = jsonl(tmp_path / "in.jsonl", {"id": "1", "text": SEED, "url": SEED_URL})
    run(source, "--column", column.slug)
    article = Article.objects.get()
    article.subtitle = "编辑后来加的副标题"
    article.save()
    _, complaints = run(source, "--column", column.slug)
    assert "成功 1，失败 0" in complaints
    assert Article.objects.get().subtitle == "编辑后来加的副标题"


@pytest.mark.django_db
def test_one_bad_line_is_named_and_the_rest_goes_in(tmp_path):
    make_column("工会要闻", "ghyw")
    source = tmp_path / "in.jsonl"
    good = json.dumps({"id": "1", "text": PAGE, "url": ""}, ensure_ascii=False)
    empty = json.dumps({"id": "2", "text": "退出长者模式", "url": ""}, ensure_ascii=False)
    source.write_text(f"{{broken\n{empty}\n{good}\n", "utf-8")
    _, complaints = run(source, "--column", "ghyw")
    assert "第 1 行：不是一行 JSON" in complaints
    assert "第 2 行：" in complaints
    assert "共 3 页，成功 1，失败 2" in complaints
    assert Article.objects.get().title == "社区工联会送清凉到工地"


@pytest.mark.django_db
def test_page_without_a_known_column_asks_for_one(tmp_path):
    source = tmp_path / "page.txt"
    source.write_text(PAGE, "utf-8")
    _, complaints = run(source)
    assert "请用 --column 指定" in complaints
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_column_is_found_by_the_breadcrumb():
    column = make_column("基层动态", "jcdt")
    text = PAGE.replace("退出长者模式", "您的位置:首页 >> 工会新闻 >> 基层动态 >> 内容")
    assert write_article(read_page_text(text)).home_column == column


@pytest.mark.django_db
def test_page_without_a_date_becomes_a_draft():
    make_column("工会要闻", "ghyw")
    text = PAGE.replace("发布日期:2024-07-03  来源:钟楼区总工会", "浏览次数: 46    手机阅读和分享")
    column = make_column()
    assert write_article(read_page_text(text), column=column).state == Article.State.DRAFT


def test_missing_file_and_unknown_column_are_refused_clearly(db, tmp_path):
    with pytest.raises(CommandError, match="找不到文件"):
        run(tmp_path / "nichts.txt")
    source = tmp_path / "page.txt"
    source.write_text(PAGE, "utf-8")
    with pytest.raises(CommandError, match="没有代码为“xyz”的栏目"):
        run(source, "--column", "xyz")


def test_file_of_another_encoding_is_named(db, tmp_path):
    source = tmp_path / "gbk.txt"
    source.write_bytes(PAGE.encode("gb18030"))
    assert "不是 UTF-8 文本" in run(source, "--parse-only")[1]

"""Reads saved pages of the old site: `import_pages PATH… [--parse-only --out OUT.jsonl]`."""

import json
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from news.importing.reader import UnreadablePage, read_page_text


class Command(BaseCommand):
    help = "导入旧站网页：文本文件（.txt）或 JSONL（每行 id、text、url）。"
    # Parsing alone needs no database.
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="文件或文件夹")
        parser.add_argument("--parse-only", action="store_true", help="只解析，不写数据库")
        parser.add_argument("--out", metavar="OUT.jsonl", help="解析结果写到哪里，默认屏幕")
        parser.add_argument("--column", metavar="代码", help="网页没有写明栏目时放进哪个栏目")

    def handle(self, *args, **options):
        pages = [page for path in options["paths"] for page in pages_in(Path(path))]
        handle = self._parse if options["parse_only"] else self._import
        failed = handle(pages, options)
        for place, reason in failed:
            self.stderr.write(f"{place}：{reason}")
        self.stderr.write(
            f"共 {len(pages)} 页，成功 {len(pages) - len(failed)}，失败 {len(failed)}。"
        )

    def _parse(self, pages, options) -> list[tuple[str, str]]:
        failed = []
        name = options["out"]
        with open(name, "w", encoding="utf-8") if name else nullcontext(self.stdout) as out:
            for place, page in pages:
                try:
                    document = read_page(page)
                except ValueError as error:
                    failed.append((place, str(error)))
                    continue
                line = json.dumps(document.as_prediction(page["id"]), ensure_ascii=False)
                out.write(line + "\n")
        return failed

    def _import(self, pages, options) -> list[tuple[str, str]]:
        from news.importing.writer import write_article
        from news.models import Column

        column = None
        if options["column"]:
            column = Column.objects.filter(slug=options["column"]).first()
            if column is None:
                raise CommandError(f"没有代码为“{options['column']}”的栏目。")
        failed = []
        for place, page in pages:
            try:
                write_article(read_page(page), column=column)
            except ValidationError as error:
                failed.append((place, "；".join(error.messages)))
            except ValueError as error:
                failed.append((place, str(error)))
        return failed


def pages_in(path: Path) -> Iterator[tuple[str, dict]]:
    """`(place, page)` of a file, or of every .txt and .jsonl file under a folder.

    `place` names file and line for messages; `page` has `id`, `text`, `url`, or `error` where the
    line could not be read. Raises `CommandError` where there is nothing at `path`.
    """
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix in (".txt", ".jsonl"):
                yield from pages_in(file)
    elif not path.is_file():
        raise CommandError(f"找不到文件 {path}。")
    elif path.suffix == ".jsonl":
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), start=1):
            if line.strip():
                yield f"{path} 第 {number} 行", page_from_line(line)
    else:
        yield str(path), page_from_file(path)


def page_from_line(line: str) -> dict:
    try:
        page = json.loads(line)
        return {"id": page["id"], "text": str(page["text"]), "url": page.get("url") or ""}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {"error": "不是一行 JSON，或缺少 id、text。"}


def page_from_file(path: Path) -> dict:
    try:
        return {"id": path.stem, "text": path.read_text("utf-8-sig"), "url": ""}
    except UnicodeDecodeError:
        return {"error": "不是 UTF-8 文本，请另存为 UTF-8 编码。"}


def read_page(page: dict):
    """The `Document` of a page; raises `UnreadablePage` (a `ValueError`) with a Chinese reason."""
    if "error" in page:
        raise UnreadablePage(page["error"])
    return read_page_text(page["text"], page["url"])

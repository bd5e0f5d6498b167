"""Reads articles and writes who took part: `extract_attendees IN.jsonl --out OUT.jsonl`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from news.attendees import extract


class Command(BaseCommand):
    help = "从文章中识别出席人员：每行一篇（id、text），结果每行一篇（id、attendees、groups）。"
    # Pure text work: no database is needed.
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("path", metavar="IN.jsonl", help="每行一个 JSON：id、text")
        parser.add_argument("--out", required=True, metavar="OUT.jsonl", help="结果写到哪里")

    def handle(self, *args, **options):
        path = Path(options["path"])
        if not path.is_file():
            raise CommandError(f"找不到文件 {path}。")
        good = bad = 0
        try:
            with path.open("rb") as lines, open(options["out"], "w", encoding="utf-8") as out:
                for number, line in enumerate(lines, start=1):
                    if not line.strip(b"\xef\xbb\xbf \t\r\n"):
                        continue
                    try:
                        page_id, text = read_line(line)
                    except ValueError as error:
                        self.stderr.write(f"{path} 第 {number} 行：{error}")
                        bad += 1
                        continue
                    record = extract(text).as_prediction(page_id)
                    out.write(json.dumps(record, ensure_ascii=False) + "\n")
                    good += 1
        except OSError as error:
            raise CommandError(f"不能写入 {options['out']}：{error.strerror}。") from error
        self.stderr.write(f"共 {good + bad} 篇，成功 {good}，失败 {bad}。")


def read_line(line: bytes) -> tuple[str | int, str]:
    """(id, text) of one line. Raises ValueError with a Chinese reason."""
    try:
        page = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("不是 UTF-8 文本，请另存为 UTF-8 编码。") from None
    except (ValueError, RecursionError):
        raise ValueError("不是一行 JSON，请检查引号、逗号和括号。") from None
    if not isinstance(page, dict) or "id" not in page or not isinstance(page.get("text"), str):
        raise ValueError("缺少 id 或 text，或者 text 不是文字。")
    return page["id"], page["text"]

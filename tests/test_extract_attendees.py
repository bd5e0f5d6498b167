"""The command `extract_attendees IN.jsonl --out OUT.jsonl`."""

import json

import pytest
from django.core.management import CommandError, call_command

ARTICLE = {"id": "a1", "text": "市总工会主席贺兰亭出席会议并讲话，职工代表参加。"}


def run(tmp_path, capsys, *lines: bytes) -> tuple[list[dict], str]:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b"\n".join(lines))
    call_command("extract_attendees", str(source), out=str(target))
    written = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    return written, capsys.readouterr().err


def line(**fields) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def test_each_line_gives_its_people_and_groups(tmp_path, capsys):
    written, errors = run(tmp_path, capsys, line(**ARTICLE), b"", line(id=7, text=""))
    assert written == [
        {
            "id": "a1",
            "attendees": [{"name": "贺兰亭", "positions": ["市总工会主席"], "part": "出席|讲话"}],
            "groups": ["职工代表"],
        },
        {"id": 7, "attendees": [], "groups": []},
    ]
    assert "共 2 篇，成功 2，失败 0。" in errors


def test_bad_lines_are_named_in_chinese_and_the_rest_goes_on(tmp_path, capsys):
    written, errors = run(
        tmp_path, capsys, b"{", line(id="b"), b"[1]", "甲".encode("gbk"), line(id="c", text=5),
        b"\xef\xbb\xbf" + line(**ARTICLE),
    )  # fmt: skip
    assert [record["id"] for record in written] == ["a1"]
    for number in (1, 2, 3, 4, 5):
        assert f"第 {number} 行：" in errors
    assert "不是一行 JSON" in errors
    assert "缺少 id 或 text" in errors
    assert "不是 UTF-8 文本" in errors
    assert "共 6 篇，成功 1，失败 5。" in errors


def test_a_missing_file_and_a_folder_as_target_are_told_in_chinese(tmp_path):
    with pytest.raises(CommandError, match="找不到文件"):
        call_command("extract_attendees", str(tmp_path / "无.jsonl"), out="x")
    source = tmp_path / "in.jsonl"
    source.write_text("")
    with pytest.raises(CommandError, match="不能写入"):
        call_command("extract_attendees", str(source), out=str(tmp_path))

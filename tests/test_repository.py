"""What the repository itself must not hold."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
REGISTRY = re.compile(
    r"--(extra-)?index-url|--find-links|pypi\.|npmjs|debian\.org|pythonhosted", re.IGNORECASE
)
TEXT = {".py", ".toml", ".lock", ".md", ".sh", ".html", ".css", ".js", ".json", ".yml", ""}


def tracked_files():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def lines_with(pattern):
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked_files()
        if path.suffix in TEXT and path.name != Path(__file__).name and path.is_file()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_lock_files_pin_every_package_with_hashes_and_name_no_host():
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text()
        packages = re.findall(r"^[a-z0-9][^\s=]*==\S+", text, re.MULTILINE)
        assert packages
        assert text.count("==") == len(packages)
        assert len(re.findall(r"==\S+ \\\n    --hash=sha256:", text)) == len(packages)
        assert "://" not in text


def test_no_registry_and_no_path_of_a_machine_is_named():
    assert not lines_with(REGISTRY)
    assert not lines_with(re.compile(r"(?<![\w.])/(work|root|home/\w)/"))


def test_every_dependency_is_justified():
    declared = (ROOT / "pyproject.toml").read_text("utf-8")
    names = re.findall(r'^  "([a-z0-9-]+)', declared, re.MULTILINE)
    reasons = (ROOT / "docs/dependencies.md").read_text("utf-8")
    assert [name for name in names if f"| {name} |" not in reasons] == []


def test_templates_never_mark_text_as_safe():
    unsafe = re.compile(r"\|\s*safe\b|autoescape off")
    templates = (ROOT / "templates").rglob("*.html")
    assert not [path for path in templates if unsafe.search(path.read_text("utf-8"))]


def test_rooms_import_one_way():
    """portal → news, accessibility; these import neither each other nor portal."""
    forbidden = {"news": ("portal", "accessibility"), "accessibility": ("portal", "news")}
    for room, others in forbidden.items():
        pattern = re.compile(rf"^\s*(from|import) ({'|'.join(others)})\b", re.MULTILINE)
        files = (ROOT / room).rglob("*.py")
        assert not [path for path in files if pattern.search(path.read_text("utf-8"))], room

"""The dictionary is loaded when something is extracted, and never to serve a page."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def modules_after(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sorted(sys.modules))"],
        cwd=ROOT, capture_output=True, text=True, check=True,
        env={"DJANGO_SETTINGS_MODULE": "portal.settings", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    return done.stdout.split()


def test_a_worker_that_serves_pages_has_no_dictionary():
    code = "import django; django.setup(); import portal.urls; import news.attendees, news.admin"
    modules = modules_after(code)
    assert "news.attendees.extraction" in modules
    assert "rjieba" not in modules


def test_extraction_loads_it_and_needs_no_django():
    modules = modules_after("from news.attendees import extract; extract('市总工会主席王芳出席。')")
    assert "rjieba" in modules
    assert not [name for name in modules if name.startswith("django")]

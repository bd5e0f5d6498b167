"""Fixtures of the whole suite: the servers, a clean media folder, the browser."""

import os

import pytest
from django.core.cache import cache

from tests import services

# Playwright's sync API runs an event loop in the test's thread; Django would refuse the ORM there,
# though nothing runs at the same time.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory, worker_id):
    """SQLite tests use a file: threads of the live server share it as they do in production."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / f"test-{worker_id}.sqlite3")


@pytest.fixture(scope="session")
def worker_id(request):
    """The xdist worker's name; `master` where tests run in one process."""
    return getattr(request.config, "workerinput", {}).get("workerid", "master")


@pytest.fixture(autouse=True)
def media_folder(settings, tmp_path):
    """Each test uploads into its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def clean_cache():
    cache.clear()


@pytest.fixture(scope="session")
def redis_url():
    """A real Redis: the one of the run, or one of our own where pytest was started by hand."""
    if url := os.environ.get("TEST_REDIS_URL"):
        yield url
    else:
        with services.redis_server() as url:
            yield url


@pytest.fixture(scope="session")
def front_server(django_db_setup, tmp_path_factory):
    """nginx and gunicorn on this worker's test database, once for all tests that ask for `front`."""
    from django.db import connection

    from tests.front import front, url_of

    with front(tmp_path_factory.mktemp("front"), url_of(connection.settings_dict)) as server:
        yield server


@pytest.fixture
def front(front_server, transactional_db, settings):
    """The real nginx before the real application (tests/front.py), without copies of other tests.

    What the test itself does with articles goes through this front, too, as in a shell.
    """
    front_server.start_app()
    front_server.open_site()
    front_server.forget_copies()
    settings.MEDIA_ROOT = front_server.media
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
    settings.FRONTS = [front_server.door]
    return front_server


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, headless, with no connection of its own."""
    from playwright.sync_api import sync_playwright

    flags = (
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=services.required("chromium"), args=list(flags)
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, live_server):
    """Opens a window on the live site: `visit("/ghyw/", width=360, mode="elder")` -> its page.

    At the end it fails the test for any console error, script error or request to another host.
    """
    from tests.browser import Windows

    windows = Windows(chromium, live_server.url)
    yield windows.open
    windows.close()

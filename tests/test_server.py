"""The real application server, started as `make run` starts it."""

import os
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from .services import free_port, stop, wait_for_port

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    folder = tmp_path_factory.mktemp("server")
    environment = os.environ | {
        "PORT": str(free_port()),
        "WEB_CONCURRENCY": "1",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": str(folder / "media"),
    }
    manage = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(manage, cwd=ROOT, env=environment, check=True)
    serve = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "portal.wsgi"]
    process = subprocess.Popen(serve, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    wait_for_port(int(environment["PORT"]), process)
    yield int(environment["PORT"])
    stop(process)


def get(host, port, address, **headers):
    connection = HTTPConnection(host, port, timeout=20)
    connection.request("GET", address, headers=headers)
    response = connection.getresponse()
    return response, response.read()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_answers_on_ipv4_and_on_ipv6(port, host):
    response, body = get(host, port, "/")
    assert response.status == 200
    assert 'data-mode="standard"' in body.decode()


def test_serves_styles_and_scripts_itself(port):
    for address in ("/static/css/tokens.css", "/static/js/display.js", "/static/img/favicon.svg"):
        response, body = get("127.0.0.1", port, address)
        assert response.status == 200, address
        assert body


def test_unknown_page_is_the_site_own_404_in_chinese_in_development_too(port):
    response, body = get("127.0.0.1", port, "/bucunzai/")
    assert response.status == 404
    assert "没有这个页面" in body.decode()


def test_head_has_the_length_of_the_page_and_no_body(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("HEAD", "/map/")
    response = connection.getresponse()
    length = int(response.headers["Content-Length"])
    assert response.read() == b""
    assert length == len(get("127.0.0.1", port, "/map/")[1])


def test_unknown_host_name_is_refused(port):
    response, _ = get("127.0.0.1", port, "/", Host="evil.example")
    assert response.status == 400


def test_is_ready_soon_after_the_start(port):
    deadline = time.monotonic() + 10
    while get("127.0.0.1", port, "/readyz")[0].status != 200:
        assert time.monotonic() < deadline
        time.sleep(0.1)

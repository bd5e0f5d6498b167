"""The real nginx with deploy/nginx.conf, and before it the real application.

`nginx(folder, app_port)` runs the very file with other ports and folders. `front(…)` puts it before
gunicorn, which reads the database of the test: rows made by the factory are seen at once; fixture
`front` in conftest.py. Where the application does not matter: tests/stub.py.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from .services import free_port, is_root, required, stop, wait_for_port

ROOT = Path(__file__).parent.parent
MODE = re.compile(r'<html [^>]*data-mode="(standard|elder)"')


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def mode(self) -> str:
        """The mode the page is shown in."""
        return MODE.search(self.text)[1]

    @property
    def cache(self) -> str | None:
        """What nginx did: MISS, HIT, EXPIRED, STALE, BYPASS; None where it did not look."""
        return self.headers["X-Cache-Status"]


class Visitor:
    """A browser without a screen: keeps its connection open and its cookies."""

    def __init__(self, url: str, host: str | None = None, **cookies):
        self.address = urlsplit(url)
        self.host = host or self.address.netloc
        self.cookies = cookies
        self.line = HTTPConnection(self.address.hostname, self.address.port, timeout=30)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.line.close()

    def get(self, path, **headers) -> Answer:
        return self.send("GET", path, **headers)

    def post(self, path, data=(), **headers) -> Answer:
        """Sends a form of this site's, with the token where there is one."""
        fields = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")} | dict(data)
        origin = f"http://{self.host}"
        headers = {"Origin": origin, "Content-Type": "application/x-www-form-urlencoded"} | headers
        return self.send("POST", path, urlencode(fields, doseq=True), **headers)

    def send(self, method, path, body=None, **headers) -> Answer:
        """Header names may be written with `_` for `-`."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers["Host"] = self.host
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.line.request(method, path, body, headers)
        response = self.line.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        for header in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: item.value for name, item in SimpleCookie(header).items()}
        return answer

    def log_in(self, username, password) -> None:
        self.get("/admin/login/")
        answer = self.post("/admin/login/", {"username": username, "password": password})
        assert answer.status == 302, answer.text


@dataclass
class Nginx:
    """A running nginx; `portal` stands for /srv/portal."""

    port: int
    door_port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def door(self) -> str:
        return f"http://127.0.0.1:{self.door_port}"

    @property
    def portal(self) -> Path:
        return self.folder / "portal"

    @property
    def media(self) -> Path:
        return self.portal / "var/media"

    def visitor(self, **cookies) -> Visitor:
        return Visitor(self.url, **cookies)

    def get(self, path, display=None, **headers) -> Answer:
        """One request of a reader with this display cookie."""
        with self.visitor(**({"display": display} if display else {})) as reader:
            return reader.get(path, **headers)

    def forget_copies(self) -> None:
        for copies in (self.folder / "copies").iterdir():
            shutil.rmtree(copies, ignore_errors=True)

    def close_site(self) -> None:
        """The keeper's maintenance switch."""
        (self.portal / "maintenance.on").touch()

    def open_site(self) -> None:
        (self.portal / "maintenance.on").unlink(missing_ok=True)


@contextmanager
def nginx(folder: Path, app_port: int, changes: dict | None = None) -> Iterator[Nginx]:
    """Starts nginx in `folder`; `changes` replaces further words of the file."""
    found = Nginx(free_port(), free_port(), folder)
    (found.portal / "var/static").mkdir(parents=True)
    found.media.mkdir()
    (found.portal / "deploy").symlink_to(ROOT / "deploy")
    (folder / "portal.conf").write_text(_configuration(found, app_port, changes or {}))
    (folder / "nginx.conf").write_text(_main_configuration(folder))
    command = [required("nginx"), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command)
    try:
        wait_for_port(found.port, process)
        yield found
    finally:
        stop(process)


def _configuration(found: Nginx, app_port: int, changes: dict) -> str:
    """deploy/nginx.conf with the ports and folders of this run, and nothing else changed."""
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    for words, ours in {
        "server 127.0.0.1:8000;": f"server 127.0.0.1:{app_port};",
        "/var/lib/nginx/portal": str(found.folder / "copies"),
        "/srv/portal": str(found.portal),
        "listen 80;": f"listen 127.0.0.1:{found.port};",
        "listen [::]:80;": "",
        "listen 127.0.0.1:8081;": f"listen 127.0.0.1:{found.door_port};",
        **changes,
    }.items():
        assert words in text, words
        text = text.replace(words, ours)
    return text


def _main_configuration(folder: Path) -> str:
    """What Debian's /etc/nginx/nginx.conf is around conf.d, kept inside `folder`."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    return f"""
        {"user root;" if is_root() else ""}
        daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log;
        events {{ worker_connections 256; }}
        http {{
            include /etc/nginx/mime.types; default_type application/octet-stream;
            gzip on; access_log off;
            {temporary}
            include {folder}/portal.conf;
        }}
    """


class Application:
    """gunicorn with its configuration, in one process, to start quickly."""

    def __init__(self, port: int, **environment: str):
        self.port = port
        self.environment = os.environ | {"PORT": str(port), "WEB_CONCURRENCY": "1"} | environment
        self.process = None

    def start(self) -> None:
        if self.process is None:
            command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
            self.process = subprocess.Popen(
                [*command, "portal.wsgi"],
                cwd=ROOT,
                env=self.environment,
                stderr=subprocess.DEVNULL,
            )
            wait_for_port(self.port, self.process)

    def stop(self) -> None:
        if self.process is not None:
            stop(self.process)
            self.process = None


class Front:
    """nginx before the application; attributes of `Nginx` may be asked of it directly."""

    def __init__(self, nginx: Nginx, application: Application):
        self.nginx = nginx
        self.application = application

    def __getattr__(self, name):
        return getattr(self.nginx, name)

    def stop_app(self) -> None:
        self.application.stop()

    def start_app(self) -> None:
        self.application.start()


@contextmanager
def front(folder: Path, database_url: str) -> Iterator[Front]:
    app_port = free_port()
    with nginx(folder, app_port) as server:
        application = Application(
            app_port,
            DEBUG="1",
            DATABASE_URL=database_url,
            MEDIA_ROOT=str(server.media),
            ALLOWED_HOSTS="127.0.0.1,localhost",
            FRONTS=server.door,
        )
        try:
            application.start()
            yield Front(server, application)
        finally:
            application.stop()


def happens(condition, within: float = 6.0) -> bool:
    """Whether `condition()` becomes true within so many seconds.

    What nginx stores lives 1 to 2 s (test_response_headers.py); the rest is for a busy machine.
    """
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def url_of(database: dict) -> str:
    """`DATABASE_URL` for an entry of `DATABASES`, as another process needs it."""
    if database["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{database['NAME']}"
    user = database["USER"] + (f":{database['PASSWORD']}" if database["PASSWORD"] else "")
    return f"postgres://{user}@{database['HOST']}:{database['PORT']}/{database['NAME']}"

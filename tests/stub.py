"""An application, or a front, that answers what a test tells it to and remembers what it was asked."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Stub:
    """An application without a site: answers `path` as told, and remembers what it was asked."""

    status: int = 200
    body: bytes = "<!doctype html><title>工会要闻</title>".encode() * 20
    headers: dict = field(default_factory=lambda: {"X-Accel-Expires": "1"})
    seconds: float = 0  # how long an answer takes
    asked: list = field(default_factory=list)  # (method, path, headers)

    def answers(self, status=200, body="", seconds=0.0, **headers) -> None:
        """From now on, to every request that begins; header names with `_` for `-`."""
        self.status, self.seconds = status, seconds
        self.body = f"<!doctype html><title>{body}</title>".encode() * 20
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


@contextmanager
def serving(stub: Stub, port: int) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def reply(self):
            stub.asked.append((self.command, self.path, self.headers))
            status, headers, body, seconds = stub.status, stub.headers, stub.body, stub.seconds
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            time.sleep(seconds)
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            with suppress(ConnectionError):  # who asked may have lost patience
                self.end_headers()
                self.wfile.write(b"" if self.command == "HEAD" else body)

        do_GET = do_HEAD = do_POST = reply

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""gunicorn settings: one file for `make run` and for production.

Reads `PORT` (default 8000) and `WEB_CONCURRENCY` (worker processes, default 2).
"""

import os
import socket


def listen_address(port: str) -> str:
    """`[::]:port` answers IPv6 and IPv4 on Linux; machines without IPv6 get `0.0.0.0:port`."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return f"0.0.0.0:{port}"
    return f"[::]:{port}"


bind = listen_address(os.environ.get("PORT", "8000"))
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
limit_request_line = 8190  # bytes, as nginx takes: a signed link to a long Chinese address fits
timeout = 30  # seconds; a page takes milliseconds, an upload of 20 MB on a slow line takes longer
control_socket_disable = True  # gunicorn 27 would write it into the home directory

"""Real servers for the tests: PostgreSQL and Redis on free loopback ports, gone afterwards.

    python -m tests.services [--engine sqlite|postgresql] COMMAND…

runs the command with both up and `TEST_REDIS_URL` (and, for postgresql, `DATABASE_URL`) set. Only
processes started here are stopped, by their pid.
"""

import argparse
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

START_SECONDS = 30


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def redis_server() -> Iterator[str]:
    """The URL of a Redis that keeps nothing on disk."""
    port = free_port()
    binary = required("redis-server")
    with tempfile.TemporaryDirectory(prefix="portal-redis-") as folder:
        command = [binary, "--port", str(port), "--bind", "127.0.0.1", "--dir", folder]
        process = subprocess.Popen(
            [*command, "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL
        )
        try:
            wait_for_port(port, process)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            stop(process)


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The URL of a fresh PostgreSQL cluster, without fsync: its data is thrown away."""
    port = free_port()
    folder = Path(tempfile.mkdtemp(prefix="portal-postgresql-"))
    data = folder / "data"
    own_by_server_user(folder)
    try:
        encoding = ["--encoding=UTF8", "--locale=C.UTF-8"]
        access = ["--username=portal", "--auth=trust"]
        run_as_server_user(
            [postgresql_binary("initdb"), "-D", data, *access, *encoding, "--no-sync"]
        )
        options = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": folder,
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
        }
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        process = subprocess.Popen(
            as_server_user([postgresql_binary("postgres"), "-D", data, *settings]),
            stdout=subprocess.DEVNULL,
            stderr=(folder / "log").open("w"),
        )
        try:
            wait_for_port(port, process)
            wait_until_accepting(port)
            yield f"postgres://portal@127.0.0.1:{port}/postgres"
        finally:
            stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def postgresql_binary(name: str) -> str:
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else required(name)


def required(command: str) -> str:
    path = shutil.which(command, path=f"{os.environ['PATH']}:/usr/sbin")  # nginx, for all users
    if path is None:
        sys.exit(f"缺少 {command}：请运行 make test，它会安装测试所需的软件。")
    return path


def is_root() -> bool:
    return os.geteuid() == 0


def own_by_server_user(folder: Path) -> None:
    """PostgreSQL refuses to run as root; the package's own user owns the data then."""
    if is_root():
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)


def as_server_user(command: list) -> list[str]:
    prefix = ["runuser", "-u", "postgres", "--"] if is_root() else []
    return [*prefix, *map(str, command)]


def run_as_server_user(command: list) -> None:
    result = subprocess.run(as_server_user(command), capture_output=True, text=True, cwd="/")
    if result.returncode:
        sys.exit(f"PostgreSQL 没有准备好：\n{result.stdout}{result.stderr}")


def wait_until_accepting(port: int) -> None:
    """The port opens a moment before the server takes queries."""
    command = [postgresql_binary("pg_isready"), "-h", "127.0.0.1", "-p", str(port), "-q"]
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run(command).returncode:
        if time.monotonic() > deadline:
            sys.exit("PostgreSQL 没有在限时内启动。")
        time.sleep(0.1)


def wait_for_port(port: int, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            sys.exit(f"{process.args[0]} 没有启动，退出码 {process.returncode}。")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"{process.args[0]} 没有在 {START_SECONDS} 秒内启动。")


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    with ExitStack() as servers:
        environment = os.environ | {"TEST_REDIS_URL": servers.enter_context(redis_server())}
        environment.pop("DATABASE_URL", None)
        if options.engine == "postgresql":
            environment["DATABASE_URL"] = servers.enter_context(postgresql_server())
        return subprocess.run(options.command, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())

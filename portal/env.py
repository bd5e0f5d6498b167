"""Typed readers of environment variables that refuse nonsense.

Every reader takes the variable's name and a default, and raises `ImproperlyConfigured` with a
Chinese message that names the variable, the value found and what would be right. An empty variable
counts as unset, because shells and unit files cannot easily unset one.
"""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}
DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")
REDIS = re.compile(r"rediss?://(?:[^/@]*@)?[^/@:]+(?::\d{1,5})?(?:/\d+)?|unix://.+")
DOOR = re.compile(r"http://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:\d{1,5})?")
HOST = re.compile(r"\.?[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]")


def text(name: str, default: str = "") -> str:
    """The variable without outer white space."""
    return os.environ.get(name, "").strip() or default


def refuse(name: str, value: str, wanted: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"环境变量 {name} 的值“{value}”无法识别：应为{wanted}。")


def flag(name: str, *, default: bool) -> bool:
    """A yes-or-no variable; `bool("0")` would be true, so words are compared."""
    value = text(name).lower()
    if not value:
        return default
    if value in TRUE_WORDS:
        return True
    if value in FALSE_WORDS:
        return False
    raise refuse(name, value, " 1 或 0（也可写 true、false、yes、no、on、off）")


def words(name: str, default: list[str]) -> list[str]:
    """A comma-separated list."""
    value = text(name)
    return [word.strip() for word in value.split(",") if word.strip()] if value else default


def hosts(name: str, default: list[str]) -> list[str]:
    """Host names as browsers send them; `*` would answer to any name a stranger invents."""
    found = words(name, default)
    for host in found:
        if not HOST.fullmatch(host):
            raise refuse(name, host, "域名，不带 http:// 和路径，也不能是 *")
    return found


def origins(name: str, default: list[str]) -> list[str]:
    """Addresses of the form `https://host`."""
    found = words(name, default)
    for origin in found:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path:
            raise refuse(name, origin, " https://域名 的形式")
    return found


def doors(name: str, default: list[str]) -> list[str]:
    """Addresses of the form `http://host:port`, inside the machine room and so without TLS."""
    found = words(name, default)
    for door in found:
        if not DOOR.fullmatch(door):
            raise refuse(name, door, " http://主机:端口 的形式，如 http://127.0.0.1:8081")
    return found


def folder(name: str, default: Path) -> Path:
    """An absolute path; a relative one would depend on where the server was started."""
    value = text(name)
    if not value:
        return default
    if not os.path.isabs(value) or os.path.isfile(value):
        raise refuse(name, value, "以 / 开头的文件夹路径")
    return Path(value)


def scheme_of(value: str) -> str:
    return value.partition("://")[0]


def database(name: str, default: str) -> dict:
    """`DATABASES["default"]` from `sqlite:///path` or `postgres://user:password@host:port/name`."""
    value = text(name, default)
    # The value may hold a password: it is not repeated in any message.
    if scheme_of(value) not in DATABASE_SCHEMES:
        raise ImproperlyConfigured(
            f"环境变量 {name} 无法识别：应为 postgres://用户:密码@主机:端口/库名 或 sqlite:////绝对路径。"
        )
    try:
        settings = dj_database_url.parse(value, conn_max_age=60, conn_health_checks=True)
    except ValueError:
        raise ImproperlyConfigured(f"环境变量 {name} 的端口或写法有误，请检查。") from None
    if value.startswith("sqlite") and not os.path.isabs(settings.get("NAME") or ""):
        raise ImproperlyConfigured(
            f"环境变量 {name} 应写绝对路径：sqlite:////srv/portal/db.sqlite3。"
        )
    if not settings.get("NAME"):
        raise ImproperlyConfigured(f"环境变量 {name} 缺少库名：地址最后一段应为数据库的名字。")
    return settings


def cache(name: str, default: str) -> dict:
    """`CACHES["default"]` from `locmem://` or `redis://host:port/number`."""
    value = text(name, default)
    if value != "locmem://" and not REDIS.fullmatch(value):
        raise ImproperlyConfigured(
            f"环境变量 {name} 无法识别：应为 redis://主机:端口/编号 或 locmem://。"
        )
    if value == "locmem://":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}

"""Settings read from the environment: refuse nonsense, say in Chinese what would be right."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONG = "x" * 60
PRODUCTION = {"DEBUG": "0", "SECRET_KEY": LONG, "ALLOWED_HOSTS": "czgh.example.cn"}
NAMES = (
    "DEBUG",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "CACHE_URL",
    "MEDIA_ROOT",
    "HTTPS",
    "CSRF_TRUSTED_ORIGINS",
    "FRONTS",
)


def start(code="", **environment):
    """What starting with these variables prints, and whether it worked."""
    clean = {name: value for name, value in os.environ.items() if name not in NAMES}
    command = [sys.executable, "-c", f"import portal.settings as s; {code}"]
    result = subprocess.run(
        command, cwd=ROOT, env=clean | environment, capture_output=True, text=True
    )
    return result.returncode == 0, result.stdout + result.stderr


def test_nothing_set_means_development_on_loopback_with_sqlite():
    worked, text = start("print(s.DEBUG, s.ALLOWED_HOSTS, s.DATABASES['default']['ENGINE'])")
    assert worked
    assert "True ['localhost', '127.0.0.1', '[::1]'] django.db.backends.sqlite3" in text


def test_production_starts_with_secret_and_hosts():
    worked, text = start("print(s.DEBUG, s.SESSION_COOKIE_SECURE)", **PRODUCTION)
    assert worked, text
    assert "False True" in text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"SECRET_KEY": ""}, "必须设置环境变量 SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY 太短"),
        ({"ALLOWED_HOSTS": ""}, "必须设置环境变量 ALLOWED_HOSTS"),
        ({"DEBUG": "maybe"}, "环境变量 DEBUG 的值“maybe”无法识别"),
        ({"DEBUG": "1"}, "调试模式只能用于本机"),
        ({"HTTPS": "2"}, "环境变量 HTTPS 的值“2”无法识别"),
        ({"DATABASE_URL": "mysql://a/b"}, "环境变量 DATABASE_URL 无法识别"),
        ({"DATABASE_URL": "nonsense"}, "环境变量 DATABASE_URL 无法识别"),
        ({"DATABASE_URL": "postgres://a:b@host:port/x"}, "环境变量 DATABASE_URL 的端口"),
        ({"DATABASE_URL": "postgres://a:b@host"}, "DATABASE_URL 缺少库名"),
        ({"CACHE_URL": "memcached://x"}, "环境变量 CACHE_URL 无法识别"),
        ({"CACHE_URL": "redis://"}, "环境变量 CACHE_URL 无法识别"),
        ({"CACHE_URL": "redis://h:abc/0"}, "环境变量 CACHE_URL 无法识别"),
        ({"CACHE_URL": "redis://h:6379/zero"}, "环境变量 CACHE_URL 无法识别"),
        ({"DATABASE_URL": "sqlite:///rel.db"}, "DATABASE_URL 应写绝对路径"),
        ({"DATABASE_URL": "postgres://u:p[@h/n"}, "环境变量 DATABASE_URL 的端口或写法有误"),
        ({"ALLOWED_HOSTS": "*"}, "环境变量 ALLOWED_HOSTS 的值“*”无法识别"),
        ({"ALLOWED_HOSTS": "http://www.example.cn/"}, "环境变量 ALLOWED_HOSTS 的值"),
        ({"CSRF_TRUSTED_ORIGINS": "www.example.cn"}, "环境变量 CSRF_TRUSTED_ORIGINS 的值"),
        ({"FRONTS": "127.0.0.1:8081"}, "环境变量 FRONTS 的值“127.0.0.1:8081”无法识别"),
        ({"FRONTS": "https://10.0.0.5:8081"}, "应为 http://主机:端口 的形式"),
        ({"FRONTS": "http://10.0.0.5:8081/"}, "环境变量 FRONTS 的值"),
        ({"FRONTS": "http://10.0.0.5:8081,x"}, "环境变量 FRONTS 的值“x”无法识别"),
        ({"MEDIA_ROOT": __file__}, "环境变量 MEDIA_ROOT 的值"),
        ({"MEDIA_ROOT": "media"}, "环境变量 MEDIA_ROOT 的值“media”无法识别"),
    ],
)
def test_nonsense_is_refused_with_a_clear_message(change, message):
    worked, text = start(**(PRODUCTION | change))
    assert not worked
    assert message in text


def test_errors_reach_the_log_in_production():
    ask = (
        "import django, logging; django.setup(); logging.getLogger('django.request').error('糟糕')"
    )
    worked, text = start(ask, **PRODUCTION, DJANGO_SETTINGS_MODULE="portal.settings")
    assert worked, text
    assert "ERROR django.request: 糟糕" in text


def test_refusal_of_a_database_address_does_not_print_its_password():
    _, text = start(**(PRODUCTION | {"DATABASE_URL": "mysql://root:geheim77@db/x"}))
    assert "geheim77" not in text


def test_the_word_zero_turns_debug_off():
    _, text = start("print('DEBUG is', s.DEBUG)", **PRODUCTION)
    assert "DEBUG is False" in text


def test_postgresql_and_redis_are_taken_from_their_addresses():
    worked, text = start(
        "d = s.DATABASES['default']; print(d['ENGINE'], d['NAME'], s.CACHES['default']['LOCATION'])",
        **PRODUCTION,
        DATABASE_URL="postgres://portal:x@db.internal:5433/portal",
        CACHE_URL="redis://cache.internal:6379/1",
    )
    assert worked, text
    assert "django.db.backends.postgresql portal redis://cache.internal:6379/1" in text


def test_doors_of_several_fronts_are_separated_by_commas():
    _, text = start("print(s.FRONTS)", **PRODUCTION)
    assert text == "[]\n"
    doors = "http://127.0.0.1:8081, http://front-2.internal:8081,http://[fd00::2]:8081"
    _, text = start("print(s.FRONTS)", **PRODUCTION, FRONTS=doors)
    assert text == f"{doors.replace(', ', ',').split(',')}\n"


def test_sqlite_waits_for_a_writer_and_keeps_readers_going(tmp_path):
    ask = (
        "import django; django.setup(); from django.db import connection; c = connection.cursor();"
        "print([c.execute(f'PRAGMA {name}').fetchone()[0]"
        " for name in ('journal_mode', 'busy_timeout', 'foreign_keys')])"
    )
    worked, text = start(
        ask,
        DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite3",
        DJANGO_SETTINGS_MODULE="portal.settings",
    )
    assert worked, text
    assert "['wal', 20000, 1]" in text

"""/healthz and /readyz, with a real Redis where a cache is asked."""

import pytest
from django.core.cache import caches

pytestmark = pytest.mark.django_db


@pytest.fixture
def redis_cache(settings, redis_url):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}
    }
    yield
    caches["default"].close()


def use_redis(settings, url):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    }


def test_healthz_says_the_process_is_alive(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_readyz_is_ready_with_database_real_redis_and_storage(client, redis_cache):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"ready": True, "database": "ok", "cache": "ok", "storage": "ok"}


def test_readyz_names_the_cache_when_redis_is_away(client, settings):
    use_redis(settings, "redis://127.0.0.1:1/0")
    response = client.get("/readyz")
    assert response.status_code == 503
    answer = response.json()
    assert answer["database"] == "ok"
    assert answer["cache"] == "ConnectionError"
    assert "127.0.0.1" not in response.content.decode()  # hosts and users are for the log


def test_readyz_names_the_storage_when_it_cannot_be_written(client, settings, tmp_path):
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    settings.MEDIA_ROOT = blocked / "media"
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "NotADirectoryError" in response.json()["storage"]


def test_readyz_names_the_database_when_it_fails(client, monkeypatch):
    class Broken:
        def cursor(self):
            raise OSError("连接中断")

    monkeypatch.setattr("portal.health.connection", Broken())
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "OSError"


def test_health_is_asked_without_touching_rows(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")

"""Two questions a load balancer asks: is the process alive, and can it serve."""

import logging
import uuid

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request):
    """200 as long as the process answers; asks nothing else."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request):
    """200, or 503 with the reason for each part that fails: database, cache, storage."""
    results = {name: _outcome(check) for name, check in CHECKS.items()}
    ready = all(result == "ok" for result in results.values())
    return JsonResponse({"ready": ready, **results}, status=200 if ready else 503)


def _outcome(check) -> str:
    """`ok`, or the kind of failure; host names and users stay in the log."""
    try:
        check()
    except Exception as error:  # whatever a part raises is the reason it is not ready
        log.exception("not ready: %s", check.__name__)
        return type(error).__name__
    return "ok"


def _database_answers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _cache_keeps():
    cache.set("readyz", "ok", timeout=10)
    if cache.get("readyz") is None:
        raise RuntimeError("the cache did not keep what was written")


def _storage_writes():
    name = default_storage.save(f"readyz/{uuid.uuid4().hex}", ContentFile(b"ok"))
    default_storage.delete(name)


CHECKS = {"database": _database_answers, "cache": _cache_keeps, "storage": _storage_writes}

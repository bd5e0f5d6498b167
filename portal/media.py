"""Serves uploaded pictures where no nginx stands in front.

Only `pictures/` is public: attachments go through their article (news/article_files.py), so that a
draft's files stay closed. Uploaded bytes never run in the site's origin.
"""

import mimetypes

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

PICTURE_TYPES = {"image/jpeg", "image/png", "image/webp"}
YEAR = 365 * 24 * 3600  # seconds; a picture's name is random and its bytes never change


@require_safe
def picture(request, path):
    name = f"pictures/{path}"
    kind, _ = mimetypes.guess_type(name)
    if ".." in path or kind not in PICTURE_TYPES or not default_storage.exists(name):
        raise Http404
    response = FileResponse(default_storage.open(name), content_type=kind)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

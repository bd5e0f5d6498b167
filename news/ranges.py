"""Answers a part of a stored file (RFC 9110, section 14): how browsers start and seek in a video."""

import re

from django.http import HttpResponse, StreamingHttpResponse

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
STEP = 64 * 1024  # bytes read at a time


class Part:
    """`length` bytes of an open file from `start`, read a step at a time; closes the file."""

    def __init__(self, file, start: int, length: int):
        self.file, self.left = file, length
        file.seek(start)

    def __iter__(self):
        return self

    def __next__(self) -> bytes:
        step = self.file.read(min(STEP, self.left))
        if not step:
            raise StopIteration
        self.left -= len(step)
        return step

    def close(self):
        self.file.close()


def file_response(request, file, *, etag: str, content_type: str):
    """200, 206 or 416 for a stored file (Django `File`) whose bytes never change under its `etag`.

    One range is answered; several, a misspelt one and one for another version count as none, which
    the standard allows.
    """
    wanted = _wanted(request, file.size, etag)
    if wanted is None:
        response = _streamed(request, file, 0, file.size)
    elif wanted[0] >= wanted[1]:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
        file.close()
    else:
        start, stop = wanted
        response = _streamed(request, file, start, stop, status=206)
        response["Content-Range"] = f"bytes {start}-{stop - 1}/{file.size}"
    response["Content-Type"] = content_type
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    return response


def _streamed(request, file, start: int, stop: int, status: int = 200):
    if request.method == "HEAD":
        file.close()
        response = HttpResponse(status=status)
    else:
        response = StreamingHttpResponse(Part(file, start, stop - start), status=status)
    response["Content-Length"] = stop - start
    return response


def _wanted(request, size: int, etag: str) -> tuple[int, int] | None:
    """First byte and the one after the last; None for the whole file; empty where none fits."""
    found = RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    other_version = request.headers.get("If-Range", etag) != etag
    if request.method != "GET" or not found or other_version or found[0] == "bytes=-":
        return None
    first, last = found.groups()
    if not first:  # the last so many bytes
        return (max(0, size - int(last)), size) if int(last) else (size, size)
    if last and int(last) < int(first):
        return None
    return int(first), min(size, int(last) + 1) if last else size

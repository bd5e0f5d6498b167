"""Uploaded pictures: decoded, checked and re-encoded; the bytes that were sent are never stored.

What re-encoding removes: EXIF with its GPS position, anything appended behind the picture, and any
second meaning of the file (a GIF that is also a web page). The name and the extension of what is
stored are made here, from the decoded format.
"""

import io
import secrets
import threading
import warnings
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageOps, UnidentifiedImageError

from .models import Picture
from .renditions import rendition_sizes
from .storage import save_whole

EXTENSIONS = ("jpg", "jpeg", "png", "gif", "webp")
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
LARGEST_FILE = 20 * 1024 * 1024  # bytes; a photo from a good camera is about 12 MB
LARGEST_AREA = 40_000_000  # pixels; decoded at 4 bytes each this is 160 MB of memory
LARGEST_SIDE = 2560  # px of our own copy
JPEG_QUALITY = 85
WEBP_QUALITY = 80

# A decoded picture of the largest area takes hundreds of MB with its copies: one at a time.
_decoding = threading.BoundedSemaphore(1)


class PictureRefused(ValueError):
    """The upload is no picture we keep; the Chinese message says why and what to do."""


def store_picture(upload, *, alt: str = "", by=None) -> Picture:
    """Checks and stores an uploaded file (Django `File` with `name` and `size` in bytes).

    Returns the saved `Picture` with its renditions. Raises `PictureRefused`; then nothing is kept.
    """
    _check_name_and_size(upload)
    with _decoding:
        image = _decode(upload)
        return _store(image, original_name=upload.name, alt=alt, by=by)


def check_picture(upload) -> None:
    """Raises `PictureRefused` unless `store_picture` would take the file; stores nothing."""
    _check_name_and_size(upload)
    with _decoding:
        _decode(upload)
    upload.seek(0)


def _check_name_and_size(upload) -> None:
    extension = PurePosixPath(upload.name).suffix.lstrip(".").lower()
    if extension not in EXTENSIONS:
        raise PictureRefused(
            f"“{upload.name}”不是可用的图片：只收 JPG、PNG、GIF、WEBP 图片文件，请另存后再上传。"
        )
    if upload.size > LARGEST_FILE:
        raise PictureRefused(
            f"图片有 {upload.size / 1024 / 1024:.0f} MB，超过 {LARGEST_FILE // 1024 // 1024} MB 的"
            "上限，请压缩后再上传。"
        )


def _decode(upload) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(upload, formats=FORMATS)
            _check_dimensions(image)
            image.load()
            return ImageOps.exif_transpose(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except UnidentifiedImageError:
        raise PictureRefused(
            "文件内容不是图片，可能已损坏或改过扩展名，请用看图软件打开另存后再上传。"
        ) from None
    except PictureRefused:
        raise
    except Exception:  # damaged files raise struct.error, TypeError and more from inside Pillow
        raise PictureRefused("图片已损坏，读不完整，请重新导出后再上传。") from None


def _check_dimensions(image: Image.Image) -> None:
    if image.width * image.height > LARGEST_AREA:
        raise _too_many_pixels()
    # MPO is how many phones store one photo with a preview; its first frame is the photo.
    # is_animated looks for a second frame only; n_frames would read all of a hostile million.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise PictureRefused("这是会动的图片，会妨碍阅读，请另存为静态图片后再上传。")


def _too_many_pixels() -> PictureRefused:
    return PictureRefused(f"图片尺寸过大，超过 {LARGEST_AREA // 10000} 万像素，请缩小后再上传。")


def _store(image: Image.Image, *, original_name: str, alt: str, by) -> Picture:
    image = _plain_colours(image)
    transparent = image.mode == "RGBA"
    copy = _fitted(image, LARGEST_SIDE)
    # The size in the name lets a page offer the renditions without a query (news/renditions.py).
    size = f"{copy.width}x{copy.height}"
    folder = f"pictures/{timezone.localtime():%Y/%m}/{secrets.token_hex(8)}-{size}"
    saved = []
    try:
        name = f"{folder}/picture.{'png' if transparent else 'jpg'}"
        saved.append(_save(copy, name, "PNG" if transparent else "JPEG"))
        renditions = []
        for width, height in rendition_sizes(copy.width, copy.height):
            file = _save(copy.resize((width, height)), f"{folder}/{width}.webp", "WEBP")
            saved.append(file)
            renditions.append({"width": width, "height": height, "file": file})
        with transaction.atomic():
            return Picture.objects.create(
                file=saved[0],
                width=copy.width,
                height=copy.height,
                renditions=renditions,
                alt=alt,
                original_name=original_name[-255:],
                uploaded_by=by,
            )
    except Exception:
        for file in saved:
            default_storage.delete(file)
        raise


def _plain_colours(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where something shows through; CMYK, palettes and 16 bits go."""
    if image.mode.startswith("I"):  # grey of 16 bits: Pillow cuts at 255 where it should scale
        image = image.point(lambda value: value * (1 / 256)).convert("L")
        image.info.pop("transparency", None)
    transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    return image.convert("RGBA" if transparent else "RGB")


def _fitted(image: Image.Image, side: int) -> Image.Image:
    copy = image.copy()
    copy.thumbnail((side, side))
    return copy


def _save(image: Image.Image, name: str, kind: str) -> str:
    options = {
        "JPEG": {"quality": JPEG_QUALITY, "optimize": True, "progressive": True},
        "PNG": {"optimize": True},
        "WEBP": {"quality": WEBP_QUALITY},
    }[kind]
    data = io.BytesIO()
    # Without exif= and icc_profile= nothing of the sent file's metadata is written.
    clean = Image.frombytes(image.mode, image.size, image.tobytes())
    clean.save(data, kind, **options)
    return save_whole(name, ContentFile(data.getvalue()))

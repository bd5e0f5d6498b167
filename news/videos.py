"""Uploaded videos and their captions: what is refused, and why, in Chinese.

Served is what every browser plays without help: H.264 in mp4. Whether a film is good is not asked.
"""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from .captions import to_webvtt
from .models import Video
from .mp4 import NotAnMp4, read_film
from .uploads import KeptUpload, extension_of

LARGEST_FILE = 500 * 1024 * 1024  # bytes
LARGEST_CAPTIONS = 5 * 1024 * 1024  # bytes
PLAYED_EVERYWHERE = {"avc1", "avc3"}


def check_video(upload):
    """Raises `ValidationError` unless the file (Django `File`, `size` in bytes) may be shown.

    Returns it, rewound.
    """
    if extension_of(upload.name) != "mp4":
        raise ValidationError(
            f"“{upload.name}”不是 mp4 视频：只收 mp4，请用剪辑软件导出为 mp4（H.264）后再上传。"
        )
    if upload.size > LARGEST_FILE:
        raise ValidationError(
            f"视频有 {upload.size / 1024 / 1024:.0f} MB，超过 {LARGEST_FILE // 1024 // 1024} MB 的"
            "上限，请压缩或剪短后再上传。"
        )
    try:
        film = read_film(upload)
    except NotAnMp4:
        raise ValidationError(
            f"“{upload.name}”的内容不是完整的 mp4 视频，可能已损坏或改过扩展名，请重新导出后再上传。"
        ) from None
    if film.codec not in PLAYED_EVERYWHERE:
        raise ValidationError(
            f"“{upload.name}”的画面编码是 {film.codec}，很多浏览器放不出来，"
            "请用剪辑软件导出为 H.264 编码的 mp4 后再上传。"
        )
    upload.seek(0)
    return upload


def prepare_captions(upload) -> ContentFile:
    """The WebVTT file to store for an uploaded .vtt or .srt. Raises `ValidationError`."""
    if extension_of(upload.name) not in ("vtt", "srt"):
        raise ValidationError(
            f"“{upload.name}”不是字幕文件：只收 .vtt 或 .srt，请从剪辑软件导出字幕后再上传。"
        )
    if upload.size > LARGEST_CAPTIONS:
        raise ValidationError("字幕文件超过 5 MB，不像是字幕，请检查选的文件。")
    upload.seek(0)
    return ContentFile(to_webvtt(upload.read()).encode(), name="captions.vtt")


def move_into_place(video: Video, film: KeptUpload | None, captions: KeptUpload | None) -> None:
    """Moves checked files to where they are served from, and notes on the row what a page needs."""
    if film:
        with film.open() as file:
            facts = read_film(file)
        video.width, video.height, video.seconds = facts.width, facts.height, facts.seconds
        video.file, video.size = film.move_to("videos"), film.size
    if captions:
        video.captions = captions.move_to("captions")

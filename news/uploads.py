"""Uploads that survive a refused form.

A browser cannot fill a file input again. So a checked upload is stored at once, under `kept/`, and a
signed token travels with the form in its place. When the form is accepted the file moves to where it
belongs; what nobody came back for is deleted two days later.
"""

import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import PurePosixPath

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.utils import timezone

from .storage import save_whole

FOLDER = "kept"
TOKEN_LIFE = timedelta(days=1)
FILE_LIFE = timedelta(days=2)  # longer than any token that names the file


def extension_of(name: str) -> str:
    return PurePosixPath(name).suffix.lstrip(".").lower()


@dataclass(frozen=True)
class KeptUpload:
    """A checked file waiting in `kept/`; `name` is the one it came with, `size` in bytes."""

    file: str
    name: str
    size: int
    kind: str  # what it was checked as: no token serves for another kind

    @classmethod
    def keep(cls, content, *, name: str, kind: str) -> "KeptUpload":
        """Stores a checked file (Django `File`); a large one is moved, never held in memory."""
        delete_forgotten()
        size = content.size
        stored = f"{FOLDER}/{secrets.token_hex(16)}.{extension_of(content.name)}"
        return cls(save_whole(stored, content), name, size, kind)

    @classmethod
    def from_token(cls, token: str, *, kind: str) -> "KeptUpload":
        """Raises `ValidationError` where the token is forged, too old or already used."""
        try:
            values = signing.loads(token, salt=_salt(kind), max_age=TOKEN_LIFE)
        except signing.SignatureExpired:
            raise ValidationError("先前上传的文件放得太久，已经作废，请重新选择文件。") from None
        except signing.BadSignature:
            raise ValidationError("先前上传的文件无法核对，请重新选择文件。") from None
        kept = cls(**values)
        if not default_storage.exists(kept.file):
            raise ValidationError(f"先前上传的“{kept.name}”已经不在了，请重新选择文件。")
        return kept

    @property
    def token(self) -> str:
        return signing.dumps(asdict(self), salt=_salt(self.kind))

    def open(self) -> File:
        return default_storage.open(self.file)

    def delete(self) -> None:
        default_storage.delete(self.file)

    def move_to(self, folder: str) -> str:
        """Moves the file into `folder`/year/month under a name of ours, and returns that name."""
        place = f"{folder}/{timezone.localtime():%Y/%m}/{secrets.token_hex(8)}"
        with _Movable(self.open()) as file:
            stored = save_whole(f"{place}.{extension_of(self.file)}", file)
        default_storage.delete(self.file)
        return stored


class _Movable(File):
    """A stored file that the storage may rename into its new place instead of copying 500 MB."""

    def temporary_file_path(self) -> str:
        return self.file.name


def delete_forgotten(now=None) -> None:
    """Deletes kept files older than `FILE_LIFE`: their forms were never finished."""
    oldest = (now or timezone.now()) - FILE_LIFE
    if not default_storage.exists(FOLDER):
        return
    for name in default_storage.listdir(FOLDER)[1]:
        with suppress(FileNotFoundError):  # another process deletes or moves as well
            if default_storage.get_modified_time(f"{FOLDER}/{name}") < oldest:
                default_storage.delete(f"{FOLDER}/{name}")


def _salt(kind: str) -> str:
    return f"news.uploads.{kind}"

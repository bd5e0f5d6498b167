"""Uploaded attachments: an allow-list by extension and by the file's first bytes.

A refusal is a Chinese sentence that says what to do. Refused on purpose: web pages, scripts and SVG
(they would run in the reader's browser), Office files with macros, archives that hold any of these.
"""

import zipfile
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError

from .uploads import extension_of

LARGEST_FILE = 50 * 1024 * 1024  # bytes
MOST_ENTRIES = 2000  # files in an archive
LARGEST_CONTENTS = 2 * 1024 * 1024  # bytes of an archive's table of contents

PDF = (b"%PDF-",)
OLD_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
RAR = (b"Rar!\x1a\x07",)
PICTURES = {"jpg": (b"\xff\xd8\xff",), "jpeg": (b"\xff\xd8\xff",), "png": (b"\x89PNG\r\n\x1a\n",)}
TEXT = ()

SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "pdf": PDF,
    **dict.fromkeys(("doc", "xls", "ppt", "wps", "et", "dps"), OLD_OFFICE),
    **dict.fromkeys(("docx", "xlsx", "pptx", "ofd", "zip"), ZIP),
    "rar": RAR,
    **PICTURES,
    "txt": TEXT,
    "csv": TEXT,
}
NEW_OFFICE = {"docx", "xlsx", "pptx"}
RUNNABLE = {
    "html", "htm", "xhtml", "shtml", "xml", "svg", "js", "exe", "bat", "cmd", "vbs", "scr", "swf",
    "php", "jsp", "docm", "xlsm", "pptm", "hta", "msi", "lnk",
}  # fmt: skip


def check_attachment(upload):
    """Raises `ValidationError` unless the file (Django `File`, `size` in bytes) may be offered.

    Returns it, rewound.
    """
    extension = extension_of(upload.name)
    if extension not in SIGNATURES:
        kinds = "、".join(SIGNATURES)
        raise ValidationError(f"“{upload.name}”的类型不能作附件；可用：{kinds}。")
    if upload.size > LARGEST_FILE:
        raise ValidationError(
            f"附件有 {upload.size / 1024 / 1024:.0f} MB，超过 {LARGEST_FILE // 1024 // 1024} MB 的"
            "上限，请压缩或拆分后再上传。"
        )
    upload.seek(0)
    start = upload.read(4096)
    signatures = SIGNATURES[extension]
    if signatures and not start.startswith(signatures):
        raise ValidationError(
            f"“{upload.name}”的内容不是 {extension.upper()} 文件，可能改过扩展名，请用原软件另存。"
        )
    if signatures == TEXT and b"\x00" in start:
        raise ValidationError(f"“{upload.name}”不是文本文件，请用原软件另存后再上传。")
    if signatures == ZIP:
        _check_archive(upload, extension)
    upload.seek(0)
    return upload


def _check_archive(upload, extension: str) -> None:
    """Reads the table of contents only; nothing is unpacked."""
    try:
        names = [_name(entry) for entry in zipfile.ZipFile(_SmallReads(upload)).infolist()]
    except _TooLarge:
        raise ValidationError(
            f"“{upload.name}”的文件目录过大，里面的文件太多，请拆分后再上传。"
        ) from None
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ValidationError(f"“{upload.name}”已损坏，打不开，请重新保存后再上传。") from None
    if len(names) > MOST_ENTRIES:
        raise ValidationError(f"“{upload.name}”里的文件超过 {MOST_ENTRIES} 个，请拆分后再上传。")
    if extension in NEW_OFFICE and "[Content_Types].xml" not in names:
        raise ValidationError(f"“{upload.name}”不是 Office 文件，请用原软件另存后再上传。")
    if any(PurePosixPath(name).name.lower() == "vbaproject.bin" for name in names):
        raise ValidationError(f"“{upload.name}”含有宏，请另存为不带宏的文件后再上传。")
    if extension == "zip":
        runnable = [name for name in names if extension_of(name) in RUNNABLE]
        if runnable:
            raise ValidationError(
                f"压缩包里的“{PurePosixPath(runnable[0]).name}”是网页或程序，请删去后再上传。"
            )


class _TooLarge(Exception):
    pass


class _SmallReads:
    """An archive whose table of contents `ZipFile`, which reads it in one go, cannot read when huge.

    50 MB of it would become a million objects. Looking at the size first, as anyone else's reader of
    the format, could be led to another table than the one `ZipFile` then takes.
    """

    def __init__(self, file):
        self.seek, self.tell, self._read = file.seek, file.tell, file.read

    def read(self, size: int = -1) -> bytes:
        if size > LARGEST_CONTENTS:
            raise _TooLarge
        return self._read(size)

    def seekable(self) -> bool:
        return True


def _name(entry: zipfile.ZipInfo) -> str:
    """The entry's name as its maker saw it: Chinese Windows writes GBK and does not say so."""
    if entry.flag_bits & 0x800:  # says that it is UTF-8
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return entry.filename.encode("cp437").decode(encoding)  # Python read it as cp437
        except UnicodeError:
            continue
    return entry.filename

"""Uploading pictures: what is stored is ours; what is refused is said in Chinese."""

import errno
import io
import struct
import zlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from news import pictures
from news.models import Picture
from news.pictures import store_picture

from .factory import make_user, picture_file

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/news/picture/upload/"
TAIL = b"<html><script>alert(document.domain)</script></html>"


@pytest.fixture
def desk(client):
    client.force_login(make_user())
    return client


def send(client, upload):
    return client.post(UPLOAD, {"upload": upload} if upload else {})


def named(name, data):
    return SimpleUploadedFile(name, data)


def png_bomb(width, height, bits):
    """A PNG that is small as a file and huge when decoded."""

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    row = b"\x00" * (1 + (width * bits + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header), chunk(b"IDAT", data), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def animated_gif():
    frames = [Image.new("RGB", (40, 40), shade) for shade in ("red", "blue")]
    data = io.BytesIO()
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:])
    return data.getvalue()


def truncated_jpeg():
    return picture_file("x.jpg", (900, 600), "JPEG").read()[:2000]


def sixteen_bit_grey(level):
    data = io.BytesIO()
    Image.new("I;16", (60, 40), level).save(data, "PNG")
    return named("x.png", data.getvalue())


REFUSED = {
    "SVG": (lambda: named("x.svg", b'<svg onload="alert(1)"/>'), "不是可用的图片"),
    "HTML named png": (lambda: named("x.png", TAIL), "文件内容不是图片"),
    "text named jpg": (lambda: named("x.jpg", "说明".encode()), "文件内容不是图片"),
    "PNG with HTML tail named html": (
        lambda: named("x.html", picture_file().read() + TAIL),
        "“x.html”不是可用的图片",
    ),
    "animated GIF": (lambda: named("x.gif", animated_gif()), "会动的图片"),
    "animated GIF named html": (lambda: named("x.html", animated_gif()), "不是可用的图片"),
    "30 000 x 30 000 PNG": (lambda: named("x.png", png_bomb(30_000, 30_000, 1)), "图片尺寸过大"),
    "13 000 x 13 000 PNG": (lambda: named("x.png", png_bomb(13_000, 13_000, 1)), "图片尺寸过大"),
    "30 MB tail": (lambda: named("x.png", picture_file().read() + b"x" * 30_000_000), "超过 20 MB"),
    "truncated JPEG": (lambda: named("x.jpg", truncated_jpeg()), "图片已损坏"),
    "program": (lambda: named("x.exe", b"MZ"), "不是可用的图片"),
    "no extension": (lambda: named("x", picture_file().read()), "不是可用的图片"),
    "TIFF named png": (lambda: picture_file("x.png", kind="TIFF"), "文件内容不是图片"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_upload_is_refused_in_chinese_and_leaves_nothing(desk, media_folder, name):
    make, message = REFUSED[name]
    response = send(desk, make())
    assert response.status_code == 400
    answer = response.json()
    assert answer["uploaded"] == 0
    assert message in answer["error"]["message"]
    assert not Picture.objects.exists()
    assert not [path for path in media_folder.rglob("*") if path.is_file()]


def test_anonymous_visitor_is_sent_to_the_login(client):
    assert send(client, picture_file())["Location"].startswith("/admin/login/")
    assert not Picture.objects.exists()


def test_staff_without_the_permission_are_refused(client):
    client.force_login(make_user("wuquan", role=None))
    response = send(client, picture_file())
    assert response.status_code == 403
    assert "没有上传图片的权限" in response.json()["error"]["message"]
    assert not Picture.objects.exists()


def test_upload_without_the_forms_token_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user())
    assert send(client, picture_file()).status_code == 403
    assert not Picture.objects.exists()


def test_missing_file_and_reading_are_answered_not_crashed(desk):
    assert send(desk, None).status_code == 400
    assert desk.get(UPLOAD).status_code == 405
    assert desk.post(UPLOAD, {"upload": "text"}).status_code == 400


@pytest.mark.parametrize(
    ("kind", "name", "options"),
    [
        ("JPEG", "照片.jpg", {}),
        ("JPEG", "四色.jpg", {"mode": "CMYK"}),
        ("PNG", "图.png", {}),
        ("PNG", "灰度.png", {"mode": "L"}),
        ("PNG", "十六位.png", {"mode": "I;16"}),
        ("GIF", "静图.gif", {"mode": "P"}),
        ("WEBP", "图.webp", {}),
        ("PNG", "改过扩展名.jpg", {}),
    ],
)
def test_picture_is_stored_re_encoded_with_its_sizes(desk, media_folder, kind, name, options):
    response = send(desk, picture_of(name, kind, **options))
    assert response.status_code == 201, response.content.decode()
    answer = response.json()
    assert (answer["uploaded"], answer["fileName"]) == (1, name)
    assert (answer["width"], answer["height"]) == (960, 640)
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (1200, 800)
    sizes = [(size["width"], size["height"]) for size in picture.renditions]
    assert sizes == [(480, 320), (960, 640), (1200, 800)]
    for size in picture.renditions:
        with Image.open(media_folder / size["file"]) as image:
            assert (image.format, image.size) == ("WEBP", (size["width"], size["height"]))
    with Image.open(media_folder / picture.file) as image:
        assert (image.format, image.mode) == ("JPEG", "RGB")


def picture_of(name, kind, mode="RGB"):
    data = io.BytesIO()
    Image.new(mode, (1200, 800), 100 if mode in ("L", "P", "I;16") else None).save(data, kind)
    return named(name, data.getvalue())


def test_photo_of_a_phone_that_holds_a_preview_is_taken(desk):
    data = io.BytesIO()
    photo, preview = Image.new("RGB", (900, 600), "red"), Image.new("RGB", (90, 60), "blue")
    photo.save(data, "MPO", save_all=True, append_images=[preview])
    assert send(desk, named("手机.jpg", data.getvalue())).status_code == 201
    assert Picture.objects.get().width == 900


def test_damaged_photo_is_refused_whatever_the_decoder_raises(desk, monkeypatch):
    def broken(*args, **kwargs):
        raise struct.error("unpack requires 8 bytes")

    monkeypatch.setattr(pictures.ImageOps, "exif_transpose", broken)
    response = send(desk, picture_file())
    assert response.status_code == 400
    assert "图片已损坏" in response.json()["error"]["message"]


def test_small_picture_is_not_blown_up(desk):
    assert send(desk, picture_file(size=(300, 200))).status_code == 201
    assert [size["width"] for size in Picture.objects.get().renditions] == [300]


def test_transparent_picture_stays_transparent(desk, media_folder):
    data = io.BytesIO()
    Image.new("RGBA", (600, 300), (179, 20, 28, 0)).save(data, "PNG")
    send(desk, named("标志.png", data.getvalue()))
    with Image.open(media_folder / Picture.objects.get().file) as image:
        assert (image.format, image.mode, image.getpixel((0, 0))[3]) == ("PNG", "RGBA", 0)


def test_position_and_camera_are_forgotten_and_the_photo_stands_upright(desk, media_folder):
    exif = Image.Exif()
    exif[0x0112] = 6  # held sideways
    exif[0x010F] = "相机厂"
    exif.get_ifd(0x8825)[1] = "N"
    send(desk, picture_file("手机.jpg", (800, 600), "JPEG", exif=exif))
    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (600, 800)
    for file in [picture.file, *(size["file"] for size in picture.renditions)]:
        with Image.open(media_folder / file) as image:
            assert not image.getexif()


def test_tail_behind_a_picture_is_not_stored(desk, media_folder):
    send(desk, named("x.png", picture_file().read() + TAIL))
    assert Picture.objects.count() == 1
    for path in media_folder.rglob("*"):
        assert path.is_dir() or b"alert" not in path.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "x.a'-alert(1)-'.png",
        "../../etc/x.png",
        "很" * 300 + ".png",
        "<b>.png",
        "换\n行.png",
        ".png.png",
    ],
)
def test_stored_name_is_ours_whatever_the_file_was_called(desk, media_folder, name):
    response = send(desk, named(name, picture_file(size=(40, 40)).read()))
    assert response.status_code == 201
    picture = Picture.objects.get()
    address = response.json()["url"]
    assert address.startswith("/media/pictures/")
    assert not set("'\"<>() \n") & set(address)
    stored = [path for path in media_folder.rglob("*") if path.is_file()]
    assert all(media_folder / "pictures" in path.parents for path in stored)
    assert len(picture.original_name) <= 255


def test_failure_in_the_middle_leaves_nothing(desk, media_folder, monkeypatch):
    real, calls = pictures._save, []

    def full_disk(*args):
        calls.append(args)
        if len(calls) == 3:
            raise OSError("设备上没有空间")
        return real(*args)

    monkeypatch.setattr(pictures, "_save", full_disk)
    with pytest.raises(OSError, match="没有空间"):
        send(desk, picture_file())
    assert not Picture.objects.exists()
    assert not [path for path in media_folder.rglob("*") if path.is_file()]


def test_picture_is_served_as_a_picture_that_can_never_run(desk, client):
    address = send(desk, picture_file()).json()["url"]
    response = client.get(address)
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    response.close()


@pytest.mark.parametrize(
    "path",
    [
        "attachments/a.pdf",
        "pictures/x.html",
        "pictures/../attachments/a.pdf",
        "pictures/missing.png",
    ],
)
def test_nothing_but_pictures_is_served_from_media(client, media_folder, path):
    for name in ("attachments/a.pdf", "pictures/x.html"):
        (media_folder / name).parent.mkdir(parents=True, exist_ok=True)
        (media_folder / name).write_bytes(b"x")
    assert client.get(f"/media/{path}").status_code == 404


def test_picture_added_at_the_desk_needs_words_and_no_file_name(desk):
    add = "/admin/news/picture/add/"
    missing = desk.post(add, {"upload": picture_file(), "alt": ""}).content.decode()
    assert "这个字段是必填项" in missing
    assert (
        "不要写文件名"
        in desk.post(add, {"upload": picture_file(), "alt": "IMG_12.jpg"}).content.decode()
    )
    assert (
        "不是可用的图片"
        in desk.post(add, {"upload": named("x.svg", b"<svg/>"), "alt": "标志"}).content.decode()
    )
    assert not Picture.objects.exists()
    assert desk.post(add, {"upload": picture_file(), "alt": "职工在车间"}).status_code == 302
    picture = Picture.objects.get()
    assert (picture.alt, picture.uploaded_by.username) == ("职工在车间", "zuozhe")


@pytest.mark.parametrize(("level", "grey"), [(0, 0), (0x4000, 64), (0x8000, 128), (0xFFFF, 255)])
def test_grey_of_sixteen_bits_keeps_its_brightness(media_folder, level, grey):
    stored = store_picture(sixteen_bit_grey(level))
    with Image.open(media_folder / stored.file) as image:
        assert abs(image.convert("L").getpixel((30, 20)) - grey) <= 2


def full_disk(monkeypatch, after):
    """The disk is full from the `after`-th file on: half of that one is written."""
    written = []

    def chunks(content, chunk_size=None):
        written.append(content)
        data = content.file.getvalue()
        if len(written) < after:
            yield data
        else:
            yield data[: len(data) // 2]
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ContentFile, "chunks", chunks, raising=False)


@pytest.mark.parametrize("after", [1, 2, 3])
def test_nothing_stays_of_a_picture_that_did_not_fit_on_the_disk(media_folder, monkeypatch, after):
    full_disk(monkeypatch, after)
    with pytest.raises(OSError, match="No space"):
        store_picture(picture_file())
    assert not Picture.objects.exists()
    assert not [path for path in media_folder.rglob("*") if path.is_file()]


def test_file_written_short_without_an_error_is_an_error(media_folder, monkeypatch):
    monkeypatch.setattr(
        ContentFile,
        "chunks",
        lambda content, size=None: [content.file.getvalue()[:10]],
        raising=False,
    )
    with pytest.raises(OSError, match="only a part"):
        store_picture(picture_file())
    assert not [path for path in media_folder.rglob("*") if path.is_file()]

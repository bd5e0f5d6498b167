"""Attachments through the article's form: an allow-list by name and by content."""

import io
import tracemalloc
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from news import attachments
from news.attachments import check_attachment
from news.models import Article, Attachment

from .factory import make_column, make_user
from .test_article_admin import form_of

pytestmark = pytest.mark.django_db

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100


def archive(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as target:
        for name, content in files.items():
            target.writestr(name, content)
    return data.getvalue()


def office(**more):
    return archive(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"} | more)


ACCEPTED = {
    "申请表.pdf": b"%PDF-1.7 x",
    "通知.doc": OLD_OFFICE,
    "通知.wps": OLD_OFFICE,
    "名单.xls": OLD_OFFICE,
    "名单.et": OLD_OFFICE,
    "通知.docx": office(),
    "名单.xlsx": office(),
    "说明.txt": "请于9月8日前报名".encode("gb18030"),
    "名单.csv": "姓名,单位\n".encode(),
    "材料.zip": archive(**{"申请表.pdf": "x"}),
    "现场.jpg": b"\xff\xd8\xff\xe0 x",
}
REFUSED = {
    "x.html": (b"<script>alert(1)</script>", "类型不能作附件"),
    "x.svg": (b"<svg onload='x()'/>", "类型不能作附件"),
    "x.exe": (b"MZ", "类型不能作附件"),
    "x.docm": (office(), "类型不能作附件"),
    "x": (b"%PDF-", "类型不能作附件"),
    "x.pdf.html": (b"%PDF-", "类型不能作附件"),
    "renamed.pdf": (b"MZ\x90\x00", "内容不是 PDF 文件"),
    "page.pdf": (b"<html>", "内容不是 PDF 文件"),
    "broken.docx": (b"PK\x03\x04 nothing", "已损坏"),
    "other.docx": (archive(**{"a.txt": "x"}), "不是 Office 文件"),
    "macro.docx": (office(**{"word/vbaProject.bin": "x"}), "含有宏"),
    "page.zip": (archive(**{"目录/首页.html": "x"}), "“首页.html”是网页或程序"),
    "program.zip": (archive(**{"setup.EXE": "x"}), "是网页或程序"),
    "binary.txt": (b"a\x00b", "不是文本文件"),
    "empty.pdf": (b"", "空文件"),
}


@pytest.fixture
def desk(client):
    client.force_login(make_user())
    return client


def send(client, name, data, **fields):
    column = make_column("工会要闻", "ghyw")
    upload = SimpleUploadedFile(name, data)
    form = form_of(home_column=column.pk) | {
        "attachments-TOTAL_FORMS": 1,
        "attachments-0-upload": upload,
    }
    return client.post("/admin/news/article/add/", form | {"attachments-0-order": 0} | fields)


@pytest.mark.parametrize("name", ACCEPTED)
def test_office_file_is_stored_and_offered_under_its_chinese_name(desk, media_folder, name):
    response = send(desk, name, ACCEPTED[name])
    assert response.status_code == 302, response.content.decode()
    attachment = Attachment.objects.get()
    assert (attachment.name, attachment.size) == (name, len(ACCEPTED[name]))
    assert (media_folder / attachment.file).read_bytes() == ACCEPTED[name]
    assert name not in attachment.file


@pytest.mark.parametrize("name", REFUSED)
def test_dangerous_file_is_refused_in_chinese_and_the_form_keeps_the_text(desk, media_folder, name):
    data, message = REFUSED[name]
    response = send(desk, name, data)
    assert response.status_code == 200
    html = response.content.decode()
    assert message in html
    assert "职工夜校开班" in html
    assert "课程免费。" in html
    assert not Article.objects.exists()
    assert not [path for path in media_folder.rglob("*") if path.is_file()]


def test_chosen_name_gets_the_extension_and_cannot_change_the_kind(desk):
    send(desk, "a.pdf", b"%PDF-1.7", **{"attachments-0-name": "困难职工申请表.html"})
    assert Attachment.objects.get().name == "困难职工申请表.html.pdf"


def test_renaming_an_attachment_keeps_its_kind(desk):
    send(desk, "通知.pdf", b"%PDF-1.7")
    attachment = Attachment.objects.get()
    form = form_of(attachment.article) | {
        "attachments-TOTAL_FORMS": 1,
        "attachments-INITIAL_FORMS": 1,
        "attachments-0-id": attachment.pk,
        "attachments-0-article": attachment.article_id,
        "attachments-0-name": "通知第一.二次.html",
        "attachments-0-order": 0,
    }
    desk.post(f"/admin/news/article/{attachment.article_id}/change/", form)
    attachment.refresh_from_db()
    assert (attachment.name, attachment.kind) == ("通知第一.二次.html.pdf", "PDF")


def test_attachment_row_without_a_file_is_refused(desk):
    column = make_column("工会要闻", "ghyw")
    form = form_of(home_column=column.pk) | {"attachments-TOTAL_FORMS": 1}
    row = {"attachments-0-name": "申请表", "attachments-0-order": 1}
    assert "请选择附件文件" in desk.post("/admin/news/article/add/", form | row).content.decode()


def test_too_large_file_is_refused_before_it_is_read(settings):
    class Huge(SimpleUploadedFile):
        def read(self, *args):
            raise AssertionError("read although too large")

    upload = Huge("x.pdf", b"")
    upload.size = attachments.LARGEST_FILE + 1
    with pytest.raises(ValidationError, match="超过 50 MB"):
        check_attachment(upload)


def gbk_archive(name):
    """As Chinese Windows writes it: the name in GBK, and nothing that says so."""
    plain = "x" * len(name.encode("gbk"))
    return archive(**{plain: "x"}).replace(plain.encode(), name.encode("gbk"))


def test_name_inside_an_archive_from_chinese_windows_is_readable_in_the_refusal():
    upload = SimpleUploadedFile("材料.zip", gbk_archive("报名/首页说明.html"))
    with pytest.raises(ValidationError, match=r"“首页说明\.html”是网页或程序"):
        check_attachment(upload)


@pytest.mark.parametrize("name", ["报名表.docx", "申请\\样表.pdf", "Ärger.txt"])
def test_archive_with_harmless_names_of_any_encoding_is_accepted(name):
    data = gbk_archive(name) if name.isascii() or "Ä" not in name else archive(**{name: "x"})
    check_attachment(SimpleUploadedFile("材料.zip", data))


def test_archive_with_a_huge_table_of_contents_is_refused_at_little_cost():
    data = archive(**{f"{'名' * 200}{number}.txt": "" for number in range(4000)})
    upload = SimpleUploadedFile("x.zip", data)
    tracemalloc.start()
    try:
        with pytest.raises(ValidationError, match="文件目录过大"):
            check_attachment(upload)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_archive_with_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(attachments, "MOST_ENTRIES", 3)
    data = archive(**{f"{number}.txt": "x" for number in range(4)})
    with pytest.raises(ValidationError, match="超过 3 个"):
        check_attachment(SimpleUploadedFile("x.zip", data))

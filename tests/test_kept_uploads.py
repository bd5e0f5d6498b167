"""Chosen files survive a refused form: nothing has to be chosen twice."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from playwright.sync_api import expect

from news import uploads
from news.models import Article, Attachment, Column, Picture, Video
from news.uploads import KeptUpload, delete_forgotten

from .browser import log_in
from .factory import (
    CAPTIONS,
    FILM,
    PASSWORD,
    make_column,
    make_identity,
    make_user,
    picture_file,
)
from .test_article_admin import attendance_row, form_of

pytestmark = pytest.mark.django_db

ADD = "/admin/news/article/add/"
PDF = b"%PDF-1.7 form"
FILES = {
    "attachments-0-upload": ("报名表.pdf", PDF),
    "videos-0-upload": ("讲座.mp4", FILM.read_bytes()),
    "videos-0-captions_upload": ("讲座.vtt", CAPTIONS.encode()),
}
TOKEN = re.compile(r'name="([\w-]+-kept)" value="([^"]+)"')


@pytest.fixture
def desk(client):
    client.force_login(make_user())
    make_column("工会要闻", "ghyw")
    return client


def form(**fields):
    """A whole article with an attendee, an attachment and a video; the files come besides."""
    data = form_of(home_column=Column.objects.get(slug="ghyw").pk)
    data |= {"attendances-TOTAL_FORMS": 1, "attachments-TOTAL_FORMS": 1, "videos-TOTAL_FORMS": 1}
    data |= attendance_row(0, "仇立新", ["市总工会副主席"], ["主持"], order=1)
    data |= {"attachments-0-order": 0, "videos-0-order": 0, "videos-0-title": "劳模工匠进车间"}
    return data | fields


def chosen(*names):
    return {name: SimpleUploadedFile(*FILES[name]) for name in names or FILES}


def tokens(response):
    return dict(TOKEN.findall(response.content.decode()))


def kept_files(media_folder):
    folder = media_folder / "kept"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_files_chosen_before_a_refusal_are_stored_by_the_second_try(desk, media_folder):
    refused = desk.post(ADD, form(title="") | chosen())
    html = refused.content.decode()
    for words in ("已上传：报名表.pdf（13", "已上传：讲座.mp4（", "已上传：讲座.vtt（", "不必重选"):
        assert words in html
    for typed in ("课程免费。", "仇立新", "市总工会副主席", "劳模工匠进车间"):
        assert typed in html
    assert len(kept_files(media_folder)) == 3
    assert not Article.objects.exists()

    accepted = desk.post(ADD, form(**tokens(refused)))
    assert accepted.status_code == 302, accepted.content.decode()
    article = Article.objects.get()
    attachment, video = article.attachments.get(), article.videos.get()
    assert article.attendances.get().name == "仇立新"
    assert (attachment.name, attachment.size) == ("报名表.pdf", len(PDF))
    assert (media_folder / attachment.file).read_bytes() == PDF
    assert (media_folder / video.file).read_bytes() == FILM.read_bytes()
    assert (media_folder / video.captions).read_text() == CAPTIONS
    assert (video.width, video.seconds) == (960, 20)
    assert kept_files(media_folder) == []


def test_kept_file_survives_any_number_of_refusals(desk):
    answer = desk.post(ADD, form(title="") | chosen())
    for _ in range(3):
        answer = desk.post(ADD, form(title="", **tokens(answer)))
    desk.post(ADD, form(**tokens(answer)))
    assert (Attachment.objects.count(), Video.objects.count()) == (1, 1)


def test_file_chosen_later_replaces_the_kept_one(desk, media_folder):
    refused = desk.post(ADD, form(title="") | chosen())
    later = {"attachments-0-upload": SimpleUploadedFile("新表.pdf", b"%PDF-1.7 new")}
    desk.post(ADD, form(**tokens(refused)) | later)
    attachment = Attachment.objects.get()
    assert attachment.name == "新表.pdf"
    assert (media_folder / attachment.file).read_bytes() == b"%PDF-1.7 new"


def test_refused_replacement_leaves_the_kept_one(desk, media_folder):
    refused = desk.post(ADD, form(title="") | chosen())
    worse = {"attachments-0-upload": SimpleUploadedFile("页面.html", b"<html>")}
    again = desk.post(ADD, form(**tokens(refused)) | worse)
    html = again.content.decode()
    assert "“页面.html”的类型不能作附件" in html
    assert "已上传：报名表.pdf" in html
    assert len(kept_files(media_folder)) == 3
    desk.post(ADD, form(**tokens(again)))
    assert Attachment.objects.get().name == "报名表.pdf"


def test_row_that_holds_only_a_kept_file_is_not_taken_for_empty(desk):
    refused = desk.post(ADD, form(title="") | chosen("attachments-0-upload"))
    data = form(**tokens(refused)) | {"videos-TOTAL_FORMS": 0, "attachments-0-order": ""}
    html = desk.post(ADD, data).content.decode()
    assert "已上传：报名表.pdf" in html


def forged(kind="attachment", file="attachments/2026/11/secret.pdf", salt=None):
    values = {"file": file, "name": "报名表.pdf", "size": 3, "kind": kind}
    return signing.dumps(values, salt=salt or "forged")


@pytest.mark.parametrize(
    "token", ["x", "a:b:c", forged(), forged(salt="news.uploads.video")], ids=range(4)
)
def test_forged_token_is_refused_in_chinese(desk, token):
    data = form(**{"attachments-0-upload-kept": token, "videos-TOTAL_FORMS": 0})
    response = desk.post(ADD, data)
    html = response.content.decode()
    assert response.status_code == 200
    assert "先前上传的文件无法核对，请重新选择文件。" in html
    assert "仇立新" in html
    assert not Article.objects.exists()


def test_token_serves_for_its_own_kind_only(desk):
    refused = desk.post(ADD, form(title="") | chosen())
    attachment = tokens(refused)["attachments-0-upload-kept"]
    data = form(**{"videos-0-upload-kept": attachment, "attachments-TOTAL_FORMS": 0})
    assert "先前上传的文件无法核对" in desk.post(ADD, data).content.decode()


def test_token_is_void_after_a_day_and_once_its_file_was_used(desk, monkeypatch):
    refused = desk.post(ADD, form(title="") | chosen())
    assert desk.post(ADD, form(**tokens(refused))).status_code == 302
    again = desk.post(ADD, form(**tokens(refused))).content.decode()
    assert "先前上传的“报名表.pdf”已经不在了，请重新选择文件。" in again
    monkeypatch.setattr(uploads, "TOKEN_LIFE", timedelta(seconds=-1))
    late = desk.post(ADD, form(**tokens(refused))).content.decode()
    assert "放得太久，已经作废，请重新选择文件" in late
    assert Article.objects.count() == 1


def test_void_token_does_not_stop_a_file_chosen_anew(desk):
    data = form(**{"attachments-0-upload-kept": "x"}) | chosen()
    assert desk.post(ADD, data).status_code == 302
    assert Attachment.objects.get().name == "报名表.pdf"


def test_forgotten_files_are_deleted_after_two_days_when_another_is_kept(db, media_folder):
    def keep(name):
        return KeptUpload.keep(ContentFile(PDF, name=name), name=name, kind="attachment")

    old = keep("旧.pdf")
    delete_forgotten(now=timezone.now() + uploads.FILE_LIFE - timedelta(minutes=1))
    assert len(kept_files(media_folder)) == 1
    path = media_folder / old.file
    past = (timezone.now() - uploads.FILE_LIFE - timedelta(minutes=1)).timestamp()
    import os

    os.utime(path, (past, past))
    new = keep("新.pdf")
    assert kept_files(media_folder) == [new.file.removeprefix("kept/")]


def test_large_upload_is_moved_and_not_read_into_memory(desk, media_folder, settings, monkeypatch):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    largest = []
    from django.core.files.base import File

    read = File.chunks

    def chunks(file, chunk_size=None):
        largest.append(file.name)
        return read(file, chunk_size)

    monkeypatch.setattr(File, "chunks", chunks)
    assert desk.post(ADD, form() | chosen()).status_code == 302
    assert not [name for name in largest if name.endswith(".mp4")]
    assert (media_folder / Video.objects.get().file).stat().st_size == FILM.stat().st_size


def test_kept_files_are_not_public(desk, client, media_folder):
    desk.post(ADD, form(title="") | chosen())
    client.logout()
    for name in kept_files(media_folder):
        assert client.get(f"/media/kept/{name}").status_code == 404
        assert client.get(f"/media/pictures/../kept/{name}").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_whole_form_in_the_browser_survives_a_missing_title(visit):
    make_identity()
    make_column("工会要闻", "ghyw")
    make_user("zuozhe")
    page = visit("/admin/", staff=True)
    log_in(page, "zuozhe", PASSWORD)
    page.goto(ADD)
    page.locator("#id_home_column").select_option(label="工会要闻")
    page.locator(".cke_editable").fill("课程免费，凭职工卡报名。")
    add_row(page, "attendances")
    page.locator("#id_attendances-0-name").fill("仇立新")
    add_row(page, "attachments")
    choose(page, "attachments-0-upload", "application/pdf")
    add_row(page, "videos")
    page.locator("#id_videos-0-title").fill("劳模工匠进车间")
    choose(page, "videos-0-upload", "video/mp4")
    choose(page, "videos-0-captions_upload", "text/vtt")
    page.evaluate("document.querySelector('#article_form').noValidate = true")
    page.get_by_role("button", name="保存并继续编辑").click()

    expect(page.locator(".errornote")).to_be_visible()
    expect(page.locator(".kept-file")).to_have_count(3)
    expect(page.locator(".cke_editable")).to_contain_text("凭职工卡报名")
    expect(page.locator("#id_attendances-0-name")).to_have_value("仇立新")
    page.locator("#id_title").fill("职工夜校开班")
    page.get_by_role("button", name="保存并继续编辑").dblclick()  # as many do, and sent once

    expect(page.locator(".messagelist .success")).to_be_visible()
    article = Article.objects.get()
    assert "凭职工卡报名" in article.body
    assert article.attendances.get().name == "仇立新"
    assert article.attachments.get().name == "报名表.pdf"
    assert article.videos.get().captions


def add_row(page, prefix):
    page.locator(f"#{prefix}-group").get_by_role("button", name="添加另一个").click()


def choose(page, field, kind):
    name, data = FILES[field]
    page.locator(f"#id_{field}").set_input_files({"name": name, "mimeType": kind, "buffer": data})


def test_picture_chosen_before_a_refusal_is_stored_by_the_second_try(desk, media_folder):
    add = "/admin/news/picture/add/"
    refused = desk.post(add, {"upload": picture_file("会场.png"), "alt": "照片.png"})
    assert "已上传：会场.png（" in refused.content.decode()
    assert not Picture.objects.exists()
    desk.post(add, tokens(refused) | {"alt": "职工代表在会场里领取聘书"})
    assert Picture.objects.get().original_name == "会场.png"
    assert kept_files(media_folder) == []

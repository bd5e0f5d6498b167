"""Videos through the article's form: the film, its captions, and what is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from news import videos
from news.models import Article, Video
from news.videos import check_video

from .factory import CAPTIONS, FILM, make_column, make_draft, make_picture, make_user, make_video
from .test_article_admin import form_of
from .test_mp4 import film as made_film
from .test_mp4 import head, track

pytestmark = pytest.mark.django_db

ADD = "/admin/news/article/add/"
DATA, WORDS = FILM.read_bytes(), CAPTIONS.encode()
SRT = "1\n00:00:01,000 --> 00:00:02,000\n师傅说话\n"


@pytest.fixture
def desk(client):
    client.force_login(make_user())
    make_column("工会要闻", "ghyw")
    return client


def video_row(film=("讲座.mp4", DATA), captions=("讲座.vtt", WORDS), **fields):
    row = {"title": "劳模工匠进车间", "order": 0} | fields
    for name, file in (("upload", film), ("captions_upload", captions)):
        if file:
            row[name] = SimpleUploadedFile(*file)
    return {"videos-TOTAL_FORMS": 1} | {f"videos-0-{name}": value for name, value in row.items()}


def send(client, **row):
    from news.models import Column

    form = form_of(home_column=Column.objects.get(slug="ghyw").pk)
    return client.post(ADD, form | video_row(**row))


def stored_files(media_folder):
    return [path for path in media_folder.rglob("*") if path.is_file()]


def test_film_and_captions_are_stored_with_what_the_page_needs(desk, media_folder):
    poster = make_picture()
    response = send(desk, transcript="老师傅讲解。", poster=poster.pk)
    assert response.status_code == 302, response.content.decode()
    video = Video.objects.get()
    assert (video.title, video.transcript, video.poster) == (
        "劳模工匠进车间",
        "老师傅讲解。",
        poster,
    )
    assert (video.width, video.height, video.seconds, video.size) == (960, 540, 20, len(DATA))
    assert (media_folder / video.file).read_bytes() == DATA
    assert (media_folder / video.captions).read_text() == CAPTIONS
    assert video.file.startswith("videos/")
    assert not list((media_folder / "kept").iterdir())


def test_srt_in_gb18030_becomes_webvtt(desk, media_folder):
    assert send(desk, captions=("讲座.srt", SRT.encode("gb18030"))).status_code == 302
    stored = (media_folder / Video.objects.get().captions).read_text()
    assert stored == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n师傅说话\n"


REFUSED = {
    "no film": ({"film": None}, "请选择视频文件"),
    "no title": ({"title": ""}, "必填"),
    "another kind": ({"film": ("讲座.mov", DATA)}, "“讲座.mov”不是 mp4 视频"),
    "page named mp4": ({"film": ("讲座.mp4", b"<html>")}, "不是完整的 mp4 视频"),
    "cut off": ({"film": ("讲座.mp4", DATA[:5000])}, "不是完整的 mp4 视频"),
    "empty": ({"film": ("讲座.mp4", b"")}, "“讲座.mp4”是空文件"),
    "HEVC": (
        {"film": ("讲座.mp4", made_film(head(), track(codec=b"hvc1")).getvalue())},
        "画面编码是 hvc1",
    ),
    "captions of another kind": ({"captions": ("讲座.txt", b"x")}, "“讲座.txt”不是字幕文件"),
    "captions without cues": ({"captions": ("讲座.vtt", b"WEBVTT\n")}, "没有一条字幕"),
    "faulty captions": (
        {"captions": ("讲座.srt", SRT.replace("-->", "->").encode())},
        "字幕文件第 2 行“00:00:01,000 -&gt; 00:00:02,000”应是时间",
    ),
    "no captions": ({"captions": None}, "请选择字幕文件"),
    "no captions, transcript only": ({"captions": None, "transcript": "稿"}, "请选择字幕文件"),
    "no captions, nobody speaks": ({"captions": None, "has_no_speech": "on"}, "请选择字幕文件"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusal_is_said_in_chinese_and_stores_no_video(desk, media_folder, name):
    row, message = REFUSED[name]
    response = send(desk, **row)
    html = response.content.decode()
    assert response.status_code == 200
    assert message in html
    assert "职工夜校开班" in html
    assert not Article.objects.exists()
    # A good file may wait for the next try; a refused one is nowhere.
    assert all(path.parent.name == "kept" for path in stored_files(media_folder))
    refused = {"film", "captions"} & {name for name, file in row.items() if file}
    assert len(stored_files(media_folder)) + len(refused) <= 2


def test_film_in_which_nobody_speaks_needs_only_a_transcript(desk):
    response = send(desk, captions=None, has_no_speech="on", transcript="画面：运河上的船。")
    assert response.status_code == 302
    assert Video.objects.get().captions == ""


def test_database_keeps_the_rule_on_every_other_way_in(desk):
    with pytest.raises(IntegrityError):
        make_video(make_draft(), captions="")


def test_title_is_changed_without_choosing_the_files_again(desk):
    video = make_video(make_draft())
    row = video_row(film=None, captions=None, title="新标题", id=video.pk, article=video.article_id)
    form = form_of(video.article) | row | {"videos-INITIAL_FORMS": 1}
    desk.post(f"/admin/news/article/{video.article_id}/change/", form)
    before = (video.file, video.captions)
    video.refresh_from_db()
    assert (video.title, video.file, video.captions) == ("新标题", *before)


def test_too_large_film_is_refused_before_it_is_read():
    class Huge(SimpleUploadedFile):
        def read(self, *args):
            raise AssertionError("read although too large")

    upload = Huge("x.mp4", b"")
    upload.size = videos.LARGEST_FILE + 1
    with pytest.raises(ValidationError, match="超过 500 MB"):
        check_video(upload)


def test_poster_of_a_video_cannot_be_deleted(desk):
    from django.db.models import ProtectedError

    poster = make_picture()
    make_video(make_draft(), poster=poster)
    with pytest.raises(ProtectedError):
        poster.delete()

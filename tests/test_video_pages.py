"""A video under its article: what the page holds, how the film is served, that it plays."""

import pytest
from playwright.sync_api import expect

from news.models import Video
from news.ranges import STEP

from .factory import (
    CAPTIONS,
    FILM,
    make_article,
    make_column,
    make_draft,
    make_identity,
    make_picture,
    make_user,
    make_video,
)

pytestmark = pytest.mark.django_db

DATA = FILM.read_bytes()
SIZE = len(DATA)


@pytest.fixture
def video():
    make_identity()
    return make_video(make_article(home_column=make_column("工会要闻", "ghyw")))


def body(response):
    return response.getvalue()


def test_article_page_holds_player_captions_and_transcript(client, video):
    video.poster = make_picture("老师傅在机床旁讲解")
    video.save()
    html = client.get(video.article.get_absolute_url()).content.decode()
    for part in (
        "视频：劳模工匠进车间",
        'width="960"',
        'height="540"',
        'preload="metadata"',
        f'poster="/media/{video.poster.reading_size["file"]}"',
        f'src="/videos/{video.pk}/"',
        f'<track kind="captions" srclang="zh" label="中文字幕" src="/videos/{video.pk}/captions.vtt" default>',
        "时长20秒",
        "老师傅站在机床旁讲解。",
    ):
        assert part in html
    assert "autoplay" not in html


def test_transcript_is_shown_as_text(client, video):
    video.transcript = "<script>alert(1)</script>"
    video.save()
    html = client.get(video.article.get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert" not in html


def test_article_without_a_video_shows_no_player(client, video):
    other = make_article("没有视频的文章", home_column=video.article.home_column)
    assert "<video" not in client.get(other.get_absolute_url()).content.decode()


def test_whole_film_is_streamed_with_its_kind_and_length(client, video):
    response = client.get(video.get_absolute_url())
    assert (response.status_code, response["Content-Type"]) == (200, "video/mp4")
    assert (response["Content-Length"], response["Accept-Ranges"]) == (str(SIZE), "bytes")
    steps = list(response.streaming_content)
    assert max(map(len, steps)) <= STEP
    assert b"".join(steps) == DATA


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-1", 0, 2),
        ("bytes=0-", 0, SIZE),
        ("bytes=1000-99999", 1000, 100_000),
        (f"bytes=1000-{SIZE * 9}", 1000, SIZE),
        ("bytes=-500", SIZE - 500, SIZE),
        (f"bytes=-{SIZE * 9}", 0, SIZE),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE),
    ],
)
def test_one_range_is_answered_exactly(client, video, asked, start, stop):
    response = client.get(video.get_absolute_url(), headers={"range": asked})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert response["Content-Length"] == str(stop - start)
    assert body(response) == DATA[start:stop]


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE * 9}-", "bytes=-0"])
def test_range_beyond_the_film_is_416(client, video, asked):
    response = client.get(video.get_absolute_url(), headers={"range": asked})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{SIZE}")
    assert body(response) == b""


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=5-2",
        "bytes=-",
        "bytes=a-b",
        "lines=1-2",
        "bytes=0-1,5-6",
        "0-1",
        f"bytes={'9' * 5000}-",
    ],
)
def test_misspelt_and_several_ranges_give_the_whole_film(client, video, asked):
    response = client.get(video.get_absolute_url(), headers={"range": asked})
    assert (response.status_code, response["Content-Length"]) == (200, str(SIZE))


def test_range_of_another_version_gives_the_whole_film(client, video):
    address = video.get_absolute_url()
    etag = client.get(address)["ETag"]
    part = {"range": "bytes=0-9"}
    assert client.get(address, headers=part | {"if-range": etag}).status_code == 206
    assert client.get(address, headers=part | {"if-range": '"alt"'}).status_code == 200
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304


def test_head_tells_the_length_and_sends_nothing(client, video):
    response = client.head(video.get_absolute_url(), headers={"range": "bytes=0-9"})
    assert (response.status_code, response["Content-Length"]) == (200, str(SIZE))
    assert body(response) == b""


def test_captions_are_webvtt(client, video):
    response = client.get(f"/videos/{video.pk}/captions.vtt")
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert body(response).decode() == CAPTIONS


def test_film_and_captions_are_boxed_and_never_stored_by_the_front(client, video):
    address = video.get_absolute_url()
    for answer in (
        client.get(address),
        client.get(address, headers={"range": "bytes=0-9"}),
        client.get(f"{address}captions.vtt"),
    ):
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["Cache-Control"] == "private, no-cache"
        assert answer["X-Accel-Expires"] == "0"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies


def test_film_that_is_lost_or_has_no_captions_is_404(client, video, media_folder):
    silent = make_video(video.article, captions="", has_no_speech=True)
    assert client.get(f"/videos/{silent.pk}/captions.vtt").status_code == 404
    (media_folder / video.file).unlink()
    assert client.get(video.get_absolute_url()).status_code == 404
    assert client.get("/videos/999999/").status_code == 404


def test_stored_film_is_not_reachable_as_a_picture_is(client, video):
    assert client.get(f"/media/{video.file}").status_code == 404
    assert client.get(f"/media/pictures/../{video.file}").status_code == 404


def test_film_of_a_draft_is_seen_at_the_desk_only(client, video):
    draft = make_draft(home_column=video.article.home_column)
    hidden = make_video(draft)
    addresses = [f"/admin/news/article/{kind}/{hidden.pk}/" for kind in ("video", "captions")]
    assert [client.get(address).status_code for address in addresses] == [302, 302]
    client.force_login(make_user("wuguan", role=None))
    assert [client.get(address).status_code for address in addresses] == [403, 403]
    client.force_login(make_user())
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    assert client.get(addresses[0], headers={"range": "bytes=0-9"}).status_code == 206
    preview = client.get(f"/admin/news/article/{draft.pk}/preview/").content.decode()
    assert f'src="{addresses[0]}"' in preview
    assert client.get(hidden.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (24, "24秒"), (60, "1分"), (185, "3分5秒"), (3600, "1小时"), (3725, "1小时2分")],
)
def test_length_in_words(seconds, words):
    assert Video(seconds=seconds).duration == words


FACTS = """(player) => ({
  state: player.readyState, width: player.videoWidth, error: player.error,
  box: [player.clientWidth, player.clientHeight],
  cues: [...player.textTracks].map((track) => [track.kind, track.mode, track.cues?.length ?? 0]),
})"""
SEEK = """(player, to) => new Promise((done) => {
  player.addEventListener('seeked', () => done(player.currentTime), { once: true });
  player.currentTime = to;
})"""
METADATA = """(player) => player.error ? false : player.readyState >= 1 || new Promise((done) => {
  player.addEventListener('loadedmetadata', () => done(true), { once: true });
  player.addEventListener('error', () => done(false), { once: true });
})"""
CUES = """(player) => {
  const track = player.querySelector('track');
  return track.readyState === 2 || track.readyState !== 3 && new Promise((done) => {
    track.addEventListener('load', () => done(true), { once: true });
    track.addEventListener('error', () => done(false), { once: true });
  });
}"""


@pytest.mark.django_db(transaction=True)
def test_film_loads_has_captions_and_can_be_wound_forward(visit, video):
    page = visit(video.article.get_absolute_url())
    player = page.locator("video")
    player.scroll_into_view_if_needed()
    before = player.bounding_box()
    assert player.evaluate(METADATA)
    assert player.evaluate(CUES)
    facts = player.evaluate(FACTS)
    assert facts["state"] >= 1
    assert (facts["width"], facts["error"]) == (960, None)
    assert facts["cues"] == [["captions", "showing", 2]]
    assert player.evaluate(SEEK, 15) == pytest.approx(15, abs=0.2)
    assert player.bounding_box() == before  # nothing shifts as the film arrives
    assert abs(facts["box"][0] / facts["box"][1] - 16 / 9) < 0.02


@pytest.mark.django_db(transaction=True)
def test_film_is_played_and_stopped_by_keyboard(visit, video):
    page = visit(video.article.get_absolute_url())
    player = page.locator("video")
    assert player.evaluate(METADATA)
    for _ in range(120):
        page.keyboard.press("Tab")
        if player.evaluate("(e) => e === document.activeElement"):
            break
    assert player.evaluate("(e) => e.paused")
    page.keyboard.press("Space")
    expect(player).to_have_js_property("paused", False)
    page.keyboard.press("Space")
    expect(player).to_have_js_property("paused", True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("mode", "least"), [("standard", 15), ("elder", 20)])
def test_captions_are_not_smaller_than_the_text_around_on_a_phone(visit, video, mode, least):
    page = visit(video.article.get_absolute_url(), width=360, mode=mode)
    size = page.locator("video").evaluate("(e) => getComputedStyle(e, '::cue').fontSize")
    assert float(size.removesuffix("px")) >= least


@pytest.mark.django_db(transaction=True)
def test_print_shows_title_and_transcript_without_the_player(visit, video):
    page = visit(video.article.get_absolute_url())
    words = page.get_by_text("老师傅站在机床旁讲解")
    expect(words).to_be_hidden()
    page.get_by_text("视频文字稿").click()
    expect(words).to_be_visible()
    page.get_by_text("视频文字稿").click()
    page.emulate_media(media="print")
    expect(words).to_be_visible()
    expect(page.locator("video")).to_be_hidden()
    expect(page.get_by_role("heading", name="视频：劳模工匠进车间")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_film_of_a_draft_plays_in_the_preview(visit, video):
    from .browser import log_in
    from .factory import PASSWORD

    draft = make_draft(home_column=video.article.home_column)
    make_video(draft)
    make_user("zuozhe")
    page = visit("/admin/", staff=True)
    log_in(page, "zuozhe", PASSWORD)
    page.goto(f"/admin/news/article/{draft.pk}/preview/")
    player = page.locator("video")
    assert player.evaluate(METADATA)
    assert player.evaluate(CUES)
    assert player.evaluate(FACTS)["cues"] == [["captions", "showing", 2]]

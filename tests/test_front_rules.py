"""deploy/nginx.conf by itself: what it asks the application, what it stores, what it hands out."""

import re
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import product
from types import SimpleNamespace

import pytest

from accessibility.display import MODES, SIZES, THEMES
from news.videos import LARGEST_FILE
from portal.front import STORED_VARIANTS, reread

from .front import ROOT, Visitor, happens, nginx
from .services import free_port
from .stub import Stub, serving

PLAIN, ELDER = STORED_VARIANTS
GARBAGE = (
    "elder",
    "ELDER-original-2",
    "elder-original-0",
    "elder-original-6",
    "elder-original-22",
    "elder-secret-2",
    "elder-original-2x",
    "xelder-original-2",
    "elder-original-2%0a",
    '"elder-original-2"',
    "<script>",
    "x" * 2000,
)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """nginx, and an application that each test tells what to answer."""
    port = free_port()
    folder = tmp_path_factory.mktemp("front")
    with nginx(folder, port, {"proxy_read_timeout 15s": "proxy_read_timeout 1s"}) as running:
        yield SimpleNamespace(nginx=running, port=port)


@pytest.fixture
def stub():
    return Stub()


@pytest.fixture
def front(server, stub):
    server.nginx.forget_copies()
    server.nginx.open_site()
    with serving(stub, server.port):
        yield server.nginx


@pytest.fixture
def quiet_front(server):
    """The same nginx with no application behind it."""
    server.nginx.open_site()
    return server.nginx


def last_headers(stub):
    return stub.asked[-1][2]


@pytest.mark.parametrize("variant", ["-".join(map(str, v)) for v in product(MODES, THEMES, SIZES)])
def test_every_variant_of_the_site_reaches_the_application(front, stub, variant):
    front.get("/ghyw/", display=variant)
    assert last_headers(stub)["Cookie"] == f"display={variant}"


@pytest.mark.parametrize("value", GARBAGE)
def test_garbage_in_the_cookie_is_the_default_for_both(front, stub, value):
    front.get("/ghyw/", display=value)
    assert last_headers(stub)["Cookie"] == f"display={PLAIN}"
    assert front.get("/ghyw/").cache == "HIT"


def test_public_pages_are_asked_for_without_any_other_cookie(front, stub):
    with front.visitor(sessionid="geheim", csrftoken="geheim", display=ELDER) as editor:
        for path in ("/", "/search/?q=a", "/attachments/1/", "/media/other/x", "/static/x.css"):
            editor.get(path)
            assert last_headers(stub)["Cookie"] == f"display={ELDER}", path
        editor.post("/display/")
        assert last_headers(stub)["Cookie"] == f"display={ELDER}"


def test_desk_gets_all_cookies_and_its_answers_are_never_stored(front, stub):
    with front.visitor(sessionid="geheim", display=ELDER) as editor:
        for number in (1, 2):
            assert editor.get("/admin/").cache is None
            assert "sessionid=geheim" in last_headers(stub)["Cookie"]
            assert len(stub.asked) == number


@pytest.mark.parametrize("variant", ["-".join(map(str, v)) for v in product(MODES, THEMES, SIZES)])
def test_only_the_two_plain_variants_are_stored(front, stub, variant):
    answers = [front.get("/ghyw/", display=variant).cache for _ in range(2)]
    assert answers == (["MISS", "HIT"] if variant in STORED_VARIANTS else [None, None])


def test_variants_are_kept_apart(front, stub):
    stub.answers(body="标准", X_Accel_Expires="1")
    front.get("/", display=PLAIN)
    stub.answers(body="长者", X_Accel_Expires="1")
    assert "长者" in front.get("/", display=ELDER).text
    assert "标准" in front.get("/").text


@pytest.mark.parametrize("path", ["/", "/ghyw/", "/ghyw/?page=2", "/ghyw/2026/01/11/7/", "/feed/"])
def test_usual_address_is_stored(front, path):
    assert [front.get(path).cache for _ in range(2)] == ["MISS", "HIT"]


@pytest.mark.parametrize(
    "path",
    [
        "/?a=1",
        "/?page=2",
        "/ghyw/?page=02",
        "/ghyw/?page=2&a=1",
        "/ghyw/?page=",
        "/ghyw/?page=123456",
        "/ghyw/2026/01/11/7/?page=2",
        "//ghyw/",
        "/./ghyw/",
        "/x/../ghyw/",
        "/%67hyw/",
        "/search/?q=%E5%A4%9C",
        "/attachments/7/",
        "/media/videos/1.mp4",
    ],
)
def test_any_other_spelling_of_an_address_is_not_stored(front, path):
    for _ in range(2):
        assert front.get(path).cache in (None, "MISS")


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (200, {"X-Accel-Expires": "0"}),
        (200, {}),
        (200, {"Cache-Control": "public, max-age=60"}),
        (200, {"X-Accel-Expires": "1", "Set-Cookie": "sessionid=geheim"}),
        (400, {"X-Accel-Expires": "0"}),
        (500, {"X-Accel-Expires": "0"}),
        (503, {"X-Accel-Expires": "0"}),
    ],
)
def test_private_answers_and_errors_are_never_stored(front, stub, status, headers):
    stub.answers(status, **headers)
    for _ in range(2):
        answer = front.get("/readyz")
        assert (answer.status, answer.cache) == (status, "MISS")


def test_no_cache_for_browsers_does_not_keep_nginx_from_storing(front, stub):
    stub.answers(X_Accel_Expires="1", Cache_Control="no-cache", Vary="Accept-Encoding")
    assert [front.get("/").cache for _ in range(2)] == ["MISS", "HIT"]
    assert front.get("/").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("status", [404, 410, 301])
def test_page_that_is_no_more_takes_the_place_of_the_copy(server, stub, status):
    server.nginx.forget_copies()
    with serving(stub, server.port):
        assert server.nginx.get("/a/").status == 200
        stub.answers(status, X_Accel_Expires="1")
        assert happens(lambda: server.nginx.get("/a/").status == status)
    assert server.nginx.get("/a/").status == status


def test_good_copy_outlives_an_error_and_is_shown_while_the_application_is_down(server, stub):
    server.nginx.forget_copies()
    with serving(stub, server.port):
        server.nginx.get("/a/")
        stub.answers(500, "坏了", X_Accel_Expires="0")
        assert happens(lambda: server.nginx.get("/a/").status == 500)
    answer = server.nginx.get("/a/")
    assert (answer.status, answer.cache) == (200, "STALE")
    assert "坏了" not in answer.text


def test_copy_is_shown_while_the_application_says_that_its_database_is_away(front, stub):
    front.get("/a/")
    stub.answers(503, "网站暂时出错", X_Accel_Expires="0")
    assert happens(lambda: front.get("/a/").cache == "STALE")
    assert front.get("/a/").status == 200
    assert front.get("/b/").status == 503


def test_address_nobody_can_read_is_refused_in_chinese(front, stub):
    answer = front.get("/" + "a" * 9000)
    assert (answer.status, "请检查网址" in answer.text) == (400, True)


def test_application_that_hangs_is_as_good_as_down(front, stub):
    front.get("/a/", display=ELDER)
    stub.answers(body="太慢", seconds=1.5, X_Accel_Expires="1")
    assert happens(lambda: front.get("/a/", display=ELDER).cache == "STALE")
    sized = front.get("/a/", display="elder-original-4")
    assert (sized.status, "太慢" in sized.text) == (200, False)


def test_nobody_is_handed_the_old_copy_while_another_reader_waits_for_the_new(front, stub):
    for page in ("/a/", "/b/"):
        front.get(page)
    assert happens(lambda: front.get("/b/").cache == "EXPIRED")  # and so is the older one
    stub.answers(410, "内容已撤下", seconds=0.4, X_Accel_Expires="1")
    with ThreadPoolExecutor(4) as readers:
        together = list(readers.map(lambda _: front.get("/a/").status, range(4)))
    assert together == [410] * 4


def test_head_is_answered_from_the_copy(front, stub):
    front.get("/a/")
    with front.visitor() as reader:
        answer = reader.send("HEAD", "/a/")
    assert (answer.status, answer.body, answer.cache) == (200, b"", "HIT")
    assert len(stub.asked) == 1


def test_reader_who_has_the_page_is_told_so_by_the_front(front, stub):
    stub.answers(X_Accel_Expires="1", ETag='"eins"')
    front.get("/a/")
    for known in ('"eins"', 'W/"eins"'):
        answer = front.get("/a/", If_None_Match=known)
        assert (answer.status, answer.body, answer.cache) == (304, b"", "HIT")
    assert front.get("/a/", If_None_Match='"zwei"').status == 200


def test_pages_are_compressed_for_those_who_can_read_it(front, stub):
    answer = front.get("/a/", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.body[:2] == b"\x1f\x8b"
    assert "工会要闻" in front.get("/a/").text


def test_page_is_asked_for_without_a_port_and_a_form_is_passed_on_with_it(front, stub):
    front.get("/a/")
    assert last_headers(stub)["Host"] == "127.0.0.1"
    with front.visitor() as reader:
        reader.post("/display/", Sec_Fetch_Site="same-origin")
    headers = last_headers(stub)
    assert headers["Host"] == f"127.0.0.1:{front.port}"
    assert headers["Origin"] == front.url
    assert headers["Sec-Fetch-Site"] == "same-origin"
    assert headers["X-Forwarded-Proto"] == "http"


def test_site_names_are_kept_apart(front, stub):
    stub.answers(body="主站", X_Accel_Expires="1")
    front.get("/")
    stub.answers(body="分站", X_Accel_Expires="1")
    with Visitor(front.url, host="localhost") as reader:
        assert "分站" in reader.get("/").text
    assert "主站" in front.get("/").text


def test_part_of_a_download_is_asked_for_as_the_reader_asked(front, stub):
    front.get("/attachments/7/", Range="bytes=0-99")
    assert last_headers(stub)["Range"] == "bytes=0-99"


def test_door_replaces_the_copy_at_once(front, stub):
    stub.answers(body="旧标题", X_Accel_Expires="1")
    front.get("/a/")
    stub.answers(410, "内容已撤下", X_Accel_Expires="1")
    with Visitor(front.door, host="127.0.0.1") as application:
        assert application.get("/a/", X_Forwarded_Proto="https").cache == "BYPASS"
    assert last_headers(stub)["X-Forwarded-Proto"] == "https"
    # nginx answers a moment before it has put the file in its place; the old copy is still fresh.
    assert happens(lambda: front.get("/a/").status == 410, within=0.5)
    assert front.get("/a/").cache == "HIT"


def test_door_hands_out_no_old_copy_while_the_application_is_down(server, stub):
    server.nginx.forget_copies()
    with serving(stub, server.port):
        server.nginx.get("/a/")
    with Visitor(server.nginx.door, host="127.0.0.1") as application:
        assert application.get("/a/").status == 502


def test_door_is_open_to_the_application_only(front):
    elsewhere = HTTPConnection("127.0.0.2", front.door_port, timeout=5)
    with pytest.raises(ConnectionRefusedError):
        elsewhere.request("GET", "/")
    door = (ROOT / "deploy/nginx.conf").read_text("utf-8").rpartition("\nserver {")[2]
    assert "listen 127.0.0.1:8081;" in door
    assert "allow 127.0.0.1;\n    deny all;" in door


def test_page_in_the_making_at_a_withdrawal_does_not_stay(front, stub, settings):
    """A reader's request began before the withdrawal and is stored after the first rereading."""
    settings.FRONTS, settings.ALLOWED_HOSTS = [front.door], ["127.0.0.1"]
    stub.answers(200, "旧标题", seconds=0.3, X_Accel_Expires="1")
    with ThreadPoolExecutor(1) as reader:
        old = reader.submit(front.get, "/a/")
        assert happens(lambda: stub.asked)
        stub.answers(410, "内容已撤下", X_Accel_Expires="1")
        reread({"/a/"})
        assert "旧标题" in old.result().text
    assert front.get("/a/").status == 410


def test_static_files_come_from_the_disk_and_hashed_ones_for_a_year(front, stub):
    folder = front.portal / "var/static"
    (folder / "css.0123456789ab.css").write_text("a{}")
    (folder / "plugin.js").write_text("1")
    hashed, plain = front.get("/static/css.0123456789ab.css"), front.get("/static/plugin.js")
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert plain.headers["Cache-Control"] == "public, max-age=60"
    assert hashed.headers["Content-Type"].startswith("text/css")
    assert hashed.headers["X-Content-Type-Options"] == "nosniff"
    assert not stub.asked


def test_pictures_come_from_the_disk_in_a_sandbox(front, stub):
    folder = front.media / "pictures/2026/01"
    folder.mkdir(parents=True)
    (folder / "a.webp").write_bytes(b"RIFF")
    answer = front.get("/media/pictures/2026/01/a.webp")
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer.headers["Cache-Control"]
    assert not stub.asked


def test_only_public_pictures_are_handed_out_from_the_disk(front, stub):
    stub.answers(404, "没有这个页面")
    for path in ("attachments/draft.pdf", "pictures/evil.html", "pictures/evil.svg"):
        (front.media / path).parent.mkdir(exist_ok=True)
        (front.media / path).write_text("geheim")
        answer = front.get(f"/media/{path}")
        assert (answer.status, "geheim" in answer.text) == (404, False), path
    assert front.get("/media/pictures/../attachments/draft.pdf").status == 404
    assert "没有这个页面" in front.get("/media/pictures/fehlt.webp").text
    assert "没有这个页面" in front.get("/static/fehlt.css").text


def test_maintenance_switch_closes_the_site_to_the_public_and_not_to_staff(front, stub):
    front.get("/")
    front.close_site()
    for path in ("/", "/ghyw/", "/attachments/7/"):
        answer = front.get(path)
        assert (answer.status, "网站正在维护" in answer.text) == (503, True), path
        assert answer.headers["Retry-After"] == "120"
    assert front.get("/admin/").status == 200
    with Visitor(front.door, host="127.0.0.1") as application:
        assert application.get("/").status == 200
    front.open_site()
    assert front.get("/").status == 200


@pytest.mark.parametrize("path", ["/never/asked/", "/search/?q=a", "/admin/", "/attachments/7/"])
@pytest.mark.parametrize("display", [PLAIN, "elder-original-5"])
def test_without_application_and_copy_the_maintenance_page_is_shown(quiet_front, path, display):
    answer = quiet_front.get(path, display=display)
    assert (answer.status, "网站正在维护" in answer.text) == (503, True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_form_sent_while_the_application_is_down_gets_the_maintenance_page(quiet_front):
    with quiet_front.visitor() as reader:
        for path in ("/display/", "/admin/login/"):
            answer = reader.post(path)
            assert (answer.status, "网站正在维护" in answer.text) == (503, True)


def test_maintenance_page_has_no_address_of_its_own(front, stub):
    stub.answers(404, "没有这个页面")
    answer = front.get("/maintenance.html")
    assert (answer.status, "没有这个页面" in answer.text) == (404, True)


@pytest.mark.parametrize(
    ("path", "size"), [("/display/", 20_000), ("/admin/news/article/add/", 600_000_000)]
)
def test_form_that_is_too_large_is_refused_in_chinese(front, stub, path, size):
    with front.visitor() as reader:
        answer = reader.send("POST", path, Content_Length=str(size))
    assert answer.status == 413
    assert "太大" in answer.text
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert not stub.asked


def test_own_pages_of_the_front_do_not_name_its_version(front):
    assert front.get("/").headers["Server"] == "nginx"


def test_manual_names_what_stands_in_the_configuration():
    manual = (ROOT / "docs/operations.md").read_text("utf-8")
    configuration = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    for words in (
        "/var/lib/nginx/portal",
        "/srv/portal/maintenance.on",
        "listen [::]:80;",
        "listen 127.0.0.1:8081",
        "allow 127.0.0.1",
        "X-Cache-Status",
        "X-Forwarded-Proto $scheme",
    ):
        assert words in manual, words
        assert words in configuration, words
    assert configuration.count("X-Forwarded-Proto $scheme") == 2


def test_desk_has_room_for_the_largest_video():
    """A refusal by nginx would be an English page, and the typed form lost."""
    desk = (ROOT / "deploy/nginx.conf").read_text("utf-8").partition("location /admin/")[2]
    room = int(re.search(r"client_max_body_size (\d+)m;", desk)[1]) * 1024 * 1024
    assert room > LARGEST_FILE

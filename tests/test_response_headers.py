"""What every answer says about safety and about who may keep a copy."""

import pytest
from django.db import OperationalError

from .factory import make_draft, make_user
from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db

# A front keeps pages that portal/showing.py finds again or that name no article; these are neither.
# Their addresses hold a question: no withdrawal could read all of them again.
NOT_STORED = {
    "search",
    "search that finds nothing",
    "search for elder mode",
    "official papers filtered",
    "official papers, nothing found",
    "leaving",
}


@pytest.fixture
def site():
    return build()


def test_public_pages_may_be_kept_for_a_moment_and_are_asked_again(client, site):
    for name, address in PAGE_TYPES.items():
        response = client.get(address(site))
        assert response["Cache-Control"] == "no-cache", name
        assert response["X-Accel-Expires"] == ("0" if name in NOT_STORED else "1"), name
        assert "Cookie" not in response.get("Vary", ""), name


@pytest.mark.parametrize("query", ["a=1", "page=02", "page=1&page=2", "page=2&a=1", "page"])
def test_rows_under_an_address_that_no_withdrawal_reads_again_are_not_stored(client, site, query):
    for page in ("/", "/ghyw/", "/jggk/", "/feed/", site.article.get_absolute_url()):
        response = client.get(f"{page}?{query}")
        assert response.status_code == 302 or response["X-Accel-Expires"] == "0", page


def test_page_under_a_name_that_matches_only_a_pattern_is_not_stored(client, site, settings):
    settings.ALLOWED_HOSTS = ["www.example.cn", ".example.cn"]
    stored = {
        host: client.get("/", headers={"host": host})["X-Accel-Expires"]
        for host in ("www.example.cn", "www.example.cn:8080", "m.example.cn")
    }
    assert stored == {"www.example.cn": "1", "www.example.cn:8080": "1", "m.example.cn": "0"}


def test_public_pages_set_no_cookie_even_for_signed_in_staff(client, site):
    client.force_login(make_user())
    for name, address in PAGE_TYPES.items():
        response = client.get(address(site))
        assert not response.cookies, name
        assert "zuozhe" not in response.content.decode(), name
        assert "csrfmiddlewaretoken" not in response.content.decode(), name


def test_public_policy_allows_nothing_inline_and_no_other_host(client, site):
    for name, address in PAGE_TYPES.items():
        response = client.get(address(site))
        policy = response["Content-Security-Policy"]
        assert "unsafe" not in policy, name
        assert "http" not in policy, name
        assert "default-src 'none'" in policy, name
        html = response.content.decode()
        assert "style=" not in html, name
        assert "<script>" not in html, name
        assert response["X-Content-Type-Options"] == "nosniff"


def test_etag_answers_304_in_the_same_variant_and_differs_by_variant(client, site):
    plain = client.get("/ghyw/")["ETag"]
    assert client.get("/ghyw/", headers={"if-none-match": plain}).status_code == 304
    client.cookies["display"] = "elder-original-2"
    answer = client.get("/ghyw/", headers={"if-none-match": plain})
    assert answer.status_code == 200
    assert answer["ETag"] != plain


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/login/", "/admin/news/article/", "/healthz", "/sitemap.xml"]
)
def test_private_answers_are_never_stored(client, site, address):
    client.force_login(make_user(role="终审"))
    response = client.get(address)
    assert response["X-Accel-Expires"] == "0"
    assert "no-store" in response["Cache-Control"] or "no-cache" in response["Cache-Control"]


def test_errors_are_never_stored_over_a_good_copy(client, site, monkeypatch):
    forged = client.get("/", headers={"host": "evil.example"})
    assert (forged.status_code, forged["X-Accel-Expires"]) == (400, "0")

    def broken(*args):
        raise RuntimeError("中断")

    monkeypatch.setattr("news.views.page_of", broken)
    client.raise_request_exception = False
    failed = client.get("/ghyw/")
    assert (failed.status_code, failed["X-Accel-Expires"]) == (500, "0")
    assert "网站暂时出错" in failed.content.decode()


def test_while_the_database_is_away_the_answer_is_503_in_chinese_and_never_stored(
    client, site, monkeypatch
):
    def away(*args):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr("portal.middleware.load_frame", away)
    response = client.get("/ghyw/")
    assert (response.status_code, response["X-Accel-Expires"]) == (503, "0")
    assert "网站暂时出错" in response.content.decode()
    assert "server closed" not in response.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/search/?q=%00", "/content/suitable/show?id=%00", "/html/czgh/2023/x/%00.html", "/%00/"],
)
def test_nul_in_an_address_is_refused_in_chinese(client, site, address):
    response = client.get(address)
    assert response.status_code == 400
    assert "无法识别的字符" in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
def test_reading_pages_answer_no_other_method(client, site, method):
    addresses = [address(site) for name, address in PAGE_TYPES.items() if name != "not found"]
    for address in [*addresses, "/sitemap.xml"]:
        assert getattr(client, method)(address).status_code == 405, address


def test_preview_is_never_stored(client, site):
    draft = make_draft(home_column=site.news)
    client.force_login(make_user())
    response = client.get(f"/admin/news/article/{draft.pk}/preview/")
    assert response.status_code == 200
    assert response["X-Accel-Expires"] == "0"
    assert "no-store" in response["Cache-Control"]


def test_staff_policy_forbids_inline_scripts(client, site):
    client.force_login(make_user())
    policy = client.get("/admin/news/article/add/")["Content-Security-Policy"]
    assert "script-src-elem 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "connect-src 'self'" in policy

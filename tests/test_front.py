"""The real nginx before the real application: who is shown what, with the application up and down."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from news.models import Article
from portal.front import STORED_VARIANTS

from .browser import Windows
from .factory import PASSWORD, make_article, make_column, make_draft, make_identity, make_user
from .front import Visitor, happens
from .site import EXPECTED_STATUS, PAGE_TYPES, build
from .test_article_admin import LIST, address, form_of
from .test_response_headers import NOT_STORED

PLAIN, ELDER = STORED_VARIANTS
TITLE = "常州市举行送温暖启动仪式"
# cookies of a reader -> the mode the page must be in
READERS = (
    ({}, "standard"),
    ({"display": PLAIN}, "standard"),
    ({"display": ELDER}, "elder"),
    ({"display": ELDER, "sessionid": "x" * 32}, "elder"),
    ({"sessionid": "display=elder-original-2"}, "standard"),
    ({"display": "elder"}, "standard"),
    ({"display": "elder-original-9"}, "standard"),
    ({"xdisplay": ELDER}, "standard"),
    ({"theme": "dark", "display": ELDER}, "elder"),
    ({"display": "elder-original-4"}, "elder"),
    ({"display": "standard-original-5"}, "standard"),
)
RARE = 2  # the last ones pass to the application each time


@pytest.fixture
def site(front, settings):
    settings.FRONTS, doors = [], settings.FRONTS  # there are no copies yet that could be replaced
    built = build()
    settings.FRONTS = doors
    return built


@pytest.fixture
def column(front):
    """Enough of a site where not every kind of page matters."""
    make_identity()
    return make_column("工会要闻", "ghyw")


@pytest.fixture
def desk(front):
    """A last signer at the desk; in this process, under a name of the site."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(make_user("zhongshen", role="终审"))
    return client


def path(name, site):
    return quote(PAGE_TYPES[name](site), safe="/?=&")


def surfaces(site):
    """Every stored address that names the article, with its place beside others."""
    neighbour = site.news.home_articles.get(title="第1期职工技能夜校开班")
    return (
        site.article.get_absolute_url(),
        neighbour.get_absolute_url(),
        "/",
        "/ghyw/",
        "/ghyw/?page=1",
        "/feed/",
        "/ghyw/feed/",
    )


def titles_in(front, addresses, title=TITLE):
    """The addresses, with their variant, that name the title."""
    return {
        (address, variant)
        for address in addresses
        for variant in STORED_VARIANTS
        if title in front.get(address, display=variant).text
    }


def test_two_thousand_requests_of_mixed_cookies_are_all_in_their_mode(front, site):
    addresses = [path(name, site) for name in PAGE_TYPES if name not in NOT_STORED]
    chance = random.Random(3)
    weights = [8] * (len(READERS) - RARE) + [1] * RARE
    readers = chance.choices(READERS, weights, k=2000)

    def read(share):
        wrong = []
        with front.visitor() as line:
            for cookies, mode in share:
                line.cookies = dict(cookies)
                answer = line.get(chance.choice(addresses))
                if answer.mode != mode or "Set-Cookie" in answer.headers:
                    wrong.append((cookies, answer.status, answer.cache))
        return wrong

    with ThreadPoolExecutor(8) as pool:
        shares = pool.map(read, [readers[start::8] for start in range(8)])
        assert [wrong for share in shares for wrong in share] == []


def test_every_stored_page_is_shown_in_both_modes_while_the_application_is_down(front, site):
    names = [name for name in PAGE_TYPES if name not in NOT_STORED]
    for name in names:
        for variant in STORED_VARIANTS:
            front.get(path(name, site), display=variant)
    front.stop_app()
    for name in names:
        for variant in STORED_VARIANTS:
            answer = front.get(path(name, site), display=variant)
            assert answer.status == EXPECTED_STATUS.get(name, 200), name
            assert answer.mode == variant.split("-")[0], name
        for size in (1, 4, 5):
            answer = front.get(path(name, site), display=f"elder-original-{size}")
            assert answer.mode == "elder", name
    assert "网站正在维护" in front.get(path("search", site)).text


def test_withdrawn_at_the_desk_it_is_gone_from_every_page_also_when_the_application_stops(
    front, site
):
    make_user("zhongshen", role="终审")
    addresses = surfaces(site)
    assert len(titles_in(front, addresses)) == len(addresses) * len(STORED_VARIANTS)
    with front.visitor() as editor:
        editor.log_in("zhongshen", PASSWORD)
        form = f"{LIST}{site.article.pk}/change/"
        assert "撤稿" in editor.get(form).text
        assert editor.post(form, {"_withdraw": "1"}).status == 302
        assert "已撤稿" in editor.get(form).text
    assert not titles_in(front, addresses)
    front.stop_app()
    assert not titles_in(front, addresses)
    for variant in (*STORED_VARIANTS, "elder-original-5"):
        answer = front.get(addresses[0], display=variant)
        assert (answer.status, "内容已撤下" in answer.text) == (410, True)
    assert front.get("/ghyw/").status == 200


def test_withdrawn_in_a_shell_it_is_gone_under_every_name_of_the_site(front, column):
    article = make_article(TITLE, home_column=column)
    with Visitor(front.url, host="localhost") as reader:
        assert reader.get(article.get_absolute_url()).status == 200
        article.withdraw()
        front.stop_app()
        assert reader.get(article.get_absolute_url()).status == 410
        assert TITLE not in reader.get("/").text


def test_copies_in_the_store_hold_neither_the_withdrawn_title_nor_anything_private(front, site):
    make_user("zhongshen", role="终审")
    with front.visitor(display=ELDER) as editor:
        editor.log_in("zhongshen", PASSWORD)
        for page in (
            LIST,
            f"{LIST}{site.draft.pk}/preview/",
            *surfaces(site),
            "/readyz",
            "/healthz",
        ):
            editor.get(page)
        secret = editor.cookies["sessionid"]
    site.article.withdraw()
    files = (front.folder / "copies").rglob("*")
    copies = [file.read_bytes().decode(errors="replace") for file in files if file.is_file()]
    assert len(copies) > 10
    for words in (TITLE, secret, "csrfmiddlewaretoken", "zhongshen", site.draft.title, "readyz"):
        assert not [copy for copy in copies if words in copy], words


def test_new_title_is_on_every_page_when_the_application_stops(front, site, desk):
    addresses = surfaces(site)
    titles_in(front, addresses)
    data = form_of(site.article, title="改过的送温暖标题", _save="1")
    assert desk.post(address(site.article), data).status_code == 302
    front.stop_app()
    assert len(titles_in(front, addresses, "改过的送温暖标题")) == len(addresses) * 2
    assert not titles_in(front, addresses)


def test_published_at_the_desk_it_is_there_when_the_application_stops(front, column, desk):
    draft = make_draft(home_column=column)
    front.get("/")
    desk.post(address(draft), form_of(draft, _publish="1"))
    draft.refresh_from_db()
    front.stop_app()
    for page in ("/", "/ghyw/", "/feed/", draft.get_absolute_url()):
        answer = front.get(page, display=ELDER)
        assert (answer.status, draft.title in answer.text) == (200, True), page


def test_articles_withdrawn_together_are_gone_together(front, site, desk):
    chosen = list(site.news.home_articles.filter(title__contains="期职工技能夜校")[:6])
    pages = ["/", "/ghyw/", "/ghyw/?page=2", "/feed/", *(a.get_absolute_url() for a in chosen)]
    titles_in(front, pages, "夜校")
    data = {"action": "withdraw_selected", "_selected_action": [article.pk for article in chosen]}
    desk.post(LIST, data)
    front.stop_app()
    for article in chosen:
        assert not titles_in(front, pages, f">{article.title}<"), article


def test_moved_article_leads_from_the_old_place_to_the_new(front, column, desk):
    service = make_column("普惠服务", "phfw")
    article = make_article(TITLE, home_column=column)
    old = article.get_absolute_url()
    titles_in(front, [old, "/ghyw/", "/phfw/"])
    desk.post(address(article), form_of(article) | {"home_column": service.pk})
    article.refresh_from_db()
    front.stop_app()
    moved = front.get(old)
    assert (moved.status, moved.headers["Location"]) == (301, article.get_absolute_url())
    assert titles_in(front, ["/ghyw/", "/phfw/"]) == {("/phfw/", PLAIN), ("/phfw/", ELDER)}


def test_draft_and_what_is_not_yet_due_are_never_stored_as_readable(front, column):
    later = timezone.now() + timedelta(hours=1)
    waiting = make_article("到时才有的消息", home_column=column, publish_at=later)
    draft = make_article("草稿里的消息", home_column=column, state="draft")
    for page in (waiting.get_absolute_url(), draft.get_absolute_url()):
        assert [front.get(page, display=variant).status for variant in STORED_VARIANTS] == [404] * 2


def test_what_becomes_due_by_time_alone_appears_soon(front, column):
    later = timezone.now() + timedelta(hours=1)
    article = make_article("到时才有的消息", home_column=column, publish_at=later)
    pages = ("/", "/ghyw/", "/feed/")
    assert not titles_in(front, pages, article.title)
    Article.objects.update(publish_at=timezone.now())  # the hour has passed; nobody announces it
    assert happens(lambda: len(titles_in(front, pages, article.title)) == 6)


def test_what_expires_by_time_alone_is_gone_soon_from_every_page(front, column):
    later = timezone.now() + timedelta(hours=1)
    article = make_article("到时下线的消息", home_column=column, expire_at=later)
    pages = ("/", "/ghyw/", "/feed/", article.get_absolute_url())
    assert len(titles_in(front, pages, article.title)) == 8
    Article.objects.update(expire_at=timezone.now())
    assert happens(lambda: not titles_in(front, pages, article.title))
    assert front.get(pages[-1]).status == 410


def test_signed_in_editor_is_shown_the_page_everybody_sees(front, column):
    article = make_article(home_column=column)
    make_user("zuozhe")
    with front.visitor() as editor:
        editor.log_in("zuozhe", PASSWORD)
        for page in (article.get_absolute_url(), "/search/?q=a", "/map/"):
            answer = editor.get(page)
            assert answer.body == front.get(page).body
            assert "Set-Cookie" not in answer.headers


def test_switch_sets_the_cookie_through_the_front_and_clears_the_browser_cache(front, column):
    with front.visitor() as reader:
        answer = reader.post("/display/", {"mode": "elder", "next": "/ghyw/"})
        assert (answer.status, answer.headers["Location"]) == (303, "/ghyw/")
        assert answer.headers["Clear-Site-Data"] == '"cache"'
        assert reader.cookies == {"display": ELDER}
        assert reader.get("/ghyw/").mode == "elder"


@pytest.mark.parametrize(
    "headers",
    [{"Sec_Fetch_Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}],
)
def test_switch_refuses_a_form_of_another_site_through_the_front(front, headers):
    with front.visitor() as reader:
        answer = reader.post("/display/", {"mode": "elder"}, **headers)
    assert (answer.status, "Set-Cookie" in answer.headers) == (403, False)


def test_reader_with_the_page_is_told_so_in_the_same_mode_only(front, column):
    page = make_article(home_column=column).get_absolute_url()
    for variant, other in ((PLAIN, ELDER), (ELDER, PLAIN), ("elder-original-4", PLAIN)):
        known = front.get(page, display=variant).headers["ETag"]
        assert front.get(page, display=variant, If_None_Match=known).status == 304
        assert front.get(page, display=other, If_None_Match=known).status == 200


def test_browser_switches_back_and_forth_through_the_front(front, column, chromium):
    make_article(TITLE, home_column=column)
    windows = Windows(chromium, front.url)
    page = windows.open("/ghyw/")
    root = page.locator("html")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="长者模式").first.click()
    page.wait_for_function("document.documentElement.dataset.mode == 'elder'")
    page.wait_for_load_state()
    page.go_back()
    page.wait_for_function("document.documentElement.dataset.mode == 'elder'")
    page.goto("/")
    assert root.get_attribute("data-mode") == "elder"
    windows.close()

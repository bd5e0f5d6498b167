"""Links to other sites: marked everywhere, and through the leaving page where one is due."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.core.signing import Signer

from news.outside import Departure, Outside, leaving_address
from portal.models import SiteIdentity

from .factory import (
    make_article,
    make_column,
    make_draft,
    make_identity,
    make_link,
    make_notice,
    make_picture,
    make_source,
    make_user,
)

ELSEWHERE = "https://baoming.example.com/?id=7&from=gh"
OUTSIDE = Outside.beyond("czgh.example.cn:8000", "www.czgh.cn", trusted=["acftu.org"])


def link_named(html, words):
    """`(href, inner HTML)` of the link that ends with these words."""
    for href, inner in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL):
        if words in inner:
            return unescape(href), inner
    raise AssertionError(f"no link {words}")


def departure_of(href):
    """The address a link to the leaving page carries, signature checked; None for another link."""
    parts = urlsplit(href)
    if parts.path != "/leave/":
        return None
    return Departure.from_signed(parse_qs(parts.query)["to"][0]).address


@pytest.mark.parametrize(
    "address",
    ["/ghyw/", "#top", "mailto:gh@example.cn", "tel:12351", "", "ghyw/", "?page=2",
     "http://czgh.example.cn/ghyw/", "https://CZGH.example.cn:8443/", "https://www.czgh.cn"],
)  # fmt: skip
def test_link_within_the_site_is_left_alone(address):
    way = OUTSIDE.way_to(address)
    assert (way.href, way.is_outside) == (address, False)


@pytest.mark.parametrize(
    "address",
    ["https://www.gov.cn/zhengce/", "http://gov.cn", "https://www.changzhou.gov.cn:8443/x?y#z",
     "HTTPS://WWW.GOV.CN/", "https://常州.政务/", "https://xn--55qx5d.xn--zfr164b/",
     "https://www.gov.cn./", "https://acftu.org/", "https://www.acftu.org/a"],
)  # fmt: skip
def test_link_to_a_government_or_trusted_site_is_marked_and_opens_at_once(address):
    way = OUTSIDE.way_to(address)
    assert (way.href, way.is_outside) == (address, True)


@pytest.mark.parametrize(
    "address",
    [
        ELSEWHERE,
        "https://evilgov.cn/",
        "https://gov.cn.example.com/",
        "https://notacftu.org/",
        "https://sub.www.czgh.cn/",
        "https://www.gov.cn@evil.example/",
        "https://www.gov.cn:80@evil.example/",
        "https://evil.example\\@www.gov.cn/",
        "https://evil.example\\.gov.cn/",
        "https://evil.example／.gov.cn/",
        "https://evil.example%2f.gov.cn/",
        "https:evil.example",
        "https:/evil.example/.gov.cn",
        "https://ｗｗｗ.gov.cn．evil.example/",
        "https://www。gov。cn/",
        "https:///www.gov.cn",
    ],
)
def test_every_other_link_leads_through_the_leaving_page(address):
    way = OUTSIDE.way_to(address)
    assert way.is_outside
    assert departure_of(way.href) == address


@pytest.mark.parametrize("address", ["ht\ntps://evil.example/", " \x01https://evil.example/", "\thttps://evil.example/"])  # fmt: skip
def test_address_is_read_as_browsers_read_it(address):
    assert departure_of(OUTSIDE.way_to(address).href) == "https://evil.example/"


class TestLeavingPage:
    pytestmark = pytest.mark.django_db

    def page(self, client, address):
        response = client.get(leaving_address(address))
        assert response.status_code == 200
        return response.content.decode()

    def test_shows_the_whole_address_and_both_ways(self, client):
        html = self.page(client, ELSEWHERE)
        assert "https://baoming.example.com/?id=7&amp;from=gh</dd>" in html
        href, _ = link_named(html, "继续前往")
        assert href == ELSEWHERE
        assert 'rel="noopener noreferrer nofollow">继续前往' in html
        assert link_named(html, "返回本网站")[0] == "/"
        assert "不由我们管理" in html

    def test_shows_a_chinese_host_in_both_spellings(self, client):
        for address in ("https://工会.中国/培训", "https://xn--6oq837a.xn--fiqs8s/%E5%9F%B9"):
            html = self.page(client, address)
            assert "工会.中国" in html
            assert "xn--6oq837a.xn--fiqs8s" in html
        assert "另一种写法" not in self.page(client, ELSEWHERE)

    @pytest.mark.parametrize("host", ["xn--", "a..b", "工" * 70 + ".cn", "[::1"])
    def test_host_that_cannot_be_respelt_is_shown_as_it_is(self, client, host):
        assert "继续前往" in self.page(client, f"https://{host}/")

    def test_never_redirects_by_itself_and_is_not_indexed(self, client):
        html = self.page(client, ELSEWHERE)
        assert "http-equiv" not in html
        assert '<meta name="robots" content="noindex, nofollow">' in html
        assert "Disallow: /leave/" in client.get("/robots.txt").content.decode()

    @pytest.mark.parametrize(
        "signed",
        [
            "",
            "https://evil.example/",
            "https://evil.example/:AAAA",
            Signer(salt="andere").sign("https://evil.example/"),
            Signer(salt="news.outside").sign("javascript:alert(1)"),
            Signer(salt="news.outside").sign("/ghyw/"),
        ],
        ids=["none", "unsigned", "forged", "signed for something else", "script", "path"],
    )
    def test_address_we_never_published_is_not_found(self, client, signed):
        response = client.get("/leave/", {"to": signed})
        assert response.status_code == 404
        assert "继续前往" not in response.content.decode()

    def test_published_address_cannot_be_changed(self, client):
        changed = leaving_address(ELSEWHERE).replace("baoming", "evil")
        assert client.get(changed).status_code == 404


@pytest.mark.django_db
class TestWhereLinksStand:
    @pytest.fixture(autouse=True)
    def site(self):
        make_identity(trusted_hosts="acftu.org\n\n  JSGH.org ")
        make_column("工会要闻", "ghyw")

    def assert_marked(self, html, words, *, target, direct):
        href, inner = link_named(html, words)
        assert "（外部网站）</span>" in inner
        assert (href if direct else departure_of(href)) == target

    def test_in_the_text_of_an_article(self, client):
        body = (
            f'<p><a href="{ELSEWHERE.replace("&", "&amp;")}" title="a&quot;b">报名网站</a>'
            '<a href="https://www.changzhou.gov.cn/">市政府</a>'
            '<a href="https://www.jsgh.org/">省总工会</a>'
            '<a href="http://testserver/ghyw/">本站</a><a href="tel:12351">热线</a></p>'
        )
        html = client.get(make_article(body=body).get_absolute_url()).content.decode()
        prose = html[html.index('class="prose"') :]
        self.assert_marked(prose, "报名网站", target=ELSEWHERE, direct=False)
        self.assert_marked(prose, "市政府", target="https://www.changzhou.gov.cn/", direct=True)
        self.assert_marked(prose, "省总工会", target="https://www.jsgh.org/", direct=True)
        assert link_named(prose, "本站") == ("http://testserver/ghyw/", "本站")
        assert link_named(prose, "热线") == ("tel:12351", "热线")

    def test_every_name_of_the_site_is_its_own(self, client, settings):
        settings.ALLOWED_HOSTS = ["testserver", "www.czgh.example.cn", ".wild.example.cn"]
        body = "".join(
            f'<a href="https://{host}/ghyw/">{host}</a>'
            for host in ("www.czgh.example.cn", "czgh.example.cn", "a.wild.example.cn")
        )
        html = client.get(make_article(body=f"<p>{body}</p>").get_absolute_url()).content.decode()
        marked = [words for words in re.findall(r">([\w.]+)<span", html) if "example" in words]
        assert marked == ["a.wild.example.cn"]

    def test_link_within_a_link_has_no_way_round(self, client):
        body = (
            '<a href="/ghyw/"><table><tbody><tr><td>'
            '<a href="https://evil.example/">里面</a></td></tr></tbody></table></a>'
        )
        html = client.get(make_article(body=body).get_absolute_url()).content.decode()
        assert 'href="https://evil.example/"' not in html
        assert "里面<span" in html

    def test_in_friendly_links_notice_bar_and_source(self, client):
        make_link("职工书屋", "https://shuwu.example.com/")
        make_link("全国总工会", "https://www.acftu.org/")
        make_notice("夜校报名", address="https://yexiao.example.com/")
        make_notice("查看要闻", address="/ghyw/")
        home = client.get("/").content.decode()
        self.assert_marked(home, "职工书屋", target="https://shuwu.example.com/", direct=False)
        self.assert_marked(home, "全国总工会", target="https://www.acftu.org/", direct=True)
        self.assert_marked(home, "夜校报名", target="https://yexiao.example.com/", direct=False)
        assert link_named(home, "查看要闻") == ("/ghyw/", "查看要闻")
        source = make_source("示例工人报")
        source.website = "https://grb.example.com/"
        source.save()
        article = make_article(origin="repost", source=source)
        html = client.get(article.get_absolute_url()).content.decode()
        self.assert_marked(html, "示例工人报", target="https://grb.example.com/", direct=False)

    def test_state_registers_in_the_footer_are_only_marked(self, client):
        SiteIdentity.objects.update(
            party_badge=make_picture("标识"),
            party_badge_link="https://bszs.example.org/show",
            police_link="https://beian.example.org/",
            error_report_link="https://zfwzgl.example.org/",
        )
        home = client.get("/").content.decode()
        for words, target in (
            ("党政机关网站标识", "https://bszs.example.org/show"),
            ("苏公网安备", "https://beian.example.org/"),
            ("网站找错", "https://zfwzgl.example.org/"),
            ("苏ICP备", "https://beian.miit.gov.cn/"),
        ):
            self.assert_marked(home, words, target=target, direct=True)

    @pytest.mark.parametrize("link", [ELSEWHERE, "https://www.example.gov.cn/x"])
    def test_title_that_jumps_to_another_site_says_so_in_every_list(self, client, link):
        column = make_column("政策文件", "zcwj", kind="policy")
        make_article("跳到别处", home_column=column, jump_link=link)
        make_article("留在本站", home_column=column)
        for address in ("/", "/zcwj/", "/search/?q=跳到"):
            html = client.get(address).content.decode()
            assert re.search(r'class="outside-link">跳到别处<span', html), address
            assert 'class="outside-link">留在本站' not in html, address

    def test_jump_link_is_no_open_redirect(self, client):
        article = make_article(jump_link=ELSEWHERE)
        response = client.get(article.get_absolute_url())
        assert response.status_code == 302
        assert departure_of(response["Location"]) == ELSEWHERE
        assert client.get(response["Location"]).status_code == 200

    def test_preview_of_a_draft_marks_them_too(self, client):
        draft = make_draft(body='<p><a href="https://www.gov.cn/">中国政府网</a></p>')
        client.force_login(make_user())
        html = client.get(f"/admin/news/article/{draft.pk}/preview/").content.decode()
        self.assert_marked(html, "中国政府网", target="https://www.gov.cn/", direct=True)

    def test_path_that_browsers_read_as_another_site_is_no_link(self, client):
        body = '<p><a href="/&#9;/evil.example/">文</a></p>'
        html = client.get(make_article(body=body).get_absolute_url()).content.decode()
        assert "evil.example" not in html


class TestTrustedHosts:
    pytestmark = pytest.mark.django_db

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("acftu.org\nhttps://www.jsgh.org/", "第 2 行“https://www.jsgh.org/”不是域名"),
            ("cn", "第 1 行“cn”不是域名"),
            ("acftu.org jsgh.org", "第 1 行"),
            ("*.acftu.org", "第 1 行"),
            ("\n.org", "第 2 行“.org”"),
        ],
    )
    def test_what_is_no_host_is_refused_with_its_line(self, text, line):
        identity = make_identity()
        identity.trusted_hosts = text
        with pytest.raises(ValidationError, match=re.escape(line)):
            identity.full_clean()

    def test_list_is_edited_at_the_desk_and_works_at_once(self, client):
        make_identity()
        make_link("职工书屋", "https://shuwu.example.com/")
        client.force_login(make_user("guanli", role=None, is_superuser=True))
        page = client.get("/admin/portal/siteidentity/1/change/")
        form = page.context["adminform"].form
        data = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}  # fmt: skip
        inline = page.context["inline_admin_formsets"][0].formset
        for name in ("TOTAL_FORMS", "INITIAL_FORMS"):
            data[f"{inline.prefix}-{name}"] = 0
        data["trusted_hosts"] = "example.com"
        saved = client.post("/admin/portal/siteidentity/1/change/", data)
        assert saved.status_code == 302, saved.context["adminform"].errors
        client.logout()
        assert link_named(client.get("/").content.decode(), "职工书屋")[0] == "https://shuwu.example.com/"  # fmt: skip


@pytest.mark.parametrize("address", ["/\t/evil.example/", "/\n/evil.example/", "/\\evil.example"])
@pytest.mark.django_db
def test_path_with_a_tab_is_refused_as_a_link(address):
    notice = make_notice(address="")
    notice.address = address
    with pytest.raises(ValidationError, match="链接应以 http"):
        notice.full_clean()


@pytest.mark.django_db(transaction=True)
class TestInTheBrowser:
    @pytest.fixture
    def article(self):
        make_identity()
        return make_article(body=f'<p>请到<a href="{ELSEWHERE}">报名网站</a>报名。</p>')

    def test_back_returns_to_the_article(self, visit, article):
        page = visit(article.get_absolute_url())
        page.get_by_role("link", name=re.compile(r"^报名网站\s*（外部网站）$")).click()
        page.wait_for_url("**/leave/**")
        page.get_by_role("link", name="返回本网站").click()
        page.wait_for_url(f"**{article.get_absolute_url()}")

    def test_back_leads_home_where_there_is_nothing_to_go_back_to(self, visit, article):
        page = visit(leaving_address(ELSEWHERE))
        page.get_by_role("link", name="返回本网站").click()
        page.wait_for_url(lambda url: urlsplit(url).path == "/")

    def test_mark_is_seen_but_not_copied(self, visit, article):
        page = visit(article.get_absolute_url())
        arrow = page.locator(".prose .outside-link").evaluate(
            "link => getComputedStyle(link, '::after').content"
        )
        assert "↗" in arrow
        copied = page.evaluate(
            "() => { getSelection().selectAllChildren(document.querySelector('.prose'));"
            " return getSelection().toString(); }"
        )
        assert copied.strip() == "请到报名网站报名。"

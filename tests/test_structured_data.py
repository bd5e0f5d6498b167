"""What an article tells search engines and those who share it: JSON-LD, Open Graph, canonical."""

import json
import re
from datetime import UTC, datetime
from html import unescape

import pytest

from .factory import (
    make_article,
    make_column,
    make_draft,
    make_identity,
    make_picture,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
PROPERTY = re.compile(r'<meta property="([\w:]+)" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
MORNING = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)  # 09:30 in Beijing


@pytest.fixture
def column():
    make_identity()
    return make_column("工会要闻", "ghyw", parent=make_column("新闻中心", "xwzx"))


def head(client, address):
    return client.get(address).content.decode().split("</head>")[0]


def graph(client, article):
    found = DATA.findall(head(client, article.get_absolute_url()))
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    return {part["@type"]: part for part in data["@graph"]}


def properties(html):
    pairs = PROPERTY.findall(html)
    assert len(pairs) == len(dict(pairs)), "each property once"
    assert all(value for _, value in pairs), "no empty property"
    return {name: unescape(value) for name, value in pairs}


def test_article_says_what_it_is_when_and_by_whom(client, column):
    cover = make_picture("会场")
    article = make_article(
        home_column=column, publish_at=MORNING, author="林远舟", cover=cover, summary="摘要"
    )
    data = graph(client, article)["NewsArticle"]
    assert data["headline"] == article.title
    assert data["description"] == "摘要"
    assert data["datePublished"] == "2026-11-20T09:30:00+08:00"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", data["dateModified"])
    assert data["author"] == {"@type": "Person", "name": "林远舟"}
    assert data["publisher"]["name"] == "常州市总工会"
    assert data["publisher"]["logo"]["url"] == f"{HOST}/static/img/icon-512.png"
    assert data["image"]["url"] == HOST + cover.url
    assert (data["image"]["width"], data["image"]["height"]) == (1200, 800)
    assert data["mainEntityOfPage"] == HOST + article.get_absolute_url()
    assert (data["articleSection"], data["inLanguage"]) == ("工会要闻", "zh-CN")
    assert "isBasedOn" not in data


def test_uploaded_logo_is_the_publishers(client, column):
    from portal.models import SiteIdentity

    logo = make_picture("标志")
    SiteIdentity.objects.update(logo=logo)
    data = graph(client, make_article(home_column=column))["NewsArticle"]
    assert data["publisher"]["logo"]["url"] == HOST + logo.url
    assert data["author"]["name"] == "常州市总工会"


def test_repost_names_where_it_comes_from(client, column):
    source = make_source("示例工人报")
    article = make_article(home_column=column, origin="repost", source=source)
    data = graph(client, article)["NewsArticle"]
    assert data["sourceOrganization"] == {"@type": "Organization", "name": "示例工人报"}
    assert "isBasedOn" not in data
    source.website = "https://grb.example.cn/"
    source.save()
    assert graph(client, article)["NewsArticle"]["isBasedOn"] == "https://grb.example.cn/"


def test_breadcrumbs_lead_from_home_through_the_columns(client, column):
    article = make_article(home_column=column)
    steps = graph(client, article)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["首页", "新闻中心", "工会要闻", article.title]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert steps[2]["item"] == f"{HOST}/ghyw/"


def test_article_prepared_before_it_was_published_is_not_older_than_itself(client, column):
    article = make_article(home_column=column)
    type(article).objects.update(updated_at=datetime(2020, 1, 1, tzinfo=UTC))
    data = graph(client, article)["NewsArticle"]
    assert data["dateModified"] == data["datePublished"]


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", '引号"和\\反斜杠', "A&B&lt;"]
)
def test_no_title_can_end_the_data_block(client, column, title):
    article = make_article(title, home_column=column)
    html = head(client, article.get_absolute_url())
    assert "<script>" not in html
    assert graph(client, article)["NewsArticle"]["headline"] == title
    assert properties(html)["og:title"] == title


def test_page_of_a_column_is_no_news(client, column):
    about = make_column("机构概况", "jggk", kind="page")
    article = make_article("机构概况", home_column=about)
    parts = graph(client, article)
    assert set(parts) == {"BreadcrumbList"}
    steps = parts["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["首页", "机构概况"]


def test_article_has_its_open_graph(client, column):
    cover = make_picture("会场")
    article = make_article(
        home_column=column, publish_at=MORNING, cover=cover, cover_alt="开幕式", summary="摘要"
    )
    address = HOST + article.get_absolute_url()
    found = properties(head(client, article.get_absolute_url()))
    modified = found.pop("article:modified_time")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", modified)
    assert found == {
        "og:type": "article",
        "og:title": article.title,
        "og:description": "摘要",
        "og:url": address,
        "og:site_name": "常州市总工会",
        "og:locale": "zh_CN",
        "og:image": HOST + cover.url,
        "og:image:width": "1200",
        "og:image:height": "800",
        "og:image:alt": "开幕式",
        "article:published_time": "2026-11-20T09:30:00+08:00",
        "article:section": "工会要闻",
    }


def test_home_and_columns_are_of_type_website_with_the_sites_picture(client, column):
    for address in ("/", "/ghyw/"):
        found = properties(head(client, address))
        assert found["og:type"] == "website"
        assert found["og:url"] == HOST + address
        assert found["og:image"] == f"{HOST}/static/img/icon-512.png"
        assert not any(name.startswith("article:") for name in found)


def test_one_canonical_address_whatever_was_asked(client, column):
    article = make_article(home_column=column)
    for number in range(25):
        make_article(f"第{number}期", home_column=column)
    for asked, canonical in (
        ("/?from=weixin", "/"),
        ("/ghyw/?from=weixin", "/ghyw/"),
        ("/ghyw/?page=2&from=weixin", "/ghyw/?page=2"),
        (f"{article.get_absolute_url()}?from=weixin", article.get_absolute_url()),
    ):
        assert CANONICAL.findall(head(client, asked)) == [HOST + canonical]


def test_preview_of_a_draft_tells_search_engines_nothing(client, column):
    draft = make_draft(home_column=column)
    client.force_login(make_user())
    html = client.get(f"/admin/news/article/{draft.pk}/preview/").content.decode()
    assert draft.title in html
    for part in ("ld+json", "og:title", "canonical", "qr.svg", "data-share"):
        assert part not in html


def test_pages_that_are_no_content_have_no_canonical_address(client, column):
    gone = make_article(home_column=column)
    gone.withdraw()
    for address in ("/bucunzai/", gone.get_absolute_url(), "/search/?q=夜校"):
        assert not CANONICAL.findall(head(client, address)), address

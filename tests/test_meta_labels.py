"""Meta labels of 政府网站发展指引, annex 网页设计规范 (reference: standards, section 3a)."""

import re
from html import unescape

import pytest

from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db

SITE = {"SiteName": "常州市总工会", "SiteDomain": "czgh.example.cn", "SiteIDCode": "3204000066"}
COLUMN = {
    "ColumnName": "工会要闻",
    "ColumnDescription": "要闻",
    "ColumnKeywords": "工会,要闻",
    "ColumnType": "工作动态",
}
LABEL = re.compile(r'<meta name="([A-Z]\w+)" content="([^"]*)"')


def labels(client, address):
    head = client.get(address).content.decode().split("</head>")[0]
    pairs = LABEL.findall(head)
    assert len(pairs) == len({name for name, _ in pairs}), "each label once"
    assert all(value for _, value in pairs), "no empty label"
    return {name: unescape(value) for name, value in pairs}


@pytest.fixture
def site():
    return build()


def test_every_page_carries_the_site_labels(client, site):
    for name, address in PAGE_TYPES.items():
        assert SITE.items() <= labels(client, address(site)).items(), name


def test_home_has_three_site_and_four_column_labels(client, site):
    found = labels(client, "/")
    assert len(found) == 7
    assert found["ColumnType"] == "首页"


def test_list_has_seven_labels(client, site):
    assert labels(client, "/ghyw/") == SITE | COLUMN


def test_article_has_ten_labels_and_the_five_optional_ones(client, site):
    article = site.article
    found = labels(client, article.get_absolute_url())
    assert (SITE | COLUMN).items() <= found.items()
    assert len(found) == 15
    assert found["ArticleTitle"] == article.title
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", found["PubDate"])
    assert found["ContentSource"] == "常州市总工会"
    assert found["Keywords"] == "送温暖、困难职工"
    assert found["Author"] == "林远舟"
    assert found["Description"] == article.summary
    assert found["Image"] == f"http://testserver{article.cover.url}"
    assert found["Url"] == f"http://testserver{article.get_absolute_url()}"


def test_label_with_quotes_in_the_title_stays_one_label(client, site):
    site.article.title = '开展"送温暖"<活动>'
    site.article.save()
    found = labels(client, site.article.get_absolute_url())
    assert found["ArticleTitle"] == '开展"送温暖"<活动>'

"""Header, footer and home page come from the records staff edit."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from portal.models import SiteIdentity

from .factory import make_article, make_column, make_identity, make_link, make_notice, make_picture
from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db

FOOTER = (
    "主办单位：常州市总工会",
    "承办单位：常州市大数据管理中心",
    "地址：常州市和平北路166号",
    "0519-85685023",
    "工作日9:00-17:00",
    "网站地图",
    "网站支持IPV6",
    "苏公网安备32041102000483号",
    "网站标识码：3204000066",
    "苏ICP备05003616号-2",
)


def test_every_page_has_the_whole_footer(client):
    site = build()
    for name, address in PAGE_TYPES.items():
        html = client.get(address(site)).content.decode()
        missing = [item for item in FOOTER if item not in html]
        assert not missing, (name, missing)


def test_site_without_identity_still_shows_a_page(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "工会门户网站" in response.content.decode()


def test_changed_identity_shows_at_once(client):
    identity = make_identity()
    identity.name = "示范市总工会"
    identity.save()
    assert "示范市总工会" in client.get("/").content.decode()


def test_uploaded_badges_show_with_their_links(client):
    badge = make_picture("党政机关网站标识")
    make_identity(
        party_badge=badge,
        party_badge_link="https://bszs.example.cn/show",
        police_badge=make_picture("公安备案图标"),
        police_link="https://beian.example.cn/",
        error_report_link="https://zfwzgl.example.cn/",
        logo=make_picture("标志"),
    )
    html = client.get("/").content.decode()
    for part in (badge.url, "bszs.example.cn/show", "beian.example.cn", "我为政府网站找错"):
        assert part in html


def test_there_is_one_identity_only():
    from django.db import IntegrityError

    make_identity()
    with pytest.raises(IntegrityError):
        SiteIdentity.objects.create(pk=2, name="第二个")


def test_notice_bar_shows_between_its_times_only(client):
    now = timezone.now()
    make_notice("正在显示的通知")
    make_notice(
        "还没开始的通知", starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2)
    )
    make_notice(
        "已经结束的通知", starts_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1)
    )
    html = client.get("/").content.decode()
    assert "正在显示的通知" in html
    assert "还没开始的通知" not in html
    assert "已经结束的通知" not in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example/", "www.example.cn"])
def test_notice_bar_link_of_another_kind_is_refused(address):
    notice = make_notice(address="")
    notice.address = address
    with pytest.raises(ValidationError, match="链接应以 http"):
        notice.full_clean()


@pytest.mark.parametrize(("field", "value"), [("domain", "http://a.cn/"), ("site_code", "abc")])
def test_nonsense_in_the_identity_is_refused(field, value):
    identity = make_identity()
    setattr(identity, field, value)
    with pytest.raises(ValidationError):
        identity.full_clean()


def test_home_shows_headlines_columns_hotline_and_links(client):
    make_identity()
    column = make_column("基层动态", "jcdt")
    make_article("社区工会送清凉", home_column=column, summary="清凉物资送到岗位上。")
    make_link("友邻工会")
    html = client.get("/").content.decode()
    for part in (
        "社区工会送清凉",
        "清凉物资送到岗位上",
        "基层动态",
        'href="tel:12351"',
        "友邻工会",
    ):
        assert part in html


def test_column_outside_the_navigation_is_in_the_site_map(client):
    make_column("旧栏目", "jlm", in_navigation=False)
    assert "旧栏目" not in client.get("/").content.decode()
    assert "旧栏目" in client.get("/map/").content.decode()

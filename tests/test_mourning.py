"""Mourning mode (灰色模式): every page in greys between two times, to the second, still readable."""

import io
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError
from django.utils import timezone
from PIL import Image, ImageChops

from portal import frame, middleware
from portal.frame import load_frame
from portal.models import MourningPeriod

from .factory import make_mourning, make_notice, make_user
from .site import PAGE_TYPES, build

pytestmark = pytest.mark.django_db

START = timezone.make_aware(datetime(2026, 12, 13, 0, 0))
END = timezone.make_aware(datetime(2026, 12, 14, 0, 0))
MOMENT = timedelta(microseconds=1)
CONTRAST = {"standard": 4.5, "elder": 7}  # WCAG 2.2, 1.4.3 and 1.4.6

# Contrast of every visible text with the ground under it, both as the greys the filter makes of
# them: the luminance coefficients of Filter Effects 1, applied to sRGB values.
LOWEST_CONTRAST = """() => {
  const colour = (text) => text.match(/[\\d.]+/g).map(Number);
  const grey = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const light = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const found = colour(getComputedStyle(e).backgroundColor);
      if (found[3] !== 0) return found;
    }
    return [255, 255, 255];
  };
  const ratio = (e) => {
    const pair = [colour(getComputedStyle(e).color), ground(e)].map((c) => light(grey(c)));
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };
  return Math.min(...[...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden')
      && (e.matches('input, select') || [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())))
    .map(ratio));
}"""


def is_grey(html):
    root = html[html.index("<html") :]
    return "data-mourning" in root[: root.index(">")]


@pytest.mark.parametrize(
    ("at", "grey"),
    [
        (START - MOMENT, False),
        (START, True),
        (END - MOMENT, True),
        (END, False),
    ],
    ids=["before it starts", "as it starts", "before it ends", "as it ends"],
)
def test_site_mourns_from_the_start_until_the_end(at, grey):
    make_mourning(starts_at=START, ends_at=END)
    assert load_frame(at).in_mourning is grey


@pytest.mark.parametrize(
    ("hour", "grey"), [(0, True), (11, True), (12, True), (35, True), (36, False)]
)
def test_overlapping_periods_last_until_the_last_of_them_ends(hour, grey):
    make_mourning(starts_at=START, ends_at=START + timedelta(hours=12))
    make_mourning(starts_at=START + timedelta(hours=6), ends_at=START + timedelta(hours=36))
    assert load_frame(START + timedelta(hours=hour)).in_mourning is grey


def test_next_switch_is_the_nearest_start_or_end_of_mourning_or_notice():
    make_mourning(starts_at=START, ends_at=END)
    make_notice(starts_at=START - timedelta(days=1), ends_at=START + timedelta(hours=1))
    hours = [-48, -24, 0, 1, 24]  # from START
    expected = [-24, 0, 1, 24, None]
    for hour, switch in zip(hours, expected, strict=True):
        found = load_frame(START + timedelta(hours=hour)).next_switch
        assert found == (None if switch is None else START + timedelta(hours=switch))


def test_every_page_is_grey_in_every_variant_and_otherwise_the_same(client):
    site = build()
    plain = {name: client.get(address(site)).content for name, address in PAGE_TYPES.items()}
    make_mourning()
    for variant in ("standard-original-2", "elder-original-2", "elder-original-5"):
        client.cookies["display"] = variant
        for name, address in PAGE_TYPES.items():
            html = client.get(address(site)).content.decode()
            assert is_grey(html), (name, variant)
            assert html.split("<head>")[1] == plain[name].decode().split("<head>")[1], name


def test_no_page_is_grey_before_or_after(client):
    site = build()
    now = timezone.now()
    make_mourning(starts_at=now + timedelta(hours=1), ends_at=now + timedelta(hours=2))
    make_mourning(starts_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1))
    for name, address in PAGE_TYPES.items():
        assert not is_grey(client.get(address(site)).content.decode()), name


def test_copy_kept_by_the_browser_is_renewed_when_mourning_begins(client):
    build()
    plain = client.get("/")["ETag"]
    make_mourning()
    assert client.get("/", headers={"if-none-match": plain}).status_code == 200


def expiry(client, seconds, make=make_mourning):
    """What nginx is told when something begins in so many seconds."""
    start = timezone.now() + timedelta(seconds=seconds)
    row = make(starts_at=start, ends_at=start + timedelta(days=1))
    answer = client.get("/ghyw/")["X-Accel-Expires"]
    row.delete()
    return answer


@pytest.mark.parametrize("make", [make_mourning, make_notice])
def test_no_copy_is_kept_over_a_switch(client, make):
    build()
    fresh = middleware.FRESH_SECONDS
    # A copy for n whole seconds may be shown for almost n + 1.
    assert expiry(client, fresh + 0.9, make) == "0"
    assert expiry(client, fresh + 60, make) == str(fresh)


def test_no_copy_is_kept_over_the_end_of_mourning(client):
    build()
    make_mourning(ends_at=timezone.now() + timedelta(seconds=1))
    assert client.get("/ghyw/")["X-Accel-Expires"] == "0"


def test_answer_that_needs_no_frame_asks_nothing_about_mourning(client, django_assert_num_queries):
    make_mourning(starts_at=timezone.now() + timedelta(seconds=1))
    with django_assert_num_queries(0):
        answer = client.get("/robots.txt")
    assert answer["X-Accel-Expires"] == str(middleware.FRESH_SECONDS)


def test_error_page_is_grey_while_the_database_is_down(client, monkeypatch):
    build()
    make_mourning()
    client.get("/")

    def down(*args):
        raise DatabaseError("数据库没有应答")

    monkeypatch.setattr(frame, "_read", down)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert is_grey(answer.content.decode())
    assert is_grey(client.get("/%00/").content.decode())


def test_error_page_has_its_colours_at_other_times(client, monkeypatch):
    period = make_mourning()
    client.get("/")
    assert is_grey(client.get("/%00/").content.decode())
    assert frame.is_known_mourning(period.ends_at - MOMENT)
    assert not frame.is_known_mourning(period.ends_at)
    period.delete()
    client.get("/")
    assert not is_grey(client.get("/%00/").content.decode())


def test_period_that_ends_before_it_starts_is_refused_in_chinese():
    period = MourningPeriod(reason="国家公祭日", starts_at=END, ends_at=START)
    with pytest.raises(ValidationError, match="结束时间应晚于开始时间"):
        period.full_clean()
    with pytest.raises(IntegrityError):
        period.save()


def test_year_that_is_a_slip_of_the_keyboard_is_refused():
    period = MourningPeriod(reason="国家公祭日", starts_at=START.replace(year=206), ends_at=END)
    with pytest.raises(ValidationError, match="年份应在 1949 到 2100 之间"):
        period.full_clean()


@pytest.mark.parametrize("role", ["作者", "初审", "复审", "终审"])
def test_only_the_administrator_turns_the_site_grey(client, role):
    client.force_login(make_user(role=role))
    for address in ("/admin/portal/mourningperiod/", "/admin/portal/mourningperiod/add/"):
        assert client.get(address).status_code == 403
    assert "灰色模式" not in client.get("/admin/").content.decode()


def test_administrator_is_told_what_follows_and_the_desk_keeps_its_colours(client):
    client.force_login(make_user("guanli", role=None, is_superuser=True))
    html = client.get("/admin/portal/mourningperiod/add/").content.decode()
    assert "到时全站变灰，到时自动恢复" in html
    form = {"reason": "国家公祭日", "starts_at_0": "2026-12-13", "starts_at_1": "00:00"}
    wrong = form | {"ends_at_0": "2026-12-12", "ends_at_1": "23:59"}
    html = client.post("/admin/portal/mourningperiod/add/", wrong).content.decode()
    assert "结束时间应晚于开始时间" in html
    assert 'value="国家公祭日"' in html
    right = form | {"ends_at_0": "2026-12-14", "ends_at_1": "00:00"}
    client.post("/admin/portal/mourningperiod/add/", right)
    period = MourningPeriod.objects.get()
    assert (period.starts_at, period.ends_at) == (START, END)
    make_mourning("现在的一段")
    html = client.get("/admin/portal/mourningperiod/").content.decode()
    assert "全站正在显示为灰色" in html
    assert not is_grey(html)


def colourfulness(png):
    """The largest difference between two channels of any pixel, 0 to 255."""
    red, green, blue = Image.open(io.BytesIO(png)).convert("RGB").split()
    pairs = ((red, green), (green, blue), (red, blue))
    return max(ImageChops.difference(one, other).getextrema()[1] for one, other in pairs)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("mode", ["standard", "elder"])
def test_no_pixel_of_any_page_is_coloured_and_every_text_stands_out(visit, mode):
    site = build()
    page = visit("/", mode=mode)
    assert colourfulness(page.screenshot()) > 100  # the check itself sees colours
    make_mourning()
    for name, address in PAGE_TYPES.items():
        page.goto(address(site), wait_until="networkidle")
        assert colourfulness(page.screenshot(full_page=True)) <= 1, name
        assert page.evaluate(LOWEST_CONTRAST) >= CONTRAST[mode], name


@pytest.mark.django_db(transaction=True)
def test_error_page_without_a_database_has_no_coloured_pixel(visit):
    make_mourning()
    page = visit("/")
    page.goto("/%00/")
    assert colourfulness(page.screenshot(full_page=True)) <= 1

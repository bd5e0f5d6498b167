"""Rows for tests: plain functions with good defaults. Names and texts are invented."""

import io
import itertools
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from news.models import Article, Attachment, Attendance, Column, Source, Video
from news.pictures import store_picture
from portal.models import (
    FriendlyLink,
    HomeBlock,
    MourningPeriod,
    NoticeBar,
    ServiceLink,
    ServicePhone,
    SiteIdentity,
)
from portal.roles import create_roles

_numbers = itertools.count(1)

# A real film of 20 seconds, 960 x 540 px: the sample's own.
FILM = Path(__file__).parent.parent / "portal/sample/lectures.mp4"
CAPTIONS = """WEBVTT

00:00:00.500 --> 00:00:04.000
劳模工匠走进车间

00:00:05.000 --> 00:00:09.000
第一讲讲一个零件的合格率
"""


def make_column(name="工会要闻", slug=None, **fields):
    number = next(_numbers)
    fields.setdefault("order", number)
    return Column.objects.create(name=name, slug=slug or f"lm{number}", **fields)


def make_article(title="职工技能竞赛开幕", **fields):
    """A published article unless the fields say otherwise."""
    if "home_column" not in fields:
        fields["home_column"] = Column.objects.first() or make_column()
    fields.setdefault("body", "<p>比赛在市工人文化宫举行，三百名职工参加。</p>")
    fields.setdefault("state", Article.State.PUBLISHED)
    fields.setdefault("publish_at", timezone.now() - timedelta(hours=1))
    return Article.objects.create(title=title, **fields)


def make_draft(title="尚未发布的稿件", **fields):
    return make_article(title, state=Article.State.DRAFT, publish_at=None, **fields)


def make_attendance(
    article, name="林远舟", positions=("市总工会副主席",), parts=("出席",), **fields
):
    fields.setdefault("order", article.attendances.count() + 1)
    return Attendance.objects.create(
        article=article, name=name, positions=list(positions), parts=list(parts), **fields
    )


def make_attachment(article, name="报名表.pdf", content=b"%PDF-1.4 form"):
    file = _stored("attachments", "pdf", content)
    return Attachment.objects.create(article=article, name=name, file=file, size=len(content))


def make_video(article, title="劳模工匠进车间", **fields):
    fields.setdefault("captions", _stored("captions", "vtt", CAPTIONS.encode()))
    fields.setdefault("transcript", "字幕和画面：老师傅站在机床旁讲解。\n\n最后是报名电话12351。")
    fields.setdefault("file", _stored("videos", "mp4", FILM.read_bytes()))
    size = {"width": 960, "height": 540, "seconds": 20, "size": FILM.stat().st_size}
    return Video.objects.create(article=article, title=title, **(size | fields))


def _stored(folder, extension, content):
    name = f"{folder}/2026/11/{next(_numbers):08d}.{extension}"
    return default_storage.save(name, ContentFile(content))


def picture_file(name="照片.png", size=(1200, 800), kind="PNG", mode="RGB", **options):
    """The bytes of a real picture, as an upload."""
    data = io.BytesIO()
    Image.new(mode, size, 80 if mode == "L" else (179, 20, 28)).save(data, kind, **options)
    return SimpleUploadedFile(name, data.getvalue())


def make_picture(alt="工人在车间里操作机床"):
    return store_picture(picture_file(), alt=alt)


def make_source(name="示例工人报"):
    return Source.objects.get_or_create(name=name)[0]


def make_identity(**fields):
    defaults = {
        "name": "常州市总工会",
        "domain": "czgh.example.cn",
        "organiser": "常州市总工会",
        "undertaker": "常州市大数据管理中心",
        "address": "常州市和平北路166号",
        "site_code": "3204000066",
        "icp_number": "苏ICP备05003616号-2",
        "police_number": "苏公网安备32041102000483号",
        "keywords": "工会,职工",
        "description": "常州市总工会门户网站。",
    }
    identity = SiteIdentity.objects.create(pk=1, **(defaults | fields))
    ServicePhone.objects.create(
        identity=identity, label="技术支持电话", number="0519-85685023", hours="工作日9:00-17:00"
    )
    return identity


def make_link(name="友邻工会", address="https://friend.example.cn/"):
    return FriendlyLink.objects.create(name=name, address=address)


def make_notice(text="中秋节期间热线照常服务", **fields):
    fields.setdefault("starts_at", timezone.now() - timedelta(hours=1))
    fields.setdefault("ends_at", timezone.now() + timedelta(hours=1))
    return NoticeBar.objects.create(text=text, **fields)


def make_mourning(reason="国家公祭日", **fields):
    fields.setdefault("starts_at", timezone.now() - timedelta(hours=1))
    fields.setdefault("ends_at", timezone.now() + timedelta(hours=1))
    return MourningPeriod.objects.create(reason=reason, **fields)


def make_block(column=None, **fields):
    """A block of the home page: of the column, or of the kind the fields name."""
    fields.setdefault("order", next(_numbers))
    return HomeBlock.objects.create(column=column, **fields)


def make_service(name="办事指南", address="/jggk/", **fields):
    fields.setdefault("order", next(_numbers))
    return ServiceLink.objects.create(name=name, address=address, **fields)


PASSWORD = "测试用-Passw0rd"


def make_user(username="zuozhe", role="作者", **fields):
    """A member of staff with the role's group (portal/roles.py)."""
    create_roles(Group, Permission)  # tests with a live server start without migrations' rows
    user = User.objects.create_user(username, password=PASSWORD, is_staff=True, **fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user

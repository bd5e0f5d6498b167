"""Fills an empty site with the real columns, the seed page and believable articles.

Every row goes through the rules of the desk (`full_clean`, the cleaner, the picture checks). All of
it is one transaction: a load that is killed leaves an empty site, and the next one starts again.
"""

import io
import json
import re
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone

from news.attachments import check_attachment
from news.attendees import extract
from news.importing.reader import read_page_text
from news.importing.writer import write_article, write_attendance
from news.models import Article, Attachment, Column, Picture, Source, Video
from news.pictures import store_picture
from news.uploads import KeptUpload
from news.videos import check_video, move_into_place, prepare_captions
from portal.models import FriendlyLink, HomeBlock, ServiceLink, ServicePhone, SiteIdentity

from . import documents
from .drawing import SCENES, draw

FOLDER = Path(__file__).parent
SEED_URL = "https://czgh.jscz.org.cn/content/suitable/show?catid=19920&id=26512"
SEED_COLUMN = "ghyw"
PICTURE = re.compile(r"\{\{picture:(\w+)\|([^}]+)\}\}")  # {{picture:scene|words below it}}


def load() -> int:
    """Number of articles loaded: 0 where the site already has columns or articles."""
    if Article.objects.exists() or Column.objects.exists():
        return 0
    with transaction.atomic():
        load_identity()
        columns = load_columns()
        load_home(columns)
        for row in _read("articles.json"):
            load_article(row, columns)
        load_seed(columns[SEED_COLUMN])
        return Article.objects.count()


def load_identity() -> SiteIdentity:
    """The real footer of the site we replace (DESIGN.md)."""
    data = _read("identity.json")
    identity = SiteIdentity(pk=1, **data["identity"])
    identity.full_clean()
    identity.save()
    ServicePhone.objects.bulk_create(
        ServicePhone(identity=identity, **phone) for phone in data["phones"]
    )
    FriendlyLink.objects.bulk_create(FriendlyLink(**link) for link in data["links"])
    return identity


def load_columns() -> dict[str, Column]:
    """Columns by slug; a parent stands before its children in the file."""
    columns = {}
    for row in _read("columns.json"):
        parent = columns.get(row.pop("parent"))
        column = Column(parent=parent, **row)
        column.full_clean()
        column.save()
        columns[column.slug] = column
    return columns


def load_home(columns: dict[str, Column]) -> None:
    """The home page's blocks and services; staff change both in the admin."""
    data = _read("home.json")
    for row in data["blocks"]:
        block = HomeBlock(**(row | {"column": columns.get(row.get("column"))}))
        block.full_clean()
        block.save()
    for order, row in enumerate(data["services"], start=1):
        service = ServiceLink(order=order, **row)
        service.full_clean()
        service.save()


def load_article(row: dict, columns: dict[str, Column]) -> Article:
    further = [columns[slug] for slug in row.get("further_columns") or []]
    plain = {name: row[name] for name in PLAIN_FIELDS if row.get(name)}
    plain["body"] = PICTURE.sub(_figure, plain["body"])
    article = Article(
        **plain,
        home_column=columns[row["column"]],
        source=_source(row.get("source")),
        publish_at=_time(row["published"]),
        pinned_until=_pinned_until(row),
        cover=_cover(row.get("scene")),
        state=Article.State.PUBLISHED,
    )
    article.full_clean()
    article.save()
    article.columns.set(further)
    write_attendance(article, row.get("attendance") or [])
    for order, attachment in enumerate(row.get("attachments") or []):
        load_attachment(article, attachment, order)
    if row.get("video"):
        load_video(article, row["video"])
    return article


PLAIN_FIELDS = (
    "title", "short_title", "shoulder_title", "subtitle", "body", "summary", "keywords", "origin",
    "author", "editor", "event_date", "document_number", "issuer", "issued_on", "validity",
)  # fmt: skip


def load_attachment(article: Article, row: dict, order: int) -> Attachment:
    name = row["name"]
    title = name.rpartition(".")[0]
    if "headings" in row:
        data = documents.table(title, row["headings"], row["rows"])
    else:
        data = documents.form(title, row["fields"])
    kept = _kept(check_attachment(ContentFile(data, name=name)), name, "attachment")
    attachment = Attachment(article=article, name=name, order=order)
    attachment.file, attachment.size = kept.move_to("attachments"), kept.size
    attachment.full_clean()
    attachment.save()
    return attachment


def load_video(article: Article, row: dict) -> Video:
    """The project's own film (film.py), through the checks of the desk."""
    video = Video(article=article, poster=_cover(row["scene"]))
    video.title, video.transcript = row["title"], row["transcript"]
    video.has_no_speech = row["has_no_speech"]
    with (FOLDER / row["file"]).open("rb") as film, (FOLDER / row["captions"]).open("rb") as words:
        film = _kept(check_video(File(film, name=row["file"])), row["file"], "video")
        captions = prepare_captions(File(words, name=row["captions"]))
        move_into_place(video, film, _kept(captions, row["captions"], "captions"))
    video.full_clean()
    video.save()
    return video


def load_seed(column: Column) -> Article:
    """The customer's own page, read from its saved text as the importer reads any other."""
    text = (FOLDER / "seed-26512.txt").read_text("utf-8")
    document = read_page_text(text, SEED_URL)
    article = write_article(document, column=column, attendance=extract(text).rows())
    article.cover = _cover("ceremony")
    article.event_date = "2023-01-11"
    article.save()
    return article


def _read(name: str):
    return json.loads((FOLDER / name).read_text("utf-8"))


def _time(text: str | None) -> datetime | None:
    """`YYYY-MM-DD` or `YYYY-MM-DD HH:MM`, Beijing time."""
    return timezone.make_aware(datetime.fromisoformat(text)) if text else None


def _pinned_until(row: dict) -> datetime | None:
    """A fixed time, or so many days from now: one pin always ends soon."""
    if days := row.get("pinned_days"):
        return timezone.now() + timedelta(days=days)
    return _time(row.get("pinned_until"))


def _figure(placeholder: re.Match) -> str:
    """A drawing in the text, as the editor writes it."""
    scene, words = placeholder.groups()
    picture = _cover(scene)
    size = picture.reading_size
    return (
        f'<figure><img src="{picture.rendition_url(size)}" alt="{picture.alt}"'
        f' width="{size["width"]}" height="{size["height"]}">'
        f"<figcaption>{words}</figcaption></figure>"
    )


def _kept(content, name: str, kind: str) -> KeptUpload:
    return KeptUpload.keep(content, name=name, kind=kind)


def _source(name: str | None) -> Source | None:
    return Source.objects.get_or_create(name=name)[0] if name else None


def _cover(scene: str | None) -> Picture | None:
    """The project's own drawing, through the same door as a staff member's upload.

    A scene is drawn once and shared by the articles that show it.
    """
    if not scene:
        return None
    name = f"{scene}.png"
    if drawn := Picture.objects.filter(original_name=name).first():
        return drawn
    data = io.BytesIO()
    draw(scene).save(data, "PNG")
    upload = ContentFile(data.getvalue(), name=name)
    return store_picture(upload, alt=SCENES[scene])

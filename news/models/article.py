"""Articles and the one public question: which of them may be read now."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils import timezone

from news import richtext
from news.editor import RichTextField

from .attendance import Attendance
from .column import Column


def validate_link(address: str) -> None:
    """An http(s) address, or a path on this site; `javascript:` and its kin are refused."""
    if address.startswith("/") and not address.startswith(("//", "/\\")):
        return
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        raise ValidationError(
            "链接应以 http:// 或 https:// 开头，或是本网站以 / 开头的路径。"
        ) from None


EARLIEST, LATEST = 1949, 2100  # years a date of this site may lie in


def validate_date(value) -> None:
    """A slip of the keyboard (0206 for 2026) must not become a time no calendar can turn to UTC."""
    if not EARLIEST <= value.year <= LATEST:
        raise ValidationError(f"年份应在 {EARLIEST} 到 {LATEST} 之间，请检查。")


class ArticleQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None):
        """What the public may read at this moment. Every public page asks this and only this.

        Visibility is computed here, so that no job has to run for an article to appear or vanish.
        """
        at = at or timezone.now()
        return (
            self.filter(state=Article.State.PUBLISHED)
            .filter(publish_at__lte=at)
            .filter(Q(expire_at__isnull=True) | Q(expire_at__gt=at))
        )

    def in_columns(self, columns: list[Column]):
        """Articles whose home column or one of whose further columns is among `columns`."""
        ids = [column.pk for column in columns]
        further = Article.columns.through.objects.filter(column_id__in=ids)
        return self.filter(Q(home_column_id__in=ids) | Q(pk__in=further.values("article_id")))

    def newest_first(self):
        return self.order_by("-publish_at", "-pk")

    def pinned_first(self, at: datetime | None = None):
        """Newest first, below those whose pin has not yet ended."""
        at = at or timezone.now()
        pinned = Case(When(pinned_until__gt=at, then=Value(1)), default=Value(0))
        return self.annotate(is_pinned=pinned).order_by("-is_pinned", "-publish_at", "-pk")

    def for_list(self):
        """With what a row of a list shows, and without the text."""
        return self.select_related("home_column", "cover").defer("body")

    def for_page(self):
        """With what the article's own page shows besides its rows."""
        return self.select_related("home_column", "cover", "source")

    def matching(self, words: str):
        """Articles that hold every word in title, summary, text, paper record or attendee list."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(title__icontains=word)
                | Q(subtitle__icontains=word)
                | Q(summary__icontains=word)
                | Q(body__icontains=word)
                | Q(document_number__icontains=word)
                | Q(issuer__icontains=word)
                | Q(pk__in=Attendance.objects.filter(name__icontains=word).values("article_id"))
            )
        return found

    def neighbours(self, article: "Article", at: datetime | None = None):
        """The one before and the one after in the article's home column, in one query.

        Returns `(older, newer)`, each the nearest article or None.
        """
        row = self.published(at).filter(home_column_id=article.home_column_id)
        here = Q(publish_at=article.publish_at)
        before = row.filter(Q(publish_at__lt=article.publish_at) | here & Q(pk__lt=article.pk))
        after = row.filter(Q(publish_at__gt=article.publish_at) | here & Q(pk__gt=article.pk))
        both = self.for_list().filter(
            Q(pk=models.Subquery(before.order_by("-publish_at", "-pk").values("pk")[:1]))
            | Q(pk=models.Subquery(after.order_by("publish_at", "pk").values("pk")[:1]))
        )
        older = newer = None
        for other in both:
            if (other.publish_at, other.pk) < (article.publish_at, article.pk):
                older = other
            else:
                newer = other
        return older, newer


class Article(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        PUBLISHED = "published", "已发布"
        WITHDRAWN = "withdrawn", "已撤稿"

    class Origin(models.TextChoices):
        ORIGINAL = "original", "原创"
        REPOST = "repost", "转载"

    class Validity(models.TextChoices):
        VALID = "valid", "有效"
        AMENDED = "amended", "已修改"
        REPEALED = "repealed", "已废止"
        EXPIRED = "expired", "已失效"

    title = models.CharField("标题", max_length=150)
    short_title = models.CharField(
        "短标题", max_length=40, blank=True, help_text="列表和首页用；留空则用标题。"
    )
    shoulder_title = models.CharField(
        "引题", max_length=80, blank=True, help_text="标题上方的小字。"
    )
    subtitle = models.CharField("副标题", max_length=120, blank=True)
    home_column = models.ForeignKey(
        Column,
        models.PROTECT,
        verbose_name="所属栏目",
        related_name="home_articles",
        help_text="决定文章的网址和面包屑。",
    )
    columns = models.ManyToManyField(
        Column,
        verbose_name="同时出现在",
        blank=True,
        related_name="further_articles",
        help_text="文章也列在这些栏目里，网址不变。",
    )
    body = RichTextField(
        "正文",
        blank=True,
        help_text="可从 Word、WPS 直接粘贴：标题、列表、表格会保留，字体和颜色会去掉。",
    )
    summary = models.CharField(
        "摘要",
        max_length=300,
        blank=True,
        help_text="在列表和搜索结果里显示在标题下面；留空则只显示标题，网页标签取正文开头。",
    )
    origin = models.CharField("原创或转载", max_length=10, choices=Origin, default=Origin.ORIGINAL)
    source = models.ForeignKey(
        "news.Source",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="来源",
        help_text="转载必须注明来源；原创留空时，来源显示为本单位。",
    )
    author = models.CharField("作者", max_length=60, blank=True)
    editor = models.CharField("编辑", max_length=60, blank=True, help_text="责任编辑，显示在文末。")
    keywords = models.CharField(
        "关键词", max_length=120, blank=True, help_text="用顿号或逗号隔开，写入网页标签。"
    )

    document_number = models.CharField(
        "文号", max_length=50, blank=True, help_text="如：常工发〔2026〕12号"
    )
    issuer = models.CharField("发文机关", max_length=80, blank=True)
    issued_on = models.DateField("成文日期", null=True, blank=True, validators=[validate_date])
    validity = models.CharField(
        "有效性", max_length=10, choices=Validity, blank=True, help_text="公文必填，非公文留空。"
    )

    cover = models.ForeignKey(
        "news.Picture",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="封面图片",
        related_name="covered_articles",
        help_text="首页头条和列表用；点“＋”上传新图片。",
    )
    cover_alt = models.CharField(
        "封面替代文字", max_length=200, blank=True, help_text="留空则用图片自己的替代文字。"
    )
    event_date = models.DateField(
        "活动日期",
        null=True,
        blank=True,
        validators=[validate_date],
        help_text="活动当天；人员职务以这一天为准。",
    )

    publish_at = models.DateTimeField(
        "发布时间",
        null=True,
        blank=True,
        validators=[validate_date],
        help_text="留空则点“发布”时取当时；填将来的时间，到时自动显示。",
    )
    expire_at = models.DateTimeField(
        "下线时间",
        null=True,
        blank=True,
        validators=[validate_date],
        help_text="到时自动从网站消失；留空则一直显示。",
    )
    pinned_until = models.DateTimeField(
        "置顶到",
        null=True,
        blank=True,
        validators=[validate_date],
        help_text="在此之前排在列表最前。",
    )
    jump_link = models.CharField(
        "跳转链接",
        max_length=500,
        blank=True,
        validators=[validate_link],
        help_text="填写后，点标题直接转到这个地址，正文不再显示。",
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    old_id = models.CharField(
        "旧站编号",
        max_length=20,
        null=True,
        blank=True,
        unique=True,
        help_text="旧网址由此转到本文。",
    )

    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="建立人",
    )
    updated_at = models.DateTimeField("修改时间", auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="修改人",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文章"
        ordering = ("-publish_at", "-id")
        permissions = [
            ("publish_article", "可以发布文章"),
            ("withdraw_article", "可以撤稿"),
        ]
        indexes = [
            models.Index(fields=["home_column", "-publish_at", "-id"], name="article_in_column"),
            models.Index(fields=["-publish_at", "-id"], name="article_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(expire_at__isnull=True)
                | Q(publish_at__isnull=True)
                | Q(expire_at__gt=F("publish_at")),
                name="article_expires_after_publishing",
                violation_error_message="下线时间应晚于发布时间。",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(publish_at__isnull=False),
                name="published_article_has_a_time",
                violation_error_message="已发布的文章必须有发布时间。",
            ),
            models.CheckConstraint(
                condition=Q(origin="original") | Q(source__isnull=False),
                name="repost_names_its_source",
                violation_error_message="转载的文章必须选择来源。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The public address; only an article with a publishing time has one."""
        if self.home_column.is_page:
            return self.home_column.get_absolute_url()
        day = timezone.localtime(self.publish_at)
        return reverse(
            "news:article",
            args=[self.home_column.slug, f"{day:%Y}", f"{day:%m}", f"{day:%d}", self.pk],
        )

    def clean(self):
        errors = {}
        if self.validity and not self.document_number:
            errors["document_number"] = "选了有效性的是公文，请填写文号。"
        if self.cover and not self.cover_text:
            errors["cover_alt"] = "这张封面图片还没有替代文字，请在这里写一句话说明图上是什么。"
        if self.state == self.State.PUBLISHED and not self.publish_at:
            errors["publish_at"] = "已发布的文章必须有发布时间；不想再显示，请点“撤稿”。"
        if self.home_column_id and self._shares_a_page_column():
            errors["home_column"] = "单页栏目只能有一篇文章，请修改原有的那一篇，或先撤下它。"
        if self._jumps_to_itself():
            errors["jump_link"] = "跳转链接不能是文章自己的网址。"
        if errors:
            raise ValidationError(errors)

    def _jumps_to_itself(self) -> bool:
        has_address = bool(self.jump_link and self.pk and self.publish_at)
        return has_address and self.jump_link == self.get_absolute_url()

    def _shares_a_page_column(self) -> bool:
        others = self.home_column.articles_in_force().exclude(pk=self.pk)
        return self.home_column.is_page and others.exists()

    def is_published(self, at: datetime | None = None) -> bool:
        """The same question as `published()`, for one article in hand."""
        at = at or timezone.now()
        return (
            self.state == self.State.PUBLISHED
            and self.publish_at is not None
            and self.publish_at <= at
            and (self.expire_at is None or self.expire_at > at)
        )

    def is_gone(self, at: datetime | None = None) -> bool:
        """Once public and now taken back or expired: its address answers 410.

        What was withdrawn before its time came was never public: 404, like a draft.
        """
        at = at or timezone.now()
        was_due = self.publish_at is not None and self.publish_at <= at
        if self.state == self.State.PUBLISHED:
            return was_due and self.expire_at is not None and self.expire_at <= at
        return self.state == self.State.WITHDRAWN and was_due

    def publish(self, by=None) -> None:
        """Make public now, or at `publish_at` where that is set.

        Raises ValidationError and leaves the article as it was where a rule forbids it.
        """
        before = self.state, self.publish_at
        self.state, self.publish_at = self.State.PUBLISHED, self.publish_at or timezone.now()
        try:
            if self.expire_at and self.expire_at <= timezone.now():
                raise ValidationError({"expire_at": "下线时间已经过了，请先改晚或清空。"})
            self.full_clean()
        except ValidationError:
            self.state, self.publish_at = before
            raise
        self.updated_by = by or self.updated_by
        self.save()

    def withdraw(self, by=None) -> None:
        """Take back: the address answers 410 and every list forgets it."""
        self.state = self.State.WITHDRAWN
        self.updated_by = by or self.updated_by
        self.save()

    @property
    def list_title(self) -> str:
        return self.short_title or self.title

    @property
    def body_html(self):
        return richtext.render(self.body)

    @property
    def summary_text(self) -> str:
        """The summary, or the beginning of the text up to 120 characters."""
        if self.summary:
            return self.summary
        words = richtext.plain_text(self.body)
        return words if len(words) <= 120 else words[:119] + "…"

    @property
    def cover_text(self) -> str:
        return self.cover_alt or (self.cover.alt if self.cover else "")

    @property
    def is_official_paper(self) -> bool:
        return bool(self.document_number)

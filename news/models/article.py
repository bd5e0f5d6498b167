"""Articles: what is written, reviewed, published and taken back."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from news import richtext
from news.announcements import changing
from news.editor import RichTextField
from news.outside import Outside
from news.validators import one_line, validate_date, validate_link

from .article_queryset import ArticleQuerySet
from .column import Column


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
        for name in ("title", "short_title", "shoulder_title", "subtitle", "summary"):
            setattr(self, name, one_line(getattr(self, name)))
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

        Raises ValidationError and leaves the article as it was where a rule forbids it. Raises
        CopiesRemain where it is public, but a front keeps what was before.
        """
        before = self.state, self.publish_at
        now = timezone.now().replace(microsecond=0)  # as the form shows it
        self.state, self.publish_at = self.State.PUBLISHED, self.publish_at or now
        try:
            if self.expire_at and self.expire_at <= timezone.now():
                raise ValidationError({"expire_at": "下线时间已经过了，请先改晚或清空。"})
            self.full_clean()
        except ValidationError:
            self.state, self.publish_at = before
            raise
        self._record_state(by)

    def _record_state(self, by) -> None:
        """Writes only what releasing changes: a text saved meanwhile by somebody else stays."""
        self.updated_by = by or self.updated_by
        with changing(self):
            if self.pk:
                self.save(update_fields=("state", "publish_at", "updated_by", "updated_at"))
            else:
                self.save()

    def withdraw(self, by=None) -> None:
        """Take back: the address answers 410 and every list forgets it.

        Raises CopiesRemain where it is taken back, but a front may still show it.
        """
        self.state = self.State.WITHDRAWN
        self._record_state(by)

    @property
    def list_title(self) -> str:
        return self.short_title or self.title

    def body_html(self, outside: Outside):
        """The text as it is read; `outside` knows which of its links leave the site."""
        return richtext.render(self.body, outside)

    @property
    def changed_at(self) -> datetime:
        """When readers last got something new: the later of publishing and the last change."""
        return max(self.updated_at, self.publish_at)

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

    @property
    def has_lapsed(self) -> bool:
        """An official paper that is no longer in force, kept for reference."""
        return self.validity in (self.Validity.REPEALED, self.Validity.EXPIRED)

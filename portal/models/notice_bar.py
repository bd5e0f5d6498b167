"""The line above every page (通知条)."""

from django.db import models
from django.utils import timezone

from news.validators import validate_link

from .timed import Timed, ends_after_start


class NoticeBar(Timed):
    """A line above every page, between two times."""

    text = models.CharField("内容", max_length=120)
    address = models.CharField(
        "链接",
        max_length=200,
        blank=True,
        validators=[validate_link],
        help_text="选填：本网站以 / 开头的路径，或 http(s):// 开头的网址。",
    )
    starts_at = models.DateTimeField("开始时间", default=timezone.now)
    ends_at = models.DateTimeField("结束时间", help_text="到时自动消失。")

    class Meta:
        verbose_name = verbose_name_plural = "通知条"
        ordering = ("starts_at", "id")
        constraints = [ends_after_start("notice_bar_ends_after_start")]

    def __str__(self):
        return self.text

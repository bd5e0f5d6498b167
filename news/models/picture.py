"""Pictures: decoded, re-encoded and cut to sizes when uploaded."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models


class Picture(models.Model):
    """One uploaded picture.

    `file` is our own re-encoded copy, never the bytes that were sent. `renditions` lists the WebP
    sizes made at upload, narrowest first: `[{"width": px, "height": px, "file": storage name}]`; a
    list page reads them from the row and never makes or looks up anything.
    """

    file = models.CharField("文件", max_length=120, unique=True, editable=False)
    width = models.PositiveIntegerField("宽（像素）", editable=False)
    height = models.PositiveIntegerField("高（像素）", editable=False)
    renditions = models.JSONField("各种尺寸", default=list, editable=False)
    alt = models.CharField(
        "替代文字",
        max_length=200,
        blank=True,
        help_text="一句话说明图上是什么，供看不到图片的读者听读；不要写文件名。",
    )
    original_name = models.CharField("原文件名", max_length=255, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        verbose_name="上传人",
        related_name="+",
    )
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "图片"
        ordering = ("-uploaded_at", "-id")

    def __str__(self):
        return self.alt or self.original_name

    @property
    def url(self) -> str:
        return default_storage.url(self.file)

    @property
    def srcset(self) -> str:
        """`address 480w, address 960w …` for an `img` or `source` element."""
        return ", ".join(f"{self.rendition_url(size)} {size['width']}w" for size in self.renditions)

    @staticmethod
    def rendition_url(size: dict) -> str:
        return default_storage.url(size["file"])

    @property
    def reading_size(self) -> dict:
        """The rendition for an article's text: the widest up to 960 px."""
        fitting = [size for size in self.renditions if size["width"] <= 960]
        return (fitting or self.renditions)[-1]

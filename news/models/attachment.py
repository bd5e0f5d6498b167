"""Attachments: files for download under an article."""

from django.core.files.storage import default_storage
from django.db import models
from django.urls import reverse


class Attachment(models.Model):
    """A checked file. It is stored under a name of ours and offered under the name it came with."""

    article = models.ForeignKey(
        "news.Article", models.CASCADE, related_name="attachments", verbose_name="文章"
    )
    name = models.CharField("文件名", max_length=200, help_text="读者下载时看到的文件名。")
    file = models.CharField("文件", max_length=120, editable=False)
    size = models.PositiveBigIntegerField("大小（字节）", editable=False)
    order = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        ordering = ("order", "id")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news:attachment", args=[self.pk])

    @property
    def kind(self) -> str:
        """The extension in capitals, as readers know it: PDF, DOCX."""
        return self.file.rpartition(".")[2].upper()

    def open(self):
        return default_storage.open(self.file)

"""Sources: where a repost comes from."""

from django.db import models


class Source(models.Model):
    """A medium or office whose texts may be reposted, chosen from a list (转载白名单)."""

    name = models.CharField("名称", max_length=60, unique=True)
    website = models.URLField("网址", blank=True, help_text="选填，如 https://www.example.cn/")

    class Meta:
        verbose_name = verbose_name_plural = "来源"
        ordering = ("name",)

    def __str__(self):
        return self.name

"""Links to kindred sites (友情链接)."""

from django.core.validators import URLValidator
from django.db import models


class FriendlyLink(models.Model):
    name = models.CharField("名称", max_length=40)
    address = models.URLField("网址", validators=[URLValidator(schemes=["http", "https"])])
    order = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "友情链接"
        ordering = ("order", "id")

    def __str__(self):
        return self.name

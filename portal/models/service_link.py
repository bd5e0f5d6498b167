"""Entries of the home page's 便民服务: where citizens get something done."""

from django.db import models

from news.validators import validate_link

from .picture_field import picture_field


class ServiceLink(models.Model):
    name = models.CharField("名称", max_length=12, help_text="几个字，如：办事指南。")
    note = models.CharField(
        "一句话说明", max_length=30, blank=True, help_text="显示在名称下面，说明能办什么。"
    )
    address = models.CharField(
        "链接",
        max_length=200,
        validators=[validate_link],
        help_text="本网站以 / 开头的路径，如 /bszn/；或 http(s):// 开头的网址。",
    )
    icon = picture_field("图标", help_text="选填，显示在名称旁边；用正方形、画面简单的图片。")
    order = models.PositiveSmallIntegerField("顺序", default=0, help_text="数字小的排在前面。")

    class Meta:
        verbose_name = verbose_name_plural = "便民服务"
        ordering = ("order", "id")

    def __str__(self):
        return self.name

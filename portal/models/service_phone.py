"""Phone numbers in the footer."""

from django.db import models


class ServicePhone(models.Model):
    identity = models.ForeignKey("portal.SiteIdentity", models.CASCADE, related_name="phones")
    label = models.CharField("名称", max_length=30, help_text="如：电话、技术支持电话")
    number = models.CharField("号码", max_length=30)
    hours = models.CharField(
        "服务时间", max_length=60, blank=True, help_text="如：工作日9:00-17:00"
    )
    order = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "电话"
        ordering = ("order", "id")

    def __str__(self):
        return f"{self.label} {self.number}"

"""Days on which the whole site is grey (灰色模式)."""

from django.db import models

from news.validators import validate_date

from .timed import Timed, ends_after_start


class MourningPeriod(Timed):
    """Every public page is shown in greys between the two times. Periods may overlap."""

    reason = models.CharField(
        "事由", max_length=100, help_text="只给工作人员看，不显示在网站上。如：国家公祭日"
    )
    starts_at = models.DateTimeField(
        "开始时间", validators=[validate_date], help_text="北京时间。到时全站自动变灰。"
    )
    ends_at = models.DateTimeField(
        "结束时间",
        validators=[validate_date],
        help_text="北京时间。到时自动恢复；要提前恢复，把它改早或删去这一条。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "灰色模式"
        ordering = ("-starts_at", "-id")
        constraints = [ends_after_start("mourning_ends_after_start")]

    def __str__(self):
        return self.reason

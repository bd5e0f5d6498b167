"""Attendance: who took part in what an article tells of, as printed and in the staff's order."""

from django.core.exceptions import ValidationError
from django.db import models

from news.attendees.parts import PARTS


def validate_words(value) -> None:
    """A JSON list of non-empty strings."""
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise ValidationError("应为一列文字，每项不能为空。")


def validate_parts(value) -> None:
    validate_words(value)
    unknown = [word for word in value if word not in PARTS]
    if unknown:
        raise ValidationError(f"“{unknown[0]}”不是可用的参与方式；可用：{'、'.join(PARTS)}。")


class Attendance(models.Model):
    """One row of an article's attendee list: a named person or an unnamed group.

    Titles are stored as they were printed that day; nothing rewrites or sorts them
    (DESIGN.md, fact 4).
    """

    article = models.ForeignKey(
        "news.Article", models.CASCADE, related_name="attendances", verbose_name="文章"
    )
    order = models.PositiveSmallIntegerField("顺序", default=0)
    name = models.CharField(
        "姓名或群体", max_length=100, help_text="群体如：劳模、工匠代表；并勾选“群体”。"
    )
    is_group = models.BooleanField("群体", default=False)
    positions = models.JSONField("职务", default=list, blank=True, validators=[validate_words])
    parts = models.JSONField("参与方式", default=list, blank=True, validators=[validate_parts])

    class Meta:
        verbose_name = verbose_name_plural = "出席人员"
        ordering = ("order", "id")

    def __str__(self):
        return self.name

    @property
    def positions_text(self) -> str:
        return "、".join(self.positions)

    @property
    def parts_text(self) -> str:
        return "、".join(self.parts)

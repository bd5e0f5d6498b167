"""The one way a record of the frame refers to an uploaded picture."""

from django.db import models


def picture_field(name: str, **options):
    """Optional; the record stays without it when the picture is deleted."""
    return models.ForeignKey(
        "news.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=name,
        related_name="+",
        **options,
    )

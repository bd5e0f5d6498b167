"""Videos: mp4 films under an article, with captions and a transcript for those who cannot hear."""

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.urls import reverse


class Video(models.Model):
    """A checked film. It is stored under a name of ours and played in the browser's own player."""

    article = models.ForeignKey(
        "news.Article", models.CASCADE, related_name="videos", verbose_name="文章"
    )
    title = models.CharField("视频标题", max_length=100, help_text="显示在视频上方。")
    file = models.CharField("文件", max_length=120, editable=False)
    size = models.PositiveBigIntegerField("大小（字节）", editable=False)
    width = models.PositiveIntegerField("宽（像素）", editable=False)
    height = models.PositiveIntegerField("高（像素）", editable=False)
    seconds = models.PositiveIntegerField("时长（秒）", null=True, editable=False)
    captions = models.CharField("字幕文件", max_length=120, blank=True, editable=False)
    transcript = models.TextField(
        "文字稿",
        blank=True,
        help_text="视频里说的话和看到的事，折叠显示在视频下面，打印时也有。",
    )
    has_no_speech = models.BooleanField(
        "没有对白",
        default=False,
        help_text="视频里没有人说话时勾选；这时写了文字稿就可以没有字幕。",
    )
    poster = models.ForeignKey(
        "news.Picture",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="视频封面",
        related_name="+",
        help_text="播放前显示；留空则显示视频的第一个画面。",
    )
    order = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "视频"
        ordering = ("order", "id")
        constraints = [
            # WCAG 2.2, 1.2.1 and 1.2.2: words for who cannot hear, on every way in.
            models.CheckConstraint(
                condition=~Q(captions="") | Q(has_no_speech=True) & ~Q(transcript=""),
                name="video_has_captions",
                violation_error_message="视频必须有字幕；没有对白的，勾选“没有对白”并写文字稿。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("news:video", args=[self.pk])

    @property
    def duration(self) -> str:
        """`24秒`, `3分5秒`, `1小时2分`; empty where it is not known."""
        minutes, seconds = divmod(self.seconds or 0, 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((hours, "小时"), (minutes, "分"), (0 if hours else seconds, "秒"))
        return "".join(f"{number}{unit}" for number, unit in parts if number)

    @property
    def poster_address(self) -> str:
        return self.poster.rendition_url(self.poster.reading_size)

    def open(self):
        return default_storage.open(self.file)

    def open_captions(self):
        return default_storage.open(self.captions)

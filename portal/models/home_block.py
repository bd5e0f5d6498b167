"""Blocks of the home page (首页版块): which columns, how many rows, where and in what order."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, Q

from news.models import Article, ColumnTree

from .friendly_link import FriendlyLink
from .service_link import ServiceLink

MOST_ROWS = 12
MOST_COLUMNS = 10  # column blocks; a longer home page is read by nobody


class HomeBlockQuerySet(models.QuerySet):
    def marked_blank(self, tree: ColumnTree):
        """Each with `is_blank`: it has nothing to show now, so the home page leaves it out."""
        used = Article.objects.published().columns_in_use()
        filled = [c.pk for c in tree.columns if any(b.pk in used for b in tree.with_below(c))]
        blank = (
            Q(kind=HomeBlock.Kind.COLUMN) & ~Q(column__in=filled)
            | Q(kind=HomeBlock.Kind.SERVICES) & ~Exists(ServiceLink.objects.all())
            | Q(kind=HomeBlock.Kind.LINKS) & ~Exists(FriendlyLink.objects.all())
        )
        return self.annotate(is_blank=ExpressionWrapper(blank, output_field=BooleanField()))


class HomeBlock(models.Model):
    class Kind(models.TextChoices):
        HEADLINES = "headlines", "头条"
        COLUMN = "column", "栏目"
        SERVICES = "services", "便民服务"
        HOTLINE = "hotline", "热线"
        LINKS = "links", "友情链接"

    class Place(models.TextChoices):
        MAIN = "main", "主栏（左边，宽）"
        SIDE = "side", "侧栏（右边，窄）"
        FULL = "full", "通栏（占满一行）"

    class Layout(models.TextChoices):
        LIST = "list", "标题列表"
        PICTURES = "pictures", "带图片"

    kind = models.CharField(
        "种类",
        max_length=10,
        choices=Kind,
        default=Kind.COLUMN,
        help_text="头条固定在首页最上面。除栏目外，每种只能有一块。",
    )
    # A block holds no content of its own: it goes with its column, and the desk says so first.
    column = models.ForeignKey(
        "news.Column",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="栏目",
        help_text="种类是“栏目”时选；也显示它下级栏目的文章。栏目里没有文章时，首页不显示这一块。",
    )
    title = models.CharField(
        "标题", max_length=20, blank=True, help_text="留空则用栏目名称或种类的名称。"
    )
    rows = models.PositiveSmallIntegerField(
        "条数",
        default=6,
        validators=[
            MinValueValidator(1, f"条数填 1 到 {MOST_ROWS}。"),
            MaxValueValidator(MOST_ROWS, f"条数填 1 到 {MOST_ROWS}。"),
        ],
        help_text=f"最多显示几条，1 到 {MOST_ROWS}。热线和友情链接不看这一项。",
    )
    place = models.CharField(
        "位置",
        max_length=10,
        choices=Place,
        default=Place.MAIN,
        help_text="手机和长者模式里不分左右，从上到下排成一列。",
    )
    layout = models.CharField(
        "样式",
        max_length=10,
        choices=Layout,
        default=Layout.LIST,
        help_text="“带图片”时，最前面几篇有封面的文章带图显示；只用于栏目。",
    )
    order = models.PositiveSmallIntegerField(
        "顺序",
        default=50,
        help_text="数字小的在上面。通栏把页面分成上下几段，主栏和侧栏在每一段里各自排列。",
    )

    objects = HomeBlockQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "首页版块"
        ordering = ("order", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="column", column__isnull=False)
                | ~Q(kind="column") & Q(column__isnull=True),
                name="home_block_names_its_column",
                violation_error_message="种类是“栏目”的要选一个栏目，其他种类不选。",
            ),
            models.UniqueConstraint(
                fields=["column"],
                name="home_block_once_a_column",
                violation_error_message="这个栏目已经在首页上了，请修改原有的那一块。",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=~Q(kind="column"),
                name="home_block_once_a_kind",
                violation_error_message="首页上已经有这一种版块了，请修改原有的那一块。",
            ),
        ]

    def __str__(self):
        return self.heading

    @property
    def heading(self) -> str:
        return self.title or (self.column.name if self.column else HEADINGS[self.kind])

    @property
    def anchor(self) -> str:
        """The block's name within the page's HTML."""
        return f"home-{self.column.slug if self.column else self.kind}"

    @property
    def has_pictures(self) -> bool:
        return self.layout == self.Layout.PICTURES

    def clean(self):
        """What two fields say together; the message stands at the field to change."""
        errors = self._errors_of_column() | self._errors_of_arrangement()
        if errors:
            raise ValidationError(errors)

    def _errors_of_column(self) -> dict[str, str]:
        if self.kind != self.Kind.COLUMN:
            refused = "只有种类是“栏目”时才选栏目：请清空这一项，或把种类改成“栏目”。"
            return {"column": refused} if self.column else {}
        if not self.column:
            return {"column": "请选择要放到首页的栏目。"}
        if self.column.is_page:
            return {
                "column": f"“{self.column}”是单页，只有一篇文章，排不成列表；"
                "要放它的入口，请加到“便民服务”里。"
            }
        others = HomeBlock.objects.filter(kind=self.Kind.COLUMN).exclude(pk=self.pk)
        if others.count() >= MOST_COLUMNS:
            return {"kind": f"首页最多放 {MOST_COLUMNS} 个栏目，请先删去一个，再加新的。"}
        return {}

    def _errors_of_arrangement(self) -> dict[str, str]:
        errors = {}
        if self.has_pictures and self.kind != self.Kind.COLUMN:
            errors["layout"] = "只有栏目可以带图片，请改回“标题列表”。"
        if self.kind == self.Kind.HEADLINES and self.place != self.Place.FULL:
            errors["place"] = "头条固定在首页最上面，位置请选“通栏”。"
        return errors


HEADINGS = {
    HomeBlock.Kind.HEADLINES: "最新消息",
    HomeBlock.Kind.COLUMN: "栏目",
    HomeBlock.Kind.SERVICES: "便民服务",
    HomeBlock.Kind.HOTLINE: "职工维权热线",
    HomeBlock.Kind.LINKS: "友情链接",
}

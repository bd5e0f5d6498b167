"""Columns: the tree in which articles are filed."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import get_resolver, reverse

from news.validators import one_line


def reserved_slugs(resolver=None) -> set[str]:
    """First steps of the site's own addresses, and of its static files."""
    found = {settings.STATIC_URL.strip("/")}
    for pattern in (resolver or get_resolver()).url_patterns:
        step = str(pattern.pattern).split("/")[0]
        if step:
            found.add(step)
        elif hasattr(pattern, "url_patterns"):
            found |= reserved_slugs(pattern)
    return found


def validate_free_address(slug: str) -> None:
    """A column lives at `/<slug>/`; addresses of the site's own pages are refused."""
    if slug in reserved_slugs():
        raise ValidationError(f"“{slug}”是系统页面的地址，请换一个栏目代码。")


class Column(models.Model):
    """A column (栏目). The tree is small, at most a few levels: parent and order are enough."""

    class Kind(models.TextChoices):
        NEWS = "news", "新闻"
        NOTICES = "notices", "公告"
        POLICY = "policy", "政策文件"
        SERVICE = "service", "服务"
        PAGE = "page", "单页"

    class ColumnType(models.TextChoices):
        """Values of the meta label ColumnType (政府网站发展指引, annex 网页设计规范)."""

        HOME = "首页"
        OVERVIEW = "概况信息"
        DUTIES = "机构职能"
        LEADERS = "负责人信息"
        WORK = "工作动态"
        POLICY = "政策文件"
        DISCLOSURE_GUIDE = "信息公开指南"
        DISCLOSURE_CATALOGUE = "信息公开目录"
        DISCLOSURE_REPORT = "信息公开年报"
        DISCLOSURE_REQUEST = "依申请公开"
        DATA = "数据发布"
        POLICY_EXPLAINED = "政策解读"
        RESPONSE = "回应关切"
        SERVICE = "办事服务"
        CONSULT = "咨询投诉"
        SURVEY = "征集调查"
        INTERVIEW = "在线访谈"

    name = models.CharField("名称", max_length=30)
    slug = models.SlugField(
        "代码",
        max_length=30,
        unique=True,
        validators=[
            RegexValidator(r"^[a-z][a-z0-9]*$", "栏目代码只用小写字母和数字，以字母开头。"),
            validate_free_address,
        ],
        help_text="栏目的网址，如 ghyw 即 /ghyw/。用小写字母和数字；发布后改动会使旧网址失效。",
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="上级栏目",
        help_text="留空即为一级栏目。上级栏目的列表包含下级栏目的文章。",
    )
    order = models.PositiveSmallIntegerField(
        "顺序", default=0, help_text="数字小的排在前面；导航和网站地图都按此排列。"
    )
    kind = models.CharField(
        "类别",
        max_length=10,
        choices=Kind,
        default=Kind.NEWS,
        help_text="政策文件以文号、发文机关等列表显示；单页直接显示栏目里的那一篇文章。",
    )
    column_type = models.CharField(
        "栏目类型（ColumnType）",
        max_length=10,
        choices=ColumnType,
        default=ColumnType.WORK,
        help_text="写入网页的 ColumnType 标签，供检查平台识别。",
    )
    description = models.CharField(
        "说明", max_length=200, blank=True, help_text="一句话，显示在栏目名下，并写入网页标签。"
    )
    keywords = models.CharField(
        "关键词", max_length=100, blank=True, help_text="用逗号隔开，写入网页标签。"
    )
    in_navigation = models.BooleanField(
        "显示在导航", default=True, help_text="不勾选时，栏目只出现在网站地图里。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "栏目"
        ordering = ("order", "id")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("news:column", args=[self.slug])

    def clean(self):
        self.name, self.description = one_line(self.name), one_line(self.description)
        ancestor, seen = self.parent, set()
        while ancestor and ancestor.pk not in seen:
            if ancestor.pk == self.pk:
                raise ValidationError({"parent": "上级栏目不能是本栏目或它的下级栏目。"})
            seen.add(ancestor.pk)
            ancestor = ancestor.parent
        if self.pk and self.is_page and self.articles_in_force().count() > 1:
            raise ValidationError(
                {"kind": "单页只能有一篇文章，这个栏目里不止一篇，请先移走或撤下。"}
            )

    def articles_in_force(self):
        """Articles at home here that are not withdrawn: drafts, scheduled and published ones."""
        return self.home_articles.exclude(state="withdrawn")

    @property
    def is_page(self) -> bool:
        return self.kind == self.Kind.PAGE

    @property
    def shows_official_papers(self) -> bool:
        return self.kind == self.Kind.POLICY


class ColumnTree:
    """All columns of the site, read once and asked in memory. Order is that of the staff."""

    def __init__(self, columns: Iterable[Column]):
        self.columns = sorted(columns, key=lambda column: (column.order, column.pk))
        self.by_slug = {column.slug: column for column in self.columns}
        self.by_id = {column.pk: column for column in self.columns}

    def children(self, parent: Column | None) -> list[Column]:
        parent_id = parent.pk if parent else None
        return [column for column in self.columns if column.parent_id == parent_id]

    def navigation(self) -> list[Column]:
        """First-level columns that staff put into the navigation."""
        return [column for column in self.children(None) if column.in_navigation]

    def page_columns(self) -> list[Column]:
        """Columns of kind page outside the navigation: 机构概况, 联系我们 …; for the footer."""
        return [column for column in self.columns if column.is_page and not column.in_navigation]

    def branches(self) -> list[tuple[Column, list[Column]]]:
        """First-level columns, each with the columns below it; for the site map."""
        return [(column, self.below(column)) for column in self.children(None)]

    def path(self, column: Column) -> list[Column]:
        """From the first level down to the column itself."""
        path = []
        while column and column not in path:
            path.insert(0, column)
            column = self.by_id.get(column.parent_id)
        return path

    def below(self, column: Column) -> list[Column]:
        """All columns under this one, at every depth."""
        found = []
        for child in self.children(column):
            found += [child, *self.below(child)]
        return found

    def with_below(self, column: Column) -> list[Column]:
        return [column, *self.below(column)]

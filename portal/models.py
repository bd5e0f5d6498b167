"""What frames every page and staff edit: the site's identity, its phones, links and notice bars."""

from datetime import datetime

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from news.validators import hosts_in, validate_hosts, validate_link

PICTURE_ROLES = ("logo", "party_badge", "police_badge")


def picture_field(name: str, **options):
    return models.ForeignKey(
        "news.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=name,
        related_name="+",
        **options,
    )


class SiteIdentity(models.Model):
    """The one record every header, footer and meta label comes from.

    Footer items follow 政府网站发展指引 (国办发〔2017〕47号) and its annex 网页设计规范.
    """

    name = models.CharField("网站名称", max_length=60, default="工会门户网站")
    domain = models.CharField(
        "域名",
        max_length=100,
        default="localhost",
        validators=[
            RegexValidator(r"^[a-z0-9.-]+$", "只写域名，不带 http:// 和 /，如 www.example.cn。")
        ],
        help_text="不带 http://，如 www.example.cn",
    )
    organiser = models.CharField("主办单位", max_length=60, blank=True)
    undertaker = models.CharField("承办单位", max_length=60, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    fax = models.CharField("传真", max_length=30, blank=True)
    site_code = models.CharField(
        "网站标识码",
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{10}$", "网站标识码是十位数字，请检查。")],
        help_text="十位数字，写入网页标签 SiteIDCode。",
    )
    icp_number = models.CharField("ICP 备案号", max_length=40, blank=True)
    police_number = models.CharField("公安备案号", max_length=40, blank=True)
    police_link = models.URLField("公安备案链接", blank=True)
    police_badge = picture_field("公安备案图标")
    party_badge = picture_field("党政机关网站标识", help_text="显示在每页底部正中。")
    party_badge_link = models.URLField("党政机关标识链接", blank=True)
    error_report_link = models.URLField("“网站找错”链接", blank=True)
    logo = picture_field("标志", help_text="显示在每页顶部；留空则用工会会徽样式的图形。")
    trusted_hosts = models.TextField(
        "外链白名单",
        blank=True,
        validators=[validate_hosts],
        help_text="点这些网站的链接直接打开，不经过“即将离开”提示页；其他外部网站都会先提示。"
        "一行一个域名（含它的下级域名），如 acftu.org；以 .gov.cn 和 .政务 结尾的不必填写。",
    )
    keywords = models.CharField("关键词", max_length=200, blank=True)
    description = models.CharField("网站说明", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "网站信息"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_site_identity"),
        ]

    def __str__(self):
        return self.name

    @property
    def trusted(self) -> list[str]:
        """Hosts whose links open at once, as staff listed them."""
        return hosts_in(self.trusted_hosts)


class ServicePhone(models.Model):
    identity = models.ForeignKey(SiteIdentity, models.CASCADE, related_name="phones")
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


class FriendlyLink(models.Model):
    name = models.CharField("名称", max_length=40)
    address = models.URLField("网址", validators=[URLValidator(schemes=["http", "https"])])
    order = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "友情链接"
        ordering = ("order", "id")

    def __str__(self):
        return self.name


class NoticeBarQuerySet(models.QuerySet):
    def shown(self, at: datetime | None = None):
        at = at or timezone.now()
        return self.filter(starts_at__lte=at, ends_at__gt=at)


class NoticeBar(models.Model):
    """A line above every page, between two times; no job is needed to show or end it."""

    text = models.CharField("内容", max_length=120)
    address = models.CharField(
        "链接",
        max_length=200,
        blank=True,
        validators=[validate_link],
        help_text="选填：本网站以 / 开头的路径，或 http(s):// 开头的网址。",
    )
    starts_at = models.DateTimeField("开始时间", default=timezone.now)
    ends_at = models.DateTimeField("结束时间", help_text="到时自动消失。")

    objects = NoticeBarQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "通知条"
        ordering = ("starts_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")),
                name="notice_bar_ends_after_start",
                violation_error_message="结束时间应晚于开始时间。",
            ),
        ]

    def __str__(self):
        return self.text

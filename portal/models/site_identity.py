"""The record every header, footer and meta label comes from."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from news.validators import hosts_in, validate_hosts

from .picture_field import picture_field

PICTURE_ROLES = ("logo", "party_badge", "police_badge")


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

"""The staff's desk for what frames every page and for the home page."""

from django.contrib import admin
from django.utils import timezone

from .models import (
    FriendlyLink,
    HomeBlock,
    MourningPeriod,
    NoticeBar,
    ServiceLink,
    ServicePhone,
    SiteIdentity,
)

admin.site.site_header = "工会门户 · 编辑后台"
admin.site.site_title = "编辑后台"
admin.site.index_title = "今天要做什么"


class ServicePhoneInline(admin.TabularInline):
    model = ServicePhone
    extra = 0


@admin.register(SiteIdentity)
class SiteIdentityAdmin(admin.ModelAdmin):
    inlines = (ServicePhoneInline,)
    autocomplete_fields = ("logo", "party_badge", "police_badge")
    fieldsets = (
        ("网站", {"fields": ("name", "domain", "logo", "description", "keywords")}),
        (
            "页脚",
            {
                "fields": (
                    ("organiser", "undertaker"),
                    ("address", "fax"),
                    ("site_code", "icp_number"),
                ),
                "description": "检查平台要求每一页都有这些内容。",
            },
        ),
        (
            "标识",
            {
                "fields": (
                    ("party_badge", "party_badge_link"),
                    ("police_badge", "police_number", "police_link"),
                    "error_report_link",
                )
            },
        ),
        ("外部链接", {"fields": ("trusted_hosts",)}),
    )

    def has_add_permission(self, request):
        """There is one record: the first is added, then only changed."""
        return super().has_add_permission(request) and not SiteIdentity.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)


@admin.register(FriendlyLink)
class FriendlyLinkAdmin(admin.ModelAdmin):
    list_display = ("name", "address", "order")
    list_editable = ("order",)


@admin.register(NoticeBar)
class NoticeBarAdmin(admin.ModelAdmin):
    list_display = ("text", "starts_at", "ends_at")


@admin.register(MourningPeriod)
class MourningPeriodAdmin(admin.ModelAdmin):
    list_display = ("reason", "starts_at", "ends_at", "stage")
    fieldsets = (
        (
            None,
            {
                "fields": ("reason", "starts_at", "ends_at"),
                "description": "到时全站变灰，到时自动恢复，不用人守着；图片也变灰，字仍看得清。"
                "后台不变色。",
            },
        ),
    )

    @admin.display(description="现在")
    def stage(self, period):
        if period.is_on():
            return "全站正在显示为灰色"
        return "还没开始" if period.starts_at > timezone.now() else "已经结束"


@admin.register(ServiceLink)
class ServiceLinkAdmin(admin.ModelAdmin):
    list_display = ("name", "note", "address", "order")
    list_editable = ("order",)
    autocomplete_fields = ("icon",)


@admin.register(HomeBlock)
class HomeBlockAdmin(admin.ModelAdmin):
    list_display = ("heading", "kind", "layout", "place", "order", "rows", "outcome")
    list_editable = ("place", "order", "rows")
    fieldsets = (
        (
            None,
            {
                "fields": (("kind", "column"), "title", ("rows", "layout"), ("place", "order")),
                "description": "首页从上到下由这些版块组成，保存后马上生效；一块也没有时，"
                "首页按导航的栏目排列。栏目的标题列表不重复头条里已有的文章，除非余下的不够。",
            },
        ),
    )

    def get_queryset(self, request):
        blocks = super().get_queryset(request).select_related("column")
        return blocks.marked_blank(request.columns)

    def changelist_view(self, request, extra_context=None):
        title = "首页版块：头条固定在最上面，其余按顺序从上到下；可以直接改，改完点“保存”"
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    @admin.display(description="标题")
    def heading(self, block):
        return block.heading

    @admin.display(description="首页上")
    def outcome(self, block):
        return "暂时没有内容，首页不显示" if block.is_blank else "显示"

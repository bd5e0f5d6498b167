"""The staff's desk for what frames every page."""

from django.contrib import admin

from .models import FriendlyLink, NoticeBar, ServicePhone, SiteIdentity

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

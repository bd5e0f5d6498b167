"""The desk for columns and sources."""

from django.contrib import admin

from news.models import Column, Source


@admin.register(Column)
class ColumnAdmin(admin.ModelAdmin):
    list_display = ("name", "slug", "parent", "order", "kind", "in_navigation")
    list_editable = ("order",)
    list_filter = ("kind",)
    list_select_related = ("parent",)
    search_fields = ("name", "slug")
    ordering = ("parent__order", "order", "id")
    fieldsets = (
        (None, {"fields": ("name", "slug", "parent", "order", "kind", "in_navigation")}),
        (
            "网页标签",
            {
                "fields": ("column_type", "description", "keywords"),
                "description": "写入每个栏目页和文章页，检查平台据此识别栏目。",
            },
        ),
    )


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ("name", "website")
    search_fields = ("name",)

"""The desk for pictures, and the door through which the editor uploads them."""

from django.contrib import admin
from django.http import JsonResponse
from django.urls import path
from django.utils.html import format_html

from news.forms import PictureForm
from news.models import Picture
from news.pictures import PictureRefused, store_picture


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    form = PictureForm
    list_display = ("thumbnail", "alt", "original_name", "uploaded_by", "uploaded_at")
    list_display_links = ("thumbnail", "alt")
    list_select_related = ("uploaded_by",)
    search_fields = ("alt", "original_name")
    readonly_fields = ("thumbnail", "original_name", "uploaded_by", "uploaded_at")

    def get_fields(self, request, obj=None):
        return ("thumbnail", "alt", *self.readonly_fields[1:]) if obj else ("upload", "alt")

    @admin.display(description="图片")
    def thumbnail(self, picture):
        return format_html('<img src="{}" alt="" height="60">', picture.url)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        super().save_model(request, obj, form, change)

    def get_urls(self):
        upload = self.admin_site.admin_view(self.upload_view)
        return [path("upload/", upload, name="news_picture_upload"), *super().get_urls()]

    def upload_view(self, request):
        """Takes one picture from the editor (dialog, drop or paste) and answers as it expects.

        The file comes as `upload`. 201 with `{"uploaded": 1, "fileName", "url", "width",
        "height"}`, or 4xx with `{"uploaded": 0, "error": {"message"}}` in Chinese.
        """
        if request.method != "POST":
            return _refused_upload("请用编辑器的“图像”按钮上传。", status=405)
        if not self.has_add_permission(request):
            return _refused_upload("您没有上传图片的权限，请联系管理员。", status=403)
        upload = request.FILES.get("upload")
        if upload is None:
            return _refused_upload("没有收到图片文件，请重新选择。", status=400)
        try:
            picture = store_picture(upload, by=request.user)
        except PictureRefused as error:
            return _refused_upload(str(error), status=400)
        size = picture.reading_size
        answer = {
            "uploaded": 1,
            "fileName": picture.original_name,
            "url": picture.rendition_url(size),
            "width": size["width"],
            "height": size["height"],
        }
        return JsonResponse(answer, status=201)


def _refused_upload(message: str, *, status: int) -> JsonResponse:
    return JsonResponse({"uploaded": 0, "error": {"message": message}}, status=status)

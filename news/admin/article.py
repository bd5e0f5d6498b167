"""The desk for articles with their attendees, attachments and videos."""

from contextlib import contextmanager

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from news.announcements import CopiesRemain, changing
from news.article_files import attachment_response, captions_response, video_response
from news.attachments import SIGNATURES
from news.forms import (
    ArticleForm,
    AttachmentForm,
    AttendanceForm,
    AttendanceFormSet,
    VideoForm,
)
from news.formsets import LastingFormSet
from news.models import Article, Attachment, Attendance, Video
from news.views import render_article


@contextmanager
def telling_of_copies(request):
    """One transaction for what staff did; where copies remain, that is told instead of success.

    The answer made inside stays the answer.
    """
    try:
        with transaction.atomic():
            yield
    except CopiesRemain as error:
        for message in list(messages.get_messages(request)):  # takes them all
            if message.level != messages.SUCCESS:
                messages.add_message(request, message.level, message.message)
        messages.error(request, str(error))


class AttendanceInline(admin.TabularInline):
    model = Attendance
    form = AttendanceForm
    formset = AttendanceFormSet
    extra = 0
    classes = ("attendance-rows",)


class AttachmentInline(admin.TabularInline):
    model = Attachment
    form = AttachmentForm
    formset = LastingFormSet
    fields = ("upload", "name", "order", "download")
    readonly_fields = ("download",)
    extra = 0
    view_on_site = False  # a draft's files are seen through the column "download" only
    verbose_name_plural = f"附件（{'、'.join(SIGNATURES)}；不超过 50 MB）"

    @admin.display(description="已上传")
    def download(self, attachment):
        if not attachment.pk:
            return "保存后可下载"
        address = reverse("admin:news_article_attachment", args=[attachment.pk])
        return format_html('<a href="{}">下载</a>', address)


class VideoInline(admin.StackedInline):
    model = Video
    form = VideoForm
    formset = LastingFormSet
    fields = (
        ("upload", "stored"),
        ("captions_upload", "stored_captions"),
        ("title", "order"),
        "transcript",
        "has_no_speech",
        "poster",
    )
    readonly_fields = ("stored", "stored_captions")
    autocomplete_fields = ("poster",)
    extra = 0
    view_on_site = False

    @admin.display(description="现有视频")
    def stored(self, video):
        if not video.pk:
            return "保存后可查看"
        address = reverse("admin:news_article_video", args=[video.pk])
        return format_html('<a href="{}">查看</a>', address)

    @admin.display(description="现有字幕")
    def stored_captions(self, video):
        if not video.captions:
            return "没有"
        address = reverse("admin:news_article_captions", args=[video.pk])
        return format_html('<a href="{}">查看</a>', address)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    form = ArticleForm
    inlines = (AttendanceInline, AttachmentInline, VideoInline)
    change_form_template = "admin/news/article/change_form.html"
    list_display = ("title", "home_column", "state_label", "publish_time", "updated_by", "look")
    list_filter = ("state", "home_column", "origin", "publish_at")
    list_select_related = ("home_column", "updated_by")
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False  # the form has its own link, which drafts do not show
    search_fields = ("title", "document_number", "attendances__name", "old_id")
    search_help_text = "按标题、文号、出席人员姓名或旧站编号查找"
    ordering = ("-updated_at", "-id")
    autocomplete_fields = ("source", "cover")
    readonly_fields = ("state_label", "created_by", "created_at", "updated_by", "updated_at")
    actions = ("publish_selected", "withdraw_selected")
    fieldsets = (
        (
            "标题与栏目",
            {
                "fields": (
                    "seen_at",
                    "state_label",
                    "title",
                    ("shoulder_title", "subtitle"),
                    "short_title",
                    "home_column",
                    "columns",
                )
            },
        ),
        ("正文", {"fields": ("body", "summary")}),
        (
            "来源与署名",
            {"fields": (("origin", "source"), ("author", "editor"), "keywords", "event_date")},
        ),
        ("封面图片", {"fields": (("cover", "cover_alt"),)}),
        (
            "公文",
            {
                "classes": ("collapse",),
                "fields": (("document_number", "issuer"), ("issued_on", "validity")),
                "description": "文件类文章填写；读者可按这些项目查找。",
            },
        ),
        (
            "发布",
            {
                "fields": (("publish_at", "expire_at"), "pinned_until", "jump_link"),
                "description": "时间均为北京时间。",
            },
        ),
        (
            "记录",
            {
                "classes": ("collapse",),
                "fields": ("old_id", ("created_by", "created_at"), ("updated_by", "updated_at")),
            },
        ),
    )

    @admin.display(description="状态", ordering="state")
    def state_label(self, article):
        if article.state == Article.State.PUBLISHED and not article.is_published():
            return "已过下线时间" if article.is_gone() else "已发布，等待到时显示"
        return article.get_state_display()

    @admin.display(description="发布时间", ordering="publish_at")
    def publish_time(self, article):
        """`YYYY-MM-DD HH:MM`, as on the site."""
        return article.publish_at and f"{timezone.localtime(article.publish_at):%Y-%m-%d %H:%M}"

    @admin.display(description="查看")
    def look(self, article):
        if article.is_published():
            return format_html('<a href="{}">网页</a>', article.get_absolute_url())
        return format_html('<a href="{}">预览</a>', self._preview_address(article))

    def _preview_address(self, article):
        return reverse("admin:news_article_preview", args=[article.pk])

    def get_queryset(self, request):
        return super().get_queryset(request).defer("body")

    def get_object(self, request, object_id, from_field=None):
        """The form shows the text: fetched with the row, not by a second query."""
        try:
            number = Article._meta.pk.to_python(object_id)
        except ValidationError:
            return None
        return Article.objects.select_related("home_column").filter(pk=number).first()

    def get_changeform_initial_data(self, request):
        name = request.user.get_full_name() or request.user.get_username()
        return {"author": name} | super().get_changeform_initial_data(request)

    def has_change_permission(self, request, obj=None):
        """What is public is changed only by those who may publish.

        A form that comes too late is taken all the same, refused (ArticleForm.clean) and shown
        again: a page that only says no would lose what was typed.
        """
        allowed = super().has_change_permission(request, obj)
        return allowed and (not self._is_closed(request, obj) or self._comes_too_late(request, obj))

    def _is_closed(self, request, obj) -> bool:
        is_public = obj is not None and obj.state == Article.State.PUBLISHED
        return is_public and not request.user.has_perm("news.publish_article")

    def _comes_too_late(self, request, obj) -> bool:
        opened_before = request.method == "POST" and bool(request.POST.get("seen_at"))
        return opened_before and self._is_closed(request, obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.is_too_late = self._comes_too_late(request, obj)
        return form

    def has_delete_permission(self, request, obj=None):
        """What was ever public stays on record: it is withdrawn, not deleted."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.state == Article.State.DRAFT)

    def has_publish_permission(self, request):
        return request.user.has_perm("news.publish_article")

    def has_withdraw_permission(self, request):
        return request.user.has_perm("news.withdraw_article")

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        obj.updated_by = request.user
        with changing(obj):
            super().save_model(request, obj, form, change)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        state = obj.state if obj else Article.State.DRAFT
        context |= {
            "may_publish": self.has_publish_permission(request)
            and state != Article.State.PUBLISHED,
            "may_withdraw": bool(obj)
            and self.has_withdraw_permission(request)
            and state == Article.State.PUBLISHED,
            "may_preview": state != Article.State.PUBLISHED,
            "preview_address": self._preview_address(obj) if obj else "",
            "is_public": bool(obj) and obj.is_published(),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Withdrawing asks nothing of the form: a half-made edit must neither stop it nor be saved."""
        if request.method == "POST" and "_withdraw" in request.POST:
            article = get_object_or_404(Article, pk=object_id)
            with telling_of_copies(request):
                self._withdraw(request, article)
            return HttpResponseRedirect(self._form_address(article))
        return super().change_view(request, object_id, form_url, extra_context)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """What the form saves may be public: rows and text are committed and read again together."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with telling_of_copies(request):
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _form_address(self, article):
        return reverse("admin:news_article_change", args=[article.pk])

    def response_add(self, request, obj, post_url_continue=None):
        return self._after_saving(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self._after_saving(request, obj) or super().response_change(request, obj)

    def _after_saving(self, request, article):
        """The extra buttons of the form: save, then publish or preview."""
        if "_preview" in request.POST:
            return HttpResponseRedirect(self._preview_address(article))
        if "_publish" in request.POST:
            self._publish(request, article)
            return HttpResponseRedirect(self._form_address(article))
        return None

    def _publish(self, request, article) -> bool:
        if not self.has_publish_permission(request):
            raise PermissionDenied
        try:
            article.publish(by=request.user)
        except ValidationError as error:
            reasons = "；".join(error.messages)
            messages.error(request, f"《{article}》没有发布：{reasons}")
            return False
        self.log_change(request, article, "发布")
        if article.is_published():
            messages.success(
                request,
                format_html(
                    '《{}》已发布。<a href="{}">查看网页</a>', article, article.get_absolute_url()
                ),
            )
        else:
            messages.success(request, f"《{article}》已排定，将按发布时间自动显示。")
        return True

    def _withdraw(self, request, article):
        if not self.has_withdraw_permission(request):
            raise PermissionDenied
        article.withdraw(by=request.user)
        self.log_change(request, article, "撤稿")
        messages.success(request, f"《{article}》已撤稿，网址现在显示“内容已撤下”。")

    @admin.action(description="发布所选文章", permissions=["publish"])
    def publish_selected(self, request, queryset):
        with telling_of_copies(request):
            for article in queryset.exclude(state=Article.State.PUBLISHED).defer(None):
                self._publish(request, article)

    @admin.action(description="撤下所选文章", permissions=["withdraw"])
    def withdraw_selected(self, request, queryset):
        with telling_of_copies(request):
            for article in queryset.filter(state=Article.State.PUBLISHED).defer(None):
                self._withdraw(request, article)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", view(self.preview_view), name="news_article_preview"),
            path(
                "attachment/<int:pk>/", view(self.attachment_view), name="news_article_attachment"
            ),
            path("video/<int:pk>/", view(self.video_view), name="news_article_video"),
            path("captions/<int:pk>/", view(self.captions_view), name="news_article_captions"),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk):
        """The article as readers will see it; never cached, for staff who may see articles."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        article = get_object_or_404(Article.objects.for_page(), pk=pk)
        return render_article(request, article, is_preview=True)

    def attachment_view(self, request, pk):
        return attachment_response(self._seen_by_staff(request, Attachment, pk))

    def video_view(self, request, pk):
        return video_response(request, self._seen_by_staff(request, Video, pk))

    def captions_view(self, request, pk):
        return captions_response(self._seen_by_staff(request, Video, pk))

    def _seen_by_staff(self, request, model, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(model, pk=pk)

"""Forms of the staff's desk: they check, tell where something is wrong, and keep what was typed."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.loader import render_to_string

from . import richtext
from .attachments import SIGNATURES, check_attachment
from .attendees.parts import PARTS
from .conflicts import differences, row_differences
from .formsets import LastingFormSet
from .models import Article, Attachment, Attendance, Picture, Video
from .pictures import PictureRefused, check_picture, store_picture
from .upload_fields import KeptFileField
from .uploads import extension_of
from .videos import check_video, move_into_place, prepare_captions

LONGEST_BODY = 500_000  # characters with markup; a book of 200 pages


class ArticleForm(forms.ModelForm):
    class Meta:
        model = Article
        exclude = ()  # noqa: DJ006 - the admin's fieldsets say which fields are shown
        widgets = {"columns": forms.CheckboxSelectMultiple}

    # When the article was last saved as this form was opened; travels with the form.
    seen_at = forms.CharField(label="打开时间", required=False, widget=forms.HiddenInput)
    # Set by the desk where the article was published while somebody without that right was writing.
    is_too_late = False

    class Media:
        css = {"all": ("admin/desk.css",)}
        js = ("admin/editor_upload.js", "admin/row_order.js", "admin/submit_once.js")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen_at"] = self.instance.updated_at.isoformat()

    def clean(self):
        cleaned = super().clean()
        if self.is_too_late:
            raise ValidationError(
                "这篇文章刚刚发布，您不能再改，这次没有保存。您填写的内容都还在下面："
                "请复制下来，把要改的地方告诉终审。"
            )
        if self.instance.pk and "seen_at" in self.data:
            self._refuse_if_stale()
        return cleaned

    def _refuse_if_stale(self):
        """Somebody saved since this form was opened: show both texts, and let a second try pass."""
        stored = Article.objects.select_for_update().get(pk=self.instance.pk)
        now_seen = stored.updated_at.isoformat()
        if self.cleaned_data.get("seen_at") == now_seen:
            return
        self.data = self.data.copy()
        self.data["seen_at"] = now_seen
        rows = differences(stored, self) + row_differences(stored, self.data)
        who = (
            stored.updated_by.get_full_name() or stored.updated_by if stored.updated_by else "系统"
        )
        raise ValidationError(
            render_to_string(
                "admin/news/article/conflict.html",
                {"who": who, "when": stored.updated_at, "state": stored, "rows": rows},
            )
        )

    def clean_body(self):
        """The text as it will be stored. What cannot stay is said, not silently dropped."""
        body = self.cleaned_data["body"]
        if len(body) > LONGEST_BODY:
            raise ValidationError(
                f"正文有 {len(body)} 个字符，超过 {LONGEST_BODY} 的上限：请把长表、附表作为附件上传。"
            )
        problems = richtext.complaints(body)
        if problems:
            raise ValidationError(problems)
        return richtext.clean(body)


def prepare_picture(upload):
    try:
        check_picture(upload)
    except PictureRefused as error:
        raise ValidationError(str(error)) from None
    return upload


class PictureForm(forms.ModelForm):
    """Uploads one picture; an existing one keeps its file and can get a better alternative text."""

    upload = KeptFileField(
        label="图片文件",
        prepare=prepare_picture,
        kind="picture",
        accept=".jpg,.jpeg,.png,.gif,.webp",
        help_text="JPG、PNG、GIF 或 WEBP，不超过 20 MB；拍摄地点等隐藏信息会自动去掉。",
    )

    class Meta:
        model = Picture
        fields = ("alt",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["alt"].required = True
        if self.instance.pk:
            del self.fields["upload"]

    def clean_alt(self):
        alt = self.cleaned_data["alt"].strip()
        if alt.lower().rpartition(".")[2] in {"jpg", "jpeg", "png", "gif", "webp"}:
            raise ValidationError("请写图上是什么，不要写文件名。")
        return alt

    def clean(self):
        """Stores the picture last, when everything else is right."""
        cleaned = super().clean()
        kept = cleaned.get("upload")
        if "upload" in self.fields and not kept and "upload" not in self.errors:
            self.add_error("upload", "请选择图片文件。")
        if kept and not self.errors:
            with kept.open() as file:
                self.instance = store_picture(File(file, name=kept.name), alt=cleaned["alt"])
            kept.delete()
        return cleaned


class AttachmentForm(forms.ModelForm):
    upload = KeptFileField(
        label="选择文件",
        prepare=check_attachment,
        kind="attachment",
        accept=",".join(f".{extension}" for extension in SIGNATURES),
    )

    class Meta:
        model = Attachment
        fields = ("name", "order")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.fields["name"].help_text = "读者下载时看到的文件名；留空则用原文件名。"

    def clean(self):
        cleaned = super().clean()
        upload = cleaned.get("upload")
        if not upload and not self.instance.pk and "upload" not in self.errors:
            self.add_error("upload", "请选择附件文件。")
        file = upload.name if upload else self.instance.file
        if file:
            wanted = cleaned.get("name") or (upload.name if upload else self.instance.name)
            cleaned["name"] = self._name_with_extension(wanted.strip(), extension_of(file))
        return cleaned

    def _name_with_extension(self, name: str, extension: str) -> str:
        """The extension always tells the real kind, whatever name staff chose."""
        return name if extension_of(name) == extension else f"{name}.{extension}"

    def save(self, commit=True):
        upload = self.cleaned_data.get("upload")
        if upload:
            self.instance.file = upload.move_to("attachments")
            self.instance.size = upload.size
        return super().save(commit)


class VideoForm(forms.ModelForm):
    upload = KeptFileField(
        label="视频文件",
        prepare=check_video,
        kind="video",
        accept=".mp4",
        help_text="mp4（H.264 编码），不超过 500 MB。",
    )
    captions_upload = KeptFileField(
        label="字幕文件",
        prepare=prepare_captions,
        kind="captions",
        accept=".vtt,.srt",
        help_text=".vtt 或 .srt；听不见的读者靠它看懂视频。",
    )

    class Meta:
        model = Video
        fields = ("title", "transcript", "has_no_speech", "poster", "order")

    def clean(self):
        cleaned = super().clean()
        upload = cleaned.get("upload")
        if not upload and not self.instance.pk and "upload" not in self.errors:
            self.add_error("upload", "请选择视频文件。")
        if not self._speaks_to_the_deaf(cleaned) and "captions_upload" not in self.errors:
            self.add_error(
                "captions_upload",
                "请选择字幕文件：没有字幕，听不见的读者看不懂。视频里没有人说话的，"
                "请勾选“没有对白”并写文字稿。",
            )
        return cleaned

    def _speaks_to_the_deaf(self, cleaned) -> bool:
        has_words = cleaned.get("has_no_speech") and cleaned.get("transcript")
        return bool(cleaned.get("captions_upload") or self.instance.captions or has_words)

    def save(self, commit=True):
        film, captions = (self.cleaned_data.get(name) for name in ("upload", "captions_upload"))
        move_into_place(self.instance, film, captions)
        return super().save(commit)


class LinesField(forms.CharField):
    """A list of words, typed one a line; stored as a JSON list."""

    widget = forms.Textarea(attrs={"rows": 2, "cols": 30})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


class PartsWidget(forms.CheckboxSelectMultiple):
    """The parts behind a summary that names the chosen ones; opens without a script."""

    template_name = "admin/news/parts_widget.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["chosen"] = "、".join(value or [])
        return context


class AttendanceForm(forms.ModelForm):
    positions = LinesField(label="职务", required=False, help_text="一行一个，照正文的写法。")
    parts = forms.MultipleChoiceField(
        label="参与方式",
        required=False,
        choices=[(part, part) for part in PARTS],
        widget=PartsWidget,
    )

    class Meta:
        model = Attendance
        fields = ("order", "name", "is_group", "positions", "parts")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A new row without a number goes to the end (AttendanceFormSet.clean).
        self.fields["order"].required = False
        if not self.instance.pk:
            self.initial["order"] = None

    def has_changed(self):
        """A new row that only got its number is still empty."""
        if self.instance.pk:
            return super().has_changed()
        return bool(set(self.changed_data) - {"order"})


class AttendanceFormSet(LastingFormSet):
    """Numbers the rows 1, 2, 3 … by the numbers typed; equal or missing ones keep their place."""

    def clean(self):
        super().clean()
        if any(self.errors):
            return
        filled = [form for form in self.forms if self._is_kept(form)]
        last = len(filled) + max(
            (form.cleaned_data.get("order") or 0 for form in filled), default=0
        )
        filled.sort(key=lambda form: form.cleaned_data.get("order") or last)
        for number, form in enumerate(filled, start=1):
            if form.instance.order != number:
                form.instance.order = form.cleaned_data["order"] = number
                form.changed_data.append("order")

    def _is_kept(self, form) -> bool:
        if form in self.deleted_forms or not form.cleaned_data:
            return False
        return bool(form.instance.pk or form.has_changed())

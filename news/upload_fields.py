"""A file field whose checked file survives a refused form (news/uploads.py)."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError

from .uploads import KeptUpload


class KeptFileInput(forms.FileInput):
    """The file input, and under it what is already kept, with its token in a hidden input."""

    template_name = "admin/news/kept_file.html"

    def value_from_datadict(self, data, files, name):
        """The file chosen now and the token of the one kept before; either may be None."""
        return super().value_from_datadict(data, files, name), data.get(f"{name}-kept") or None

    def get_context(self, name, value, attrs):
        return super().get_context(name, None, attrs) | {"kept": value}


class KeptFileField(forms.Field):
    """Gives a `KeptUpload`, or None where no file was chosen.

    `prepare` checks an uploaded file and returns what to store of it; it raises `ValidationError`.
    A refused file leaves the one kept before in place.
    """

    widget = KeptFileInput

    def __init__(self, *, prepare: Callable, kind: str, accept: str, **options):
        widget = KeptFileInput(attrs={"accept": accept})
        super().__init__(required=False, widget=widget, **options)
        self.prepare, self.kind = prepare, kind
        self.kept: KeptUpload | None = None  # fields are copied for each form

    def has_changed(self, initial, data):
        return any(data)

    def clean(self, value):
        upload, token = value
        if token:
            self.kept = self._kept_before(token, replaced=bool(upload))
        if upload:
            if not upload.size:
                raise ValidationError(f"“{upload.name}”是空文件，请重新选择。")
            self.kept = KeptUpload.keep(self.prepare(upload), name=upload.name, kind=self.kind)
        return self.kept

    def _kept_before(self, token: str, *, replaced: bool) -> KeptUpload | None:
        try:
            return KeptUpload.from_token(token, kind=self.kind)
        except ValidationError:
            if replaced:
                return None
            raise

    def bound_data(self, data, initial):
        """What the form shows again after a refusal."""
        return self.kept

"""CKEditor behind one field class and one configuration, so that it can be swapped.

The configuration is made from the allow-list in `news/richtext.py` and closes the holes of
CKEditor 4.22.1 that have no fix (tests/test_editor_config.py names them).
"""

from ckeditor.fields import RichTextField as EditorField
from django.urls import reverse_lazy

from .richtext import ALIGNED_TAGS, ALIGNMENTS, ALLOWED, clean


class RichTextField(EditorField):
    """Article text: CKEditor in forms, cleaned on every way into the database."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return clean(value) if isinstance(value, str) else value


def _editor_rules() -> str:
    """`ALLOWED` in CKEditor's own notation: `tag[attributes](classes)`."""
    rules = []
    # h1 is let in so that a paste keeps its headings; the server moves them down a level.
    for tag, names in {**ALLOWED, "h1": set()}.items():
        required = {"a": {"href"}, "img": {"src"}}.get(tag, set())
        marks = ",".join(sorted(f"!{name}" if name in required else name for name in names))
        classes = ",".join(sorted(ALIGNMENTS)) if tag in ALIGNED_TAGS else ""
        rules.append(tag + (f"[{marks}]" if marks else "") + (f"({classes})" if classes else ""))
    return ";".join(rules)


# Plugins that call other hosts, run code, or are known to be open in CKEditor 4.22.1.
REMOVED_PLUGINS = (
    "preview", "exportpdf", "scayt", "wsc", "flash", "iframe", "iframedialog", "forms", "smiley",
    "templates", "codesnippet", "codesnippetgeshi", "embed", "embedbase", "embedsemantic",
    "autoembed", "docprops", "devtools", "bbcode", "adobeair", "about", "mathjax", "elementspath",
    "sourcearea", "stylescombo", "font", "colorbutton", "newpage", "print", "save", "language",
)  # fmt: skip

EDITOR_CONFIG = {
    "versionCheck": False,
    "language": "zh-cn",
    "height": 480,
    "width": "auto",
    "allowedContent": _editor_rules(),
    "format_tags": "p;h2;h3;h4",
    "justifyClasses": ["text-left", "text-center", "text-right", "text-justify"],
    # divarea edits inside the page: the iframe area needs an inline script that the CSP forbids.
    "extraPlugins": "uploadimage,divarea",
    "removePlugins": ",".join(REMOVED_PLUGINS),
    "removeDialogTabs": "image:advanced;image:Link;link:advanced;link:target;table:advanced",
    "removeButtons": "JustifyBlock,Subscript,Superscript,Strike,Anchor,Styles",
    "disableNativeSpellChecker": False,
    "entities": False,
    "image_previewText": " ",
    "filebrowserUploadUrl": reverse_lazy("admin:news_picture_upload"),
    "filebrowserBrowseUrl": "",
    "uploadUrl": reverse_lazy("admin:news_picture_upload"),
    "toolbar": "Article",
    "toolbar_Article": [
        ["Format", "Bold", "Italic", "Underline", "RemoveFormat"],
        ["NumberedList", "BulletedList", "Outdent", "Indent", "Blockquote"],
        ["JustifyLeft", "JustifyCenter", "JustifyRight"],
        ["Link", "Unlink", "Image", "Table", "HorizontalRule", "SpecialChar"],
        ["PasteText", "PasteFromWord", "Find", "Undo", "Redo", "Maximize"],
    ],
}

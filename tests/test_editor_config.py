"""The editor's holes that have no fix (CKEditor 4.22.1), each closed by configuration."""

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from news.richtext import ALLOWED

CONFIG = settings.CKEDITOR_CONFIGS["default"]


def test_editor_never_calls_home():
    """GHSA-6v96-m24v-f58j: the version check loads data from the vendor's host."""
    assert CONFIG["versionCheck"] is False


def test_editor_filters_by_our_list_and_edits_no_whole_page():
    """CVE-2024-24815: reachable with fullPage or allowedContent: true."""
    assert "fullPage" not in CONFIG
    assert "extraAllowedContent" not in CONFIG
    rules = {rule.split("[")[0].split("(")[0] for rule in CONFIG["allowedContent"].split(";")}
    assert rules == {*ALLOWED, "h1"}  # the server moves a pasted h1 down a level
    assert "style" not in CONFIG["allowedContent"]
    assert "script" not in rules


@pytest.mark.parametrize(
    "plugin",
    ["preview", "exportpdf", "scayt", "wsc", "flash", "iframe", "iframedialog", "forms", "codesnippet",
     "codesnippetgeshi", "templates", "embed", "embedbase", "autoembed", "docprops", "devtools",
     "mathjax", "about", "smiley", "adobeair", "bbcode", "sourcearea"],
)  # fmt: skip
def test_plugins_that_call_out_or_are_open_are_removed(plugin):
    assert plugin in CONFIG["removePlugins"].split(",")


def test_staff_are_offered_no_source_button_and_no_first_level_heading():
    buttons = [button for group in CONFIG["toolbar_Article"] for button in group]
    assert "Source" not in buttons
    assert "Flash" not in buttons
    assert CONFIG["format_tags"] == "p;h2;h3;h4"


def test_editor_runs_under_the_staff_policy_and_speaks_chinese():
    assert set(CONFIG["extraPlugins"].split(",")) == {"uploadimage", "divarea"}
    assert CONFIG["language"] == "zh-cn"
    assert CONFIG["justifyClasses"][:3] == ["text-left", "text-center", "text-right"]


def test_uploads_go_to_our_own_view_and_the_stock_one_is_absent(client):
    own = reverse("admin:news_picture_upload")
    assert str(CONFIG["filebrowserUploadUrl"]) == str(CONFIG["uploadUrl"]) == own
    assert "ckeditor_uploader" not in settings.INSTALLED_APPS
    for name in ("ckeditor_upload", "ckeditor_browse"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_the_silenced_warning_is_the_only_one():
    assert settings.SILENCED_SYSTEM_CHECKS == ["ckeditor.W001"]

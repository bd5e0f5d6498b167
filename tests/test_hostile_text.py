"""Hostile text in the article's form: refused with a reason, and nothing typed is lost."""

import pytest

from news.models import Article

from .factory import make_column, make_user
from .test_article_admin import attendance_row, form_of

pytestmark = pytest.mark.django_db

TEXTS = {
    "script": ("<p>甲</p><script>alert(1)</script>", "不允许的代码 &lt;script&gt;"),
    "onerror": ('<p>甲</p><img src="x" onerror="alert(1)">', "不允许的代码 onerror"),
    "javascript link": (
        '<p><a href="javascript:alert(1)">甲</a></p>',
        "的链接“javascript:alert(1)”不能使用",
    ),
    "svg": ("<p>甲</p><svg onload='x()'></svg>", "不允许的代码 &lt;svg&gt;"),
    "picture of another site": (
        '<p>甲<img src="https://a.example/1.png" alt="x"></p>',
        "不在本网站上",
    ),
    "picture without words": ('<p>甲<img src="/media/pictures/1.webp" alt=""></p>', "缺少替代文字"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_refused_with_a_reason_and_everything_typed_stays(client, name):
    client.force_login(make_user())
    column = make_column("工会要闻", "ghyw")
    body, message = TEXTS[name]
    form = form_of(home_column=column.pk, body=body, summary="摘要还在") | {
        "attendances-TOTAL_FORMS": 1
    }
    form |= attendance_row(0, "仇立新", ["市总工会副主席"], ["主持"], order=1)
    html = client.post("/admin/news/article/add/", form).content.decode()
    assert message in html
    for typed in ("职工夜校开班", "摘要还在", "仇立新", "市总工会副主席", "甲"):
        assert typed in html
    assert "<script>alert" not in html
    assert not Article.objects.exists()

"""The pages for bad moments: they need no database, and are whole pages nevertheless.

No test here has the `db` mark: pytest-django lets none of them reach the database.
"""

import re

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import RequestFactory
from django.views.defaults import bad_request, server_error


@pytest.mark.parametrize(
    ("answer", "status", "title"),
    [
        (lambda request: server_error(request), 500, "网站暂时出错"),
        (lambda request: bad_request(request, SuspiciousOperation()), 400, "请求无法处理"),
    ],
    ids=["500", "400"],
)
def test_bare_page_has_language_title_heading_and_a_way_home(answer, status, title):
    response = answer(RequestFactory().get("/ghyw/"))
    html = response.content.decode()
    assert response.status_code == status
    assert re.search(r'<html lang="zh-CN"', html)
    assert f"<title>{title}</title>" in html
    assert f"<h1>{title}</h1>" in html
    assert '<a class="button button--main" href="/">返回首页</a>' in html

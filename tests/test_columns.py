"""The column tree and the rules of its addresses."""

import pytest
from django.core.exceptions import ValidationError

from news.models import Column, ColumnTree

from .factory import make_article, make_column

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "slug", ["admin", "search", "map", "media", "static", "content", "display", "attachments"]
)
def test_address_of_a_system_page_is_refused_as_column(slug):
    with pytest.raises(ValidationError, match="是系统页面的地址"):
        Column(name="栏目", slug=slug).full_clean()


def test_ordinary_address_is_accepted():
    Column(name="工会要闻", slug="ghyw").full_clean()


def test_column_cannot_be_put_under_itself():
    top = make_column("一级")
    middle = make_column("二级", parent=top)
    top.parent = make_column("三级", parent=middle)
    with pytest.raises(ValidationError, match="不能是本栏目或它的下级栏目"):
        top.full_clean()


def test_tree_keeps_the_staff_order_at_every_level():
    second = make_column("乙", order=20)
    make_column("甲", order=10)
    make_column("乙二", order=2, parent=second)
    make_column("乙一", order=1, parent=second)
    tree = ColumnTree(Column.objects.all())
    assert [column.name for column in tree.navigation()] == ["甲", "乙"]
    assert [column.name for column in tree.below(second)] == ["乙一", "乙二"]


def test_column_with_articles_cannot_be_deleted():
    from django.db.models import ProtectedError

    column = make_column()
    make_article(home_column=column)
    with pytest.raises(ProtectedError):
        column.delete()


@pytest.mark.parametrize("slug", ["GHYW", "a_b", "-", "2026"])
def test_column_code_is_small_letters_and_digits(slug):
    with pytest.raises(ValidationError, match="只用小写字母和数字"):
        Column(name="栏目", slug=slug).full_clean()


def test_column_with_several_articles_cannot_become_a_page():
    column = make_column()
    make_article(home_column=column)
    make_article(home_column=column)
    column.kind = Column.Kind.PAGE
    with pytest.raises(ValidationError, match="这个栏目里不止一篇"):
        column.full_clean()


def test_page_column_takes_one_article_only():
    from news.models import Article

    about = make_column("机构概况", kind=Column.Kind.PAGE)
    make_article(home_column=about)
    with pytest.raises(ValidationError, match="单页栏目只能有一篇文章"):
        Article(title="又一篇", home_column=about, body="<p>x</p>").full_clean()

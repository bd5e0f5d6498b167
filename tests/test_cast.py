"""The development cast: five people, fresh passwords, only on a developer's machine."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command

from portal.cast import CAST, issue_logins
from portal.roles import create_roles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def roles(db):
    """The groups of the migration; a test with a live server before this one flushes them."""
    create_roles(Group, Permission)


def test_five_people_one_for_each_role_can_sign_in():
    logins = issue_logins()
    assert [member.role for member, _ in logins] == ["作者", "初审", "复审", "终审", "管理员"]
    for member, password in logins:
        assert authenticate(username=member.username, password=password).is_staff


def test_passwords_are_fresh_at_every_start():
    first = dict(issue_logins())
    second = dict(issue_logins())
    assert not set(first.values()) & set(second.values())
    assert User.objects.count() == len(CAST)


def test_only_the_administrator_is_a_superuser_and_only_the_last_signer_releases():
    issue_logins()
    users = {member.role: User.objects.get(username=member.username) for member in CAST}
    assert [role for role, user in users.items() if user.is_superuser] == ["管理员"]
    may_publish = {r for r, user in users.items() if user.has_perm("news.publish_article")}
    assert may_publish == {"终审", "管理员"}


def test_prepare_site_prints_the_logins_only_with_debug(settings, monkeypatch):
    monkeypatch.setattr("portal.management.commands.prepare_site.call_command", lambda *a, **k: 0)
    settings.DEBUG = True
    out = StringIO()
    call_command("prepare_site", stdout=out)
    assert all(member.username in out.getvalue() for member in CAST)
    settings.DEBUG = False
    out = StringIO()
    call_command("prepare_site", stdout=out)
    assert not any(member.username in out.getvalue() for member in CAST)

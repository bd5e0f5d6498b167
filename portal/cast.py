"""The fixed cast of a development site: one person for each role.

Passwords are made anew at each start, printed once, and exist only where DEBUG is on.
"""

import secrets
from dataclasses import dataclass

from django.contrib.auth.models import Group, User


@dataclass(frozen=True)
class Member:
    username: str
    name: str
    role: str
    does: str


CAST = (
    Member("zuozhe", "陆小禾", "作者", "写稿、传图、填出席人员"),
    Member("chushen", "沈知远", "初审", "看稿、改稿"),
    Member("fushen", "许文岚", "复审", "看稿、改稿"),
    Member("zhongshen", "顾明达", "终审", "发布、撤稿"),
    Member("guanli", "周维新", "管理员", "栏目、网站信息、账号"),
)
ADMINISTRATOR = "管理员"


def issue_logins() -> list[tuple[Member, str]]:
    """Creates or renews the five accounts; returns each with its new password."""
    return [(member, _renew(member)) for member in CAST]


def _renew(member: Member) -> str:
    password = secrets.token_urlsafe(9)
    user, _ = User.objects.get_or_create(username=member.username)
    user.first_name = member.name
    user.is_staff = user.is_active = True
    user.is_superuser = member.role == ADMINISTRATOR
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name=member.role))
    return password

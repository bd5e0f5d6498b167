"""The staff's roles as groups, each with the least it needs. Superusers need none."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

DESK = (
    "add_article", "change_article", "view_article", "delete_article",
    "add_attendance", "change_attendance", "delete_attendance", "view_attendance",
    "add_attachment", "change_attachment", "delete_attachment", "view_attachment",
    "add_picture", "change_picture", "view_picture", "view_column", "view_source",
)  # fmt: skip
REVIEW = tuple(name for name in DESK if not name.startswith("delete_article"))
RELEASE = ("publish_article", "withdraw_article", "add_source", "change_source")

ROLES = {
    "作者": DESK,
    "初审": REVIEW,
    "复审": REVIEW,
    "终审": (*REVIEW, *RELEASE),
}


def create_roles(apps, schema_editor):
    # Permissions are made after all migrations; on a fresh database that is too late for us.
    for label in ("news", "portal"):
        create_permissions(installed.get_app_config(label), verbosity=0)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(
            Permission.objects.filter(content_type__app_label="news", codename__in=codenames)
        )


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_initial"),
        ("news", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(create_roles, remove_roles)]

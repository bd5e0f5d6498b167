"""Creates the groups of portal/roles.py."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

from portal.roles import ROLES, create_roles


def add(apps, schema_editor):
    # Permissions are made after all migrations; on a fresh database that is too late for us.
    for room in ("news", "portal"):
        create_permissions(installed.get_app_config(room), verbosity=0)
    create_roles(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


def remove(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_initial"),
        ("news", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(add, remove)]

"""Gives the groups of portal/roles.py what they need for videos."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

from portal.roles import create_roles


def set_right(apps, schema_editor):
    # Permissions are made after all migrations; that is too late for us.
    create_permissions(installed.get_app_config("news"), verbosity=0)
    create_roles(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_roles"), ("news", "0002_video")]
    operations = [migrations.RunPython(set_right, migrations.RunPython.noop)]

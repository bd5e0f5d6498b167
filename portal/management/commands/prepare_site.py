"""What `make run` does before the server starts; every step can be repeated."""

import os

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from portal.cast import issue_logins


class Command(BaseCommand):
    help = "准备网站：建库或升级、载入示例内容；调试模式下打印五个角色的账号。"
    # The database may not be there yet; `migrate` makes it.
    requires_migrations_checks = False

    def handle(self, *args, **options):
        self.stdout.write("==> 建立或升级数据库")
        call_command("migrate", verbosity=0)
        if not settings.DEBUG:
            self.stdout.write("==> 收集静态文件（约半分钟）")
            call_command("collectstatic", interactive=False, verbosity=0)
        else:
            call_command("load_sample")
            self._print_logins()
        port = os.environ.get("PORT", "8000")
        self.stdout.write(self.style.SUCCESS(f"\n网站：http://localhost:{port}（按 Ctrl+C 停止）"))
        self.stdout.write(f"后台：http://localhost:{port}/admin/\n")

    def _print_logins(self):
        self.stdout.write("==> 本机调试用的账号（每次启动换新密码）")
        for member, password in issue_logins():
            self.stdout.write(
                f"    {member.role}\t{member.username:<10}\t{password}\t（{member.does}）"
            )

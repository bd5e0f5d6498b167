from django.core.management.base import BaseCommand

from portal.sample.loader import load


class Command(BaseCommand):
    help = "在空的网站里载入示例：真实栏目、一篇真实文章和约六十篇示例文章。已有内容时什么也不做。"

    def handle(self, *args, **options):
        self.stdout.write("==> 载入示例内容")
        count = load()
        self.stdout.write(f"    载入 {count} 篇文章。" if count else "    网站已有内容，保持不变。")

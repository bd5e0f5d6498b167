from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "网站"

    def ready(self):
        from news.announcements import public_change

        from .front import before_public_change

        public_change.connect(before_public_change)

"""The one settings module. Everything that differs between machines is read from the environment:

    DEBUG            1 on a developer's machine (the default), 0 in production
    SECRET_KEY       required when DEBUG=0; at least 50 characters
    ALLOWED_HOSTS    comma-separated host names; required when DEBUG=0
    DATABASE_URL     postgres://… ; default: SQLite in var/
    CACHE_URL        redis://… ; default: memory of the process
    MEDIA_ROOT       uploaded pictures, attachments and videos; default: var/media
    STATIC_ROOT      target of collectstatic; default: var/static
    HTTPS            1 (the default when DEBUG=0) sets secure cookies and trusts X-Forwarded-Proto
    CSRF_TRUSTED_ORIGINS  comma-separated origins, where the proxy changes the host
    FRONTS           comma-separated doors of the nginx before the application, as
                     http://127.0.0.1:8081; default: none, nothing keeps copies of pages

Nothing set means development: `python manage.py check` works in a fresh clone. Production cannot be
reached by forgetting a variable: with DEBUG on, only loopback hosts are answered.
"""

import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from news.editor import EDITOR_CONFIG

from . import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
SHORTEST_SECRET = 50  # characters; what Django's own deployment check asks


def development_secret() -> str:
    """A key of this clone, made at the first start, so that restarts keep people signed in."""
    path = VAR_DIR / "development-secret"
    VAR_DIR.mkdir(exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text()


def secret_key() -> str:
    key = env.text("SECRET_KEY")
    if not key and not DEBUG:
        raise ImproperlyConfigured(
            "正式运行（DEBUG=0）必须设置环境变量 SECRET_KEY：一串不少于 50 个字符的随机文字。"
        )
    if key and len(key) < SHORTEST_SECRET and not DEBUG:
        raise ImproperlyConfigured("环境变量 SECRET_KEY 太短：应不少于 50 个字符。")
    return key or development_secret()


def allowed_hosts() -> list[str]:
    hosts = env.hosts("ALLOWED_HOSTS", LOOPBACK_HOSTS if DEBUG else [])
    if not hosts:
        raise ImproperlyConfigured(
            "正式运行（DEBUG=0）必须设置环境变量 ALLOWED_HOSTS：网站的域名，多个用逗号隔开。"
        )
    foreign = [host for host in hosts if host not in LOOPBACK_HOSTS]
    if DEBUG and foreign:
        raise ImproperlyConfigured(
            f"调试模式只能用于本机，ALLOWED_HOSTS 却有 {foreign[0]}：正式运行请设置 DEBUG=0。"
        )
    return hosts


DEBUG = env.flag("DEBUG", default=True)
SECRET_KEY = secret_key()
ALLOWED_HOSTS = allowed_hosts()
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS", [])
HTTPS = env.flag("HTTPS", default=not DEBUG)
FRONTS = env.doors("FRONTS", [])

INSTALLED_APPS = [
    "portal",
    "news",
    "accessibility",
    "ckeditor",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    # Before staticfiles, so that `runserver` too leaves static files to whitenoise.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "portal.middleware.ResponsePolicyMiddleware",
    "portal.middleware.NulFreeMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accessibility.middleware.DisplayMiddleware",
    "portal.middleware.FrameMiddleware",
]
if DEBUG:
    MIDDLEWARE.append("portal.middleware.PlainNotFoundMiddleware")

ROOT_URLCONF = "portal.urls"
# Form widgets, too, may have their template in templates/.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR_DIR}/db.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # WAL lets readers go on while one writes; IMMEDIATE takes the write lock at the start of a
        # transaction, so that a second writer waits `timeout` seconds instead of failing at once.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache("CACHE_URL", "locmem://")}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.folder("STATIC_ROOT", VAR_DIR / "static")
MEDIA_URL = "/media/"
MEDIA_ROOT = env.folder("MEDIA_ROOT", VAR_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # Hashing CKEditor's 1,400 files takes 20 seconds: development does without.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

CSRF_FAILURE_VIEW = "portal.views.expired_form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# The portal's own limits stand in news/pictures.py, news/attachments.py and news/videos.py. These
# bound what is held in memory, in bytes: a file over 2 MB waits in the temporary folder instead.
# An article with 500 attendee rows and a long text fits; Django's own limits would lose it.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644

# Errors reach the server's log in production too; Django alone would only mail them to nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},  # a 404 is the visitor's affair
    },
}

# One configuration, made from the same allow-list as the server's cleaner.
CKEDITOR_CONFIGS = {"default": EDITOR_CONFIG}
# W001 warns that CKEditor 4 is no longer maintained. It is given, kept behind one field class and
# one sanitiser, and its unfixed holes are closed by EDITOR_CONFIG, by the cleaner and by the
# admin's CSP: tests/test_editor_config.py holds each of them.
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

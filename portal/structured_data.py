"""What a published article tells search engines about itself: schema.org, as JSON-LD.

Only for pages the public may read: a draft's preview carries none of it.
"""

import json

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from news.models import Article, Column

from .frame import Frame

# As Django's json_script does: no text can end the script element or open a comment in it.
ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
ICON = "img/icon-512.png"


def script_element(data: dict) -> SafeString:
    written = json.dumps(data, ensure_ascii=False).translate(ESCAPED)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(written))


def article_graph(article: Article, frame: Frame, absolute) -> dict:
    """`absolute` makes a whole address of a path (`request.build_absolute_uri`)."""
    path = frame.columns.path(article.home_column)
    parts = [breadcrumbs(article, path, absolute)]
    if not article.home_column.is_page:
        parts.insert(0, news_article(article, frame, absolute))
    return {"@context": "https://schema.org", "@graph": parts}


def news_article(article: Article, frame: Frame, absolute) -> dict:
    publisher = _organisation(frame, absolute)
    data = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary_text,
        "datePublished": beijing_time(article.publish_at),
        "dateModified": beijing_time(article.changed_at),
        "author": {"@type": "Person", "name": article.author} if article.author else publisher,
        "publisher": publisher,
        "mainEntityOfPage": absolute(article.get_absolute_url()),
        "articleSection": article.home_column.name,
        "inLanguage": "zh-CN",
    }
    if article.cover:
        data["image"] = _image(article.cover.url, article.cover, absolute)
    return data | _origin(article)


def _origin(article: Article) -> dict:
    """Where a repost comes from."""
    if article.origin != Article.Origin.REPOST:
        return {}
    source = article.source
    found = {"sourceOrganization": {"@type": "Organization", "name": source.name}}
    return found | ({"isBasedOn": source.website} if source.website else {})


def _organisation(frame: Frame, absolute) -> dict:
    identity = frame.identity
    logo = identity.logo
    return {
        "@type": "Organization",
        "name": identity.organiser or identity.name,
        "url": absolute(reverse("home")),
        "logo": _image(logo.url, logo, absolute)
        if logo
        else {"@type": "ImageObject", "url": absolute(static(ICON)), "width": 512, "height": 512},
    }


def _image(address: str, picture, absolute) -> dict:
    return {
        "@type": "ImageObject",
        "url": absolute(address),
        "width": picture.width,
        "height": picture.height,
    }


def breadcrumbs(article: Article, path: list[Column], absolute) -> dict:
    """Home, the columns down to the article's, the article; as the page's own 您的位置 says."""
    steps = [("首页", reverse("home"))]
    steps += [(column.name, column.get_absolute_url()) for column in path]
    if not article.home_column.is_page:
        steps.append((article.title, article.get_absolute_url()))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(address)}
            for number, (name, address) in enumerate(steps, start=1)
        ],
    }


def beijing_time(moment) -> str:
    """ISO 8601 in Beijing time, to the second: 2026-11-25T09:00:00+08:00."""
    return timezone.localtime(moment).isoformat(timespec="seconds")

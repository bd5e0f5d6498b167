"""Links to addresses that staff entered: marked where they leave the site."""

from django import template
from django.utils.html import format_html

from news.outside import Way
from news.presentation import SPOKEN_MARK

register = template.Library()


@register.simple_block_tag(takes_context=True)
def link_to(context, content, address, official=False):
    """`{% link_to address %}words{% endlink_to %}` is one link that stands alone.

    As in an article's text, it says so where it leads to another site, and goes through the leaving
    page where one is due (news/outside.py). `official=True` is for the site's own entry in a state
    register: only marked.
    """
    way = way_to(context, address, official)
    return format_html(
        '<a class="standalone-link" href="{}">{}</a>', way.href, marked(way, content)
    )


@register.simple_tag(takes_context=True)
def way_to(context, address, official=False) -> Way:
    """The way to an address, for a link that holds more than words: `{% way_to address as way %}`."""
    return context.request.outside.way_to(address, is_official=official)


@register.simple_tag
def marked(way: Way, words: str) -> str:
    """Words of a link, with the mark where the way leads to another site."""
    if not way.is_outside:
        return words
    # Around the words: in the link itself, a flex box, the arrow would stand apart from them.
    return format_html('<span class="outside-link">{}{}</span>', words, SPOKEN_MARK)

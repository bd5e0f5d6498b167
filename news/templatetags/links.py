"""Links to addresses that staff entered: marked where they leave the site."""

from django import template
from django.utils.html import format_html

from news.presentation import SPOKEN_MARK

register = template.Library()


@register.simple_block_tag(takes_context=True)
def link_to(context, content, address, official=False):
    """`{% link_to address %}words{% endlink_to %}` is one link that stands alone.

    As in an article's text, it says so where it leads to another site, and goes through the leaving
    page where one is due (news/outside.py). `official=True` is for the site's own entry in a state
    register: only marked.
    """
    way = context.request.outside.way_to(address, is_official=official)
    if way.is_outside:
        # Around the words: in the link itself, a flex box, the arrow would stand apart from them.
        content = format_html('<span class="outside-link">{}{}</span>', content, SPOKEN_MARK)
    return format_html('<a class="standalone-link" href="{}">{}</a>', way.href, content)

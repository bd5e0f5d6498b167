"""For pages that are made without a request and perhaps without a database."""

from django import template

from portal.frame import is_known_mourning

register = template.Library()
register.simple_tag(is_known_mourning)

from django import template

from portal.structured_data import article_graph, beijing_time, script_element

register = template.Library()
register.filter(beijing_time)


@register.simple_tag(takes_context=True)
def structured_data(context, article):
    """The JSON-LD of a published article's page."""
    request = context.request
    return script_element(article_graph(article, request.frame, request.build_absolute_uri))

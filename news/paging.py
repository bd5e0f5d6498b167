"""Lists cut into pages, with the page numbers a reader is offered."""

from django.core.paginator import Page, Paginator

PAGE_SIZE = 15  # rows; three screens of a desktop, and an end in sight on a phone


class NumberedPage(Page):
    def elided_numbers(self):
        """Page numbers around this one, the first and the last; gaps are `paginator.ELLIPSIS`."""
        return self.paginator.get_elided_page_range(self.number, on_each_side=2, on_ends=1)


class NumberedPaginator(Paginator):
    def _get_page(self, *args, **kwargs):
        return NumberedPage(*args, **kwargs)


def page_of(queryset, request) -> NumberedPage:
    """The page asked for by `?page=`; a wrong number gives the first or the last page, never an error."""
    return NumberedPaginator(queryset, PAGE_SIZE).get_page(request.GET.get("page"))


def right_address(page: NumberedPage, request) -> str | None:
    """Where to send a reader whose `?page=` does not name this page by its plain number, or None.

    Rows must not stand under endless addresses (`?page=99999`, `?page=01`): a copy of one of those
    would outlive the withdrawal of an article.
    """
    asked = request.GET.getlist("page")
    if asked in ([], [str(page.number)]):
        return None
    query = request.GET.copy()
    query["page"] = page.number
    return f"{request.path}?{query.urlencode()}"

"""Every public address is a known page type, or is known to be no page."""

import pytest
from django.urls import get_resolver, resolve

from .site import EXPECTED_STATUS, NOT_PAGES, PAGE_TYPES, build


@pytest.fixture
def site(db):
    return build()


def public_view_names(resolver=None, namespace=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.namespace != "admin":
                prefix = f"{pattern.namespace}:" if pattern.namespace else ""
                yield from public_view_names(pattern, namespace + prefix)
        else:
            yield f"{namespace}{pattern.name}"


def test_every_public_address_is_a_known_page_type(site):
    seen = {resolve(address(site).split("?")[0]).view_name for address in PAGE_TYPES.values()}
    assert set(public_view_names()) == seen | NOT_PAGES


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_page_answers_with_its_status(client, site, name):
    response = client.get(PAGE_TYPES[name](site))
    assert response.status_code == EXPECTED_STATUS.get(name, 200)
    assert response["Content-Type"] == "text/html; charset=utf-8"

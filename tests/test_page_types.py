"""Every public address is a known page type, or is known to be no page."""

import pytest
from django.urls import resolve

from .site import EXPECTED_STATUS, NOT_PAGES, PAGE_TYPES, build, public_view_names


@pytest.fixture
def site(db):
    return build()


def test_every_public_address_is_a_known_page_type(site):
    seen = {resolve(address(site).split("?")[0]).view_name for address in PAGE_TYPES.values()}
    assert set(public_view_names()) == seen | NOT_PAGES


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_page_answers_with_its_status(client, site, name):
    response = client.get(PAGE_TYPES[name](site))
    assert response.status_code == EXPECTED_STATUS.get(name, 200)
    assert response["Content-Type"] == "text/html; charset=utf-8"

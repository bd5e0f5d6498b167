"""What frames every page and staff edit, and what the home page is made of; one noun a file."""

from .friendly_link import FriendlyLink
from .home_block import HomeBlock
from .mourning_period import MourningPeriod
from .notice_bar import NoticeBar
from .service_link import ServiceLink
from .service_phone import ServicePhone
from .site_identity import PICTURE_ROLES, SiteIdentity

__all__ = [
    "PICTURE_ROLES",
    "FriendlyLink",
    "HomeBlock",
    "MourningPeriod",
    "NoticeBar",
    "ServiceLink",
    "ServicePhone",
    "SiteIdentity",
]

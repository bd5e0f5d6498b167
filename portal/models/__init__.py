"""What frames every page and staff edit; one noun a file."""

from .friendly_link import FriendlyLink
from .mourning_period import MourningPeriod
from .notice_bar import NoticeBar
from .service_phone import ServicePhone
from .site_identity import PICTURE_ROLES, SiteIdentity

__all__ = [
    "PICTURE_ROLES",
    "FriendlyLink",
    "MourningPeriod",
    "NoticeBar",
    "ServicePhone",
    "SiteIdentity",
]

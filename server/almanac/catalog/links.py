"""Links that lead straight to a booking, and their pictures for print (QR codes, ISO/IEC 18004).

A link is made from what is on offer and from nothing else: no text of the asker's, nothing personal.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

import qrcode
from django.conf import settings
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathFillImage

from almanac.business import queries as business
from almanac.catalog.queries import offers as queries
from almanac.kit.errors import NotFound
from almanac.people.queries.staff import staff_cards

DEFAULT_LANGUAGE = "en"  # its pages stand without a prefix
MODULE_PIXELS = 16  # about 600 to 700 dots for our links: sharp on paper at the size of a card
QUIET_MODULES = 4


class CodeKind(StrEnum):
    """The forms a code comes in."""

    SVG = "svg"
    PNG = "png"


CONTENT_TYPES = {CodeKind.SVG: "image/svg+xml", CodeKind.PNG: "image/png"}


@dataclass(frozen=True, slots=True)
class BookingLink:
    """Where a link leads; without a service or a person the customer chooses."""

    business: str
    service: str = ""
    staff: str = ""
    language: str = ""

    @property
    def url(self) -> str:
        """The full public address. Without a language the reader's browser decides."""
        prefix = f"/{self.language}" if self.language not in ("", DEFAULT_LANGUAGE) else ""
        query = {"business": self.business, "service": self.service, "staff": self.staff}
        return f"{settings.PUBLIC_URL}{prefix}/booking/?{urlencode({k: v for k, v in query.items() if v})}"

    @property
    def file_name(self) -> str:
        """Without an ending: "valclean-regular-clean-maria"."""
        return "-".join(filter(None, (self.business, self.service, self.staff, self.language)))


def booking_link(*, business_slug: str, service: str = "", staff: str = "", language: str = "") -> BookingLink:
    """A link that works: its business is open, its service on offer, its person delivers it. Raises NotFound."""
    found = business.by_slug(business_slug)
    if language and language not in {code for code, _ in settings.LANGUAGES}:
        raise NotFound
    if service:
        offer = queries.by_slug(found.slug, service)
        if staff and staff not in {deliverer.slug for deliverer in offer.offerings}:
            raise NotFound
    elif staff and not staff_cards(found.id).filter(slug=staff).exists():
        raise NotFound
    return BookingLink(found.slug, service, staff, language)


def code_of(link: BookingLink, kind: CodeKind) -> bytes:
    """The link as a QR code on white. A seventh of it may be dirty or torn (level M) and it still reads."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, box_size=MODULE_PIXELS, border=QUIET_MODULES)
    code.add_data(link.url)
    factory = SvgPathFillImage if kind is CodeKind.SVG else PilImage
    written = io.BytesIO()
    code.make_image(image_factory=factory).save(written)
    return written.getvalue()

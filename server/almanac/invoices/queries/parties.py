"""Who sells and who buys, as documents say it, from what they are now."""

from __future__ import annotations

from uuid import UUID

from almanac.business.models import Business
from almanac.business.policies import InvoicePolicy
from almanac.places.models import Address


def seller_of(business: Business, rules: InvoicePolicy) -> dict[str, str]:
    """The business as a document says it."""
    return {
        "name": rules.legal_name or business.name,
        "brand": business.name,
        "address": rules.address,
        "company_number": rules.company_number,
        "vat_number": rules.vat_number,
        "phone": business.phone,
        "email": business.email,
        "accent": business.accent,
        "logo_url": business.logo_url,
        "footer": rules.footer,
    }


def usual_address(customer_id: UUID) -> str:
    """A customer's usual address, else any; empty where we know none. One SQL query."""
    known = Address.objects.filter(customer=customer_id, archived_at=None).order_by("-is_usual", "pk").first()
    return written(known) if known else ""


def written(address: Address) -> str:
    """An address, a part on each line."""
    parts = (address.line1, address.line2, address.city, address.postcode)
    return "\n".join(part.strip() for part in parts if part.strip())

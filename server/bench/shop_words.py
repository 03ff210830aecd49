"""What visitors of the bench's shop type; plain values, so that a client needs no Django."""

from __future__ import annotations

PLACE = {"business": "bench", "postcode": "SW11 1AA"}
DETAILS = {
    "name": "Nora Newcomer",
    "email": "nora@example.com",
    "phone": "07700 900321",
    "line1": "1 Plain Street",
    "town": "London",
}
AGREED = {"payment_method": "pay_on_site", "terms_accepted": True, "early_start_consent": True}

"""What was sold in a bundle: its invoice says by which bundle it costs less, in the language of the order."""

from __future__ import annotations

import pytest

from almanac.business.models import Setting
from almanac.invoices.models import InvoiceLine
from almanac.outbox import worker
from tests.bundles import at_the_door, in_a_row, put_bundle
from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Bundle: Home and garden \u2212£4.00"), ("uk", "Комплект: Дім і сад \u22124,00 £")],
)
def test_the_line_says_its_bundle_and_its_share(shop: Shop, nora: Visitor, language: str, words: str) -> None:
    values = {"legal_name": "VALClean Ltd", "vat_number": "GB123456782"}
    Setting.objects.create(business=shop.business, group="invoices", values=values)
    nora.client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    nora.place()
    put_bundle(nora, in_a_row(shop.clean, at_the_door(shop, "garden")))
    nora.hold(staff=shop.sam)
    nora.type_in()
    assert nora.book().status_code == 200
    worker.drain()
    first, second = InvoiceLine.objects.order_by("position")
    assert (first.total_amount, second.total_amount) == (3_600, 1_800)
    assert first.details == [words]

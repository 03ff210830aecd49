"""A request that works at each door to invoices: Cleo's order has one."""

from __future__ import annotations

from almanac.invoices.actions.issuing import issue
from almanac.invoices.links import letter_address
from almanac.kit.actor import SYSTEM
from tests.probe import Probe
from tests.shop import NOW
from tests.world import World

PERIOD = "business=valclean&first_on=2026-03-01&last_on=2026-03-31"


def _invoiced(world: World) -> None:
    """Cleo's order is invoiced."""
    (row,) = issue(actor=SYSTEM, order_id=world.cleos.order.pk, now=NOW)
    world.ids["invoice_link"] = letter_address(row.pk, now=NOW).rpartition("/")[2]


INVOICE_PROBES: dict[str, Probe] = {
    "invoices": Probe("get", "/invoices", before=_invoiced),
    "invoices_csv": Probe("get", "/invoices.csv", before=_invoiced),
    "order_invoices": Probe("get", "/orders/{number}/invoices", before=_invoiced),
    "invoice_file": Probe("get", "/invoice-files/{invoice_link}", before=_invoiced),
    "statement": Probe("get", f"/customers/{{customer}}/statement?{PERIOD}", before=_invoiced),
    "statement_file": Probe("get", f"/customers/{{customer}}/statement.pdf?{PERIOD}", before=_invoiced),
    "invoice_export": Probe("get", f"/invoice-exports/xero.csv?{PERIOD}", before=_invoiced),
}

"""Who may use the doors to invoices."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, PARTIES, Door, Doors, Who

SEES = frozenset({Who.CUSTOMER, Who.MANAGER, Who.ADMIN})
THEIR_OWN = frozenset({Who.CUSTOMER, Who.ADMIN})

DOORS: Doors = {
    "invoices": Door(SEES, "invoices and credit notes of orders one may see", lists=True),
    "invoices_csv": Door(SEES, "the same as a file", lists=True),
    "order_invoices": Door(PARTIES, "an order's invoices and credit notes; staff see an empty list"),
    "invoice_file": Door(EVERYBODY, "an invoice as PDF, for whoever has its link"),
    "statement": Door(THEIR_OWN, "all that passed between a customer and a business in a time"),
    "statement_file": Door(THEIR_OWN, "the same as PDF"),
    "invoice_export": Door(ADMINS, "invoices of a time in the layout of an accountants' program"),
}

"""Django's name for the ledger module."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "almanac.ledger"
    label = "ledger"

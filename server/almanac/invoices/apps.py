"""Django's name for the invoices module."""

from django.apps import AppConfig


class InvoicesConfig(AppConfig):
    name = "almanac.invoices"
    label = "invoices"

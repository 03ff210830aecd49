"""Django's name for the sales module."""

from django.apps import AppConfig


class SalesConfig(AppConfig):
    name = "almanac.sales"
    label = "sales"

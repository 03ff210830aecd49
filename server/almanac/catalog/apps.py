"""Django's name for the catalog module."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "almanac.catalog"
    label = "catalog"

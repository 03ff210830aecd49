"""Django's name for the business module."""

from django.apps import AppConfig


class BusinessConfig(AppConfig):
    name = "almanac.business"
    label = "business"

"""Django's name for the config module."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "almanac.config"
    label = "config"

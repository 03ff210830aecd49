"""Django's name for the config module; once all models are there, it gathers what follows what."""

from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "almanac.config"
    label = "config"

    def ready(self) -> None:
        for part in ("providers", "reactions", "schedule"):
            import_module(f"almanac.config.{part}")

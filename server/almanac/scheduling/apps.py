"""Django's name for the scheduling module."""

from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "almanac.scheduling"
    label = "scheduling"

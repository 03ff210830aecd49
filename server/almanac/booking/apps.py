"""Django's name for the booking module."""

from django.apps import AppConfig


class BookingConfig(AppConfig):
    name = "almanac.booking"
    label = "booking"

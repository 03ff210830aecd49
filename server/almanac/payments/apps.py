"""Django's name for the payments module."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "almanac.payments"
    label = "payments"

"""Django's name for the customers module."""

from django.apps import AppConfig


class CustomersConfig(AppConfig):
    name = "almanac.customers"
    label = "customers"

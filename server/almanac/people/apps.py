"""The people module as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "almanac.people"
    label = "people"

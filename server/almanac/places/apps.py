"""The places module as a Django app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "almanac.places"
    label = "places"

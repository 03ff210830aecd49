"""The files module as a Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "almanac.files"
    label = "files"

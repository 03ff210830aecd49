"""Django's name for the notifications module."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "almanac.notifications"
    label = "notifications"

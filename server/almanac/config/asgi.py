"""The ASGI door for streaming routes."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
application = get_asgi_application()

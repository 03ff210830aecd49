"""The WSGI door for gunicorn and waitress."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # every door, which Django would otherwise load within the first request

# What was loaded so far stays as long as the process. Left out of garbage collection, a full one no longer takes a
# tenth of a second in the middle of somebody's request; and a month of free times, which is tens of thousands of plain
# tuples that die by themselves, does not start one every few milliseconds.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)

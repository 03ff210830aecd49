"""The database refuses overlapping claims from here on."""

from django.db import migrations

from almanac.scheduling import guards


class Migration(migrations.Migration):
    dependencies = [("scheduling", "0001_initial")]
    operations = [migrations.RunPython(guards.install, guards.remove)]

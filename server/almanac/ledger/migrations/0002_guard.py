"""The database refuses what is not balanced, and any change of what is written, from here on."""

from django.db import migrations

from almanac.ledger import guards


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(guards.install, guards.remove)]

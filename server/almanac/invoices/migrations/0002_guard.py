"""The database refuses gaps, sums that do not add up, and any change of what is issued, from here on."""

from django.db import migrations

from almanac.invoices import guards


class Migration(migrations.Migration):
    dependencies = [("invoices", "0001_initial")]
    operations = [migrations.RunPython(guards.install, guards.remove)]

"""The guard anew: who writes an entry's postings and who seals it wait for each other."""

from django.db import migrations

from almanac.ledger import guards


class Migration(migrations.Migration):
    dependencies = [("ledger", "0005_dated_postings")]
    operations = [
        migrations.RunPython(guards.remove, guards.install),
        migrations.RunPython(guards.install, guards.remove),
    ]

"""What was moved in a time is read without all that was moved before and after it."""

from django.db import migrations, models

from almanac.ledger import guards


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0006_one_writer'),
    ]

    operations = [
        migrations.RunPython(guards.remove, guards.install),
        migrations.AddIndex(
            model_name='posting',
            index=models.Index(fields=['happened_at'], name='ledger_posting_of_time'),
        ),
        migrations.RunPython(guards.install, guards.remove),
    ]

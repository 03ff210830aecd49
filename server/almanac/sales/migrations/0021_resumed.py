"""Letting visits go on can be undone: it remembers which pauses it ended, and until when each lasted before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sales", "0020_line_fee")]

    operations = [
        migrations.AddField(
            model_name="subscriptionchange", name="resumed", field=models.JSONField(blank=True, default=list)
        ),
    ]

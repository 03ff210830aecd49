"""Links to an order that can be withdrawn."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sales", "0024_received_cards")]
    operations = [
        migrations.AddField(
            model_name="order",
            name="link_revision",
            field=models.PositiveSmallIntegerField(default=0, help_text="links of an earlier one open nothing any more"),
        ),
    ]

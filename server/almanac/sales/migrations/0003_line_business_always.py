from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sales", "0002_line_business")]

    operations = [
        migrations.AlterField(
            model_name="orderline",
            name="business",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="business.business"
            ),
        ),
    ]

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def name_the_seller(apps: Any, schema_editor: Any) -> None:
    """Until now every line was sold by the business of its order."""
    order, line = apps.get_model("sales", "Order"), apps.get_model("sales", "OrderLine")
    line.objects.update(business_id=Subquery(order.objects.filter(pk=OuterRef("order_id")).values("business_id")))


class Migration(migrations.Migration):
    dependencies = [
        ("business", "0001_initial"),
        ("sales", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="orderline",
            name="business",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="business.business"
            ),
        ),
        migrations.RunPython(name_the_seller, migrations.RunPython.noop),
    ]

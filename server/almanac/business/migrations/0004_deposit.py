"""What is paid with the order is a rule of booking, which services may override: moved there from how orders are paid."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def to_booking(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    _move(apps, "payments", "percent_now", "booking", "deposit_percent")


def to_payments(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    _move(apps, "booking", "deposit_percent", "payments", "percent_now")


def _move(apps: Apps, source: str, name: str, target: str, new_name: str) -> None:
    settings = apps.get_model("business", "Setting").objects
    for row in settings.filter(group=source):
        percent = row.values.pop(name, None)
        row.values.pop("deposit_amount", None)
        if percent is None:
            continue
        row.save(update_fields=["values"])
        if 0 < percent < 100:
            other, _ = settings.get_or_create(business_id=row.business_id, group=target, defaults={"values": {}})
            other.values[new_name] = percent
            other.save(update_fields=["values"])


class Migration(migrations.Migration):
    dependencies = [("business", "0003_brand")]

    operations = [migrations.RunPython(to_booking, to_payments)]

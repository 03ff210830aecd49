from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import migrations, models


def _days(visits, zone):
    starts = [visit["before"]["start"] for visit in visits if visit["before"]]
    return [datetime.fromtimestamp(start, ZoneInfo(zone)).date() for start in starts]


def _told_by_their_visits(apps, schema_editor):
    """Pauses from before know no days: the last one of what is paused has no end, the others ended with their visits."""
    alias = schema_editor.connection.alias
    rows = apps.get_model("sales", "Subscription").objects.using(alias)
    for row in rows.filter(changes__kind="pause").distinct():
        pauses = list(row.changes.filter(kind="pause", undone_at=None).order_by("made_at", "pk"))
        for pause in pauses:
            days = _days(pause.visits, row.zone) or [pause.made_at.astimezone(ZoneInfo(row.zone)).date()]
            is_open = row.state == "paused" and pause is pauses[-1]
            pause.from_on, pause.until_on = min(days), None if is_open else max(days) + timedelta(days=1)
            pause.save(update_fields=["from_on", "until_on"])
            if is_open:
                row.paused_from = pause.from_on
                row.save(update_fields=["paused_from"])


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0016_bundles"),
    ]

    operations = [
        migrations.AddField(
            model_name="subscription",
            name="paused_from",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="subscriptionchange",
            name="from_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="subscriptionchange",
            name="until_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="subscriptionchange",
            name="resumed_from",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="subscriptionchange",
            name="is_whole",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="subscriptionchange",
            name="carried_on",
            field=models.BooleanField(
                default=False, help_text="whether the subscription carried on until it was cancelled"
            ),
        ),
        migrations.RunPython(_told_by_their_visits, migrations.RunPython.noop, elidable=True),
    ]

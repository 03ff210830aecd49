from django.db import migrations, models
from django.db.models import F, Q


def _one_term_so_far(apps, schema_editor):
    rows = apps.get_model("sales", "Subscription").objects.using(schema_editor.connection.alias)
    rows.update(booked_months=F("months"))


class Migration(migrations.Migration):
    dependencies = [
        ("sales", "0010_gift_cards"),
    ]

    operations = [
        migrations.AddField(
            model_name="subscription",
            name="booked_months",
            field=models.PositiveSmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.RunPython(_one_term_so_far, migrations.RunPython.noop, elidable=True),
        migrations.AddField(
            model_name="subscription",
            name="carries_on",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="subscription",
            name="notice_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="subscription",
            index=models.Index(
                condition=Q(("notice_at__isnull", False)), fields=["notice_at"], name="subscription_notices"
            ),
        ),
    ]

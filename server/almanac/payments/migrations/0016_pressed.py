from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def all_by_clock(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Until now each try used up the schedule."""
    apps.get_model("payments", "DueCharge").objects.update(clock_tries=models.F("tries"))


class Migration(migrations.Migration):

    dependencies = [
        ('payments', '0015_card_yes'),
    ]

    operations = [
        migrations.AddField(
            model_name='duecharge',
            name='clock_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='duecharge',
            name='clock_tries',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='duecharge',
            name='pressed',
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(all_by_clock, migrations.RunPython.noop),
    ]

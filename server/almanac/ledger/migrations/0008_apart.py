"""Subjects whose movements are of test money."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0007_postings_of_a_time'),
    ]

    operations = [
        migrations.CreateModel(
            name='Apart',
            fields=[
                ('subject', models.CharField(max_length=80, primary_key=True, serialize=False)),
            ],
            options={
                'verbose_name_plural': 'subjects apart',
            },
        ),
    ]

"""Which orders test money came for."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sales', '0021_resumed'),
    ]

    operations = [
        migrations.AddField(
            model_name='order',
            name='is_test',
            field=models.BooleanField(default=False, help_text='test money came for it: it stands apart from the real books'),
        ),
    ]

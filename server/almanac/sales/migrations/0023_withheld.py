"""Downloads wait while a bank asks back what was paid for them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sales', '0022_test_money'),
    ]

    operations = [
        migrations.AddField(
            model_name='entitlement',
            name='withheld',
            field=models.CharField(blank=True, choices=[('disputed', 'disputed'), ('lost', 'lost')], max_length=8),
        ),
    ]

"""Documents about test money have numbers of their own; the database keeps both series without gaps."""

from django.db import migrations, models

from almanac.invoices import guards


class Migration(migrations.Migration):

    dependencies = [
        ('business', '0004_deposit'),
        ('invoices', '0002_guard'),
        ('sales', '0022_test_money'),
    ]

    operations = [
        migrations.RunPython(guards.remove, guards.install),
        migrations.RemoveConstraint(
            model_name='invoice',
            name='invoice_number_once',
        ),
        migrations.RemoveConstraint(
            model_name='series',
            name='invoice_series_once',
        ),
        migrations.AddField(
            model_name='invoice',
            name='is_test',
            field=models.BooleanField(default=False, help_text='test money came for its order: it is in a series of its own'),
        ),
        migrations.AddField(
            model_name='series',
            name='is_test',
            field=models.BooleanField(default=False, help_text='of documents about test money (ADR 0042)'),
        ),
        migrations.AddConstraint(
            model_name='invoice',
            constraint=models.UniqueConstraint(fields=('business', 'kind', 'is_test', 'number'), name='invoice_number_once'),
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=models.UniqueConstraint(fields=('business', 'kind', 'is_test'), name='invoice_series_once'),
        ),
        migrations.RunPython(guards.install, guards.remove),
    ]

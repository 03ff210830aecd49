"""An account for what came in and is owed by nobody. SQLite builds the table anew, so the guard steps aside (guards.py)."""

from django.db import migrations, models

from almanac.ledger import guards


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0002_guard'),
    ]

    operations = [
        migrations.RunPython(guards.remove, guards.install),
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_role',
        ),
        migrations.AlterField(
            model_name='account',
            name='role',
            field=models.CharField(choices=[('clearing', 'clearing'), ('bank', 'bank'), ('till', 'till'), ('receivable', 'receivable'), ('tax', 'tax'), ('payable', 'payable'), ('prepaid', 'prepaid'), ('gift_card', 'gift card'), ('revenue', 'revenue'), ('commission', 'commission'), ('fees', 'fees'), ('disputes', 'disputes'), ('suspense', 'suspense')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['clearing', 'bank', 'till', 'receivable', 'tax', 'payable', 'prepaid', 'gift_card', 'revenue', 'commission', 'fees', 'disputes', 'suspense'])), name='ledger_account_role'),
        ),
        migrations.RunPython(guards.install, guards.remove),
    ]

"""What gives back a part of an entry names it; accounts for goodwill, write-offs and exchange. The guard steps aside (guards.py)."""

import django.db.models.deletion
from django.db import migrations, models

from almanac.ledger import guards


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0003_suspense'),
    ]

    operations = [
        migrations.RunPython(guards.remove, guards.install),
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_role',
        ),
        migrations.AddField(
            model_name='entry',
            name='relates_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='related', to='ledger.entry'),
        ),
        migrations.AlterField(
            model_name='account',
            name='role',
            field=models.CharField(choices=[('clearing', 'clearing'), ('bank', 'bank'), ('till', 'till'), ('receivable', 'receivable'), ('tax', 'tax'), ('payable', 'payable'), ('prepaid', 'prepaid'), ('gift_card', 'gift card'), ('revenue', 'revenue'), ('commission', 'commission'), ('fees', 'fees'), ('disputes', 'disputes'), ('suspense', 'suspense'), ('goodwill', 'goodwill'), ('write_offs', 'write-offs'), ('exchange', 'exchange')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['clearing', 'bank', 'till', 'receivable', 'tax', 'payable', 'prepaid', 'gift_card', 'revenue', 'commission', 'fees', 'disputes', 'suspense', 'goodwill', 'write_offs', 'exchange'])), name='ledger_account_role'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reverses', None), models.Q(('reverses', models.F('id')), _negated=True), _connector='OR'), models.Q(('relates_to', None), models.Q(('relates_to', models.F('id')), _negated=True), _connector='OR')), name='ledger_entry_not_of_itself'),
        ),
        migrations.RunPython(guards.install, guards.remove),
    ]

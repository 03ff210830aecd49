"""A posting knows when its entry happened, so that balances at an instant come from one index; what the last check found."""

import django.db.models.deletion
from django.db import migrations, models

from almanac.ledger import guards


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0004_relates_to'),
    ]

    operations = [
        migrations.RunPython(guards.remove, guards.install),
        migrations.CreateModel(
            name='BooksCheck',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ('checked_at', models.DateTimeField()),
                ('broken', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='ledger_bookscheck_is_one')],
            },
        ),
        migrations.AddField(
            model_name='posting',
            name='happened_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.RunSQL(
            'UPDATE ledger_posting SET happened_at = '
            '(SELECT happened_at FROM ledger_entry WHERE ledger_entry.id = ledger_posting.entry_id)',
            migrations.RunSQL.noop,
        ),
        migrations.AlterField(
            model_name='posting',
            name='happened_at',
            field=models.DateTimeField(),
        ),
        migrations.AddIndex(
            model_name='posting',
            index=models.Index(fields=['account', 'happened_at', 'amount'], name='ledger_posting_of_account'),
        ),
        migrations.AlterField(
            model_name='posting',
            name='account',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='ledger.account'),
        ),
        migrations.AlterField(
            model_name='posting',
            name='entry',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='ledger.entry'),
        ),
        migrations.RunPython(guards.install, guards.remove),
    ]

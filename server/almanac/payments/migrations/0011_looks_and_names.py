"""When each row is asked about next; accounts that gave way to another; messages as they came; fees and refunds in other ways."""

from typing import Any

import almanac.kit.crypto
import django.db.models.deletion
from django.db import migrations, models


def fill(apps: Any, editor: Any) -> None:
    """What rows from before say of it: a message's company, and what a dispute is about."""
    notices = apps.get_model("payments", "ProviderNotice").objects
    for account in apps.get_model("payments", "ProviderAccount").objects.all():
        notices.filter(account=account).update(provider=account.provider)
    apps.get_model("payments", "Dispute").objects.update(at_stake_amount=models.F("amount"))


def leave(apps: Any, editor: Any) -> None:
    """Nothing to undo."""


class Migration(migrations.Migration):

    dependencies = [
        ('payments', '0010_mismatches'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='provideraccount',
            name='provider_account_once',
        ),
        migrations.AddField(
            model_name='dispute',
            name='at_stake_amount',
            field=models.PositiveIntegerField(default=0, help_text='what it is about, taken or not'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='is_inquiry',
            field=models.BooleanField(default=False, help_text='the bank only asks, and has taken nothing'),
        ),
        migrations.AddField(
            model_name='dispute',
            name='look_at',
            field=models.DateTimeField(blank=True, help_text='when its company is asked next; none: at once', null=True),
        ),
        migrations.AddField(
            model_name='keptmethod',
            name='look_at',
            field=models.DateTimeField(blank=True, help_text='when its company is told next; none: at once', null=True),
        ),
        migrations.AddField(
            model_name='payment',
            name='fee_currency',
            field=models.CharField(blank=True, help_text="blank: the payment's own", max_length=3),
        ),
        migrations.AddField(
            model_name='payment',
            name='look_at',
            field=models.DateTimeField(blank=True, help_text='when its company is asked next; none: at once', null=True),
        ),
        migrations.AddField(
            model_name='provideraccount',
            name='known_as',
            field=models.CharField(blank=True, help_text="the company's name of it; none: it does not say", max_length=255),
        ),
        migrations.AddField(
            model_name='provideraccount',
            name='missing_events',
            field=models.JSONField(blank=True, help_text='what the company does not tell us of; none: it does not say', null=True),
        ),
        migrations.AddField(
            model_name='provideraccount',
            name='read_until',
            field=models.DateTimeField(blank=True, help_text='to when its own list of events was read', null=True),
        ),
        migrations.AddField(
            model_name='provideraccount',
            name='replaced_at',
            field=models.DateTimeField(blank=True, help_text='keys of another account are used since; this one is asked about its own alone', null=True),
        ),
        migrations.AddField(
            model_name='providernotice',
            name='headers',
            field=almanac.kit.crypto.EncryptedTextField(blank=True, default='', help_text='JSON: as they came'),
        ),
        migrations.AddField(
            model_name='providernotice',
            name='provider',
            field=models.CharField(default='', help_text='whose door it came to', max_length=20),
        ),
        migrations.AddField(
            model_name='providernotice',
            name='was_asked_for',
            field=models.BooleanField(default=False, help_text="it never came: we found it in the company's own list"),
        ),
        migrations.AddField(
            model_name='refund',
            name='look_at',
            field=models.DateTimeField(blank=True, help_text='when its company is asked next; none: at once', null=True),
        ),
        migrations.AddField(
            model_name='refund',
            name='is_followed',
            field=models.BooleanField(default=False, help_text='it failed, and another one was asked for in its place'),
        ),
        migrations.AddField(
            model_name='refund',
            name='way',
            field=models.CharField(blank=True, help_text='cash, bank_transfer; blank: as it was paid', max_length=20),
        ),
        migrations.AlterField(
            model_name='paymentstep',
            name='kind',
            field=models.CharField(choices=[('agreed', 'agreed'), ('page_opened', 'page opened'), ('transfer_awaited', 'transfer awaited'), ('charge_tried', 'charge tried'), ('declined', 'declined'), ('pending', 'pending'), ('captured', 'captured'), ('failed', 'failed'), ('closed', 'closed'), ('changed', 'changed'), ('reminded', 'reminded'), ('matched', 'matched'), ('fee', 'fee'), ('other_currency', 'other currency'), ('refund_asked', 'refund asked'), ('refund_pending', 'refund pending'), ('refund_done', 'refund done'), ('refund_failed', 'refund failed'), ('inquiry', 'inquiry'), ('dispute_opened', 'dispute opened'), ('dispute_answered', 'dispute answered'), ('dispute_reviewed', 'dispute reviewed'), ('dispute_won', 'dispute won'), ('dispute_lost', 'dispute lost'), ('held', 'held'), ('approved', 'approved'), ('refused', 'refused'), ('warned', 'warned')], max_length=16),
        ),
        migrations.AlterField(
            model_name='providernotice',
            name='account',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='payments.provideraccount'),
        ),
        migrations.AlterField(
            model_name='refund',
            name='why',
            field=models.CharField(choices=[('policy', 'called off by the customer'), ('team', 'called off by the team'), ('surplus', 'owed by nobody'), ('by_hand', 'by hand'), ('tip', 'a tip'), ('elsewhere', 'at the company itself')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='provideraccount',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('provider', 'mode'), name='provider_account_in_use_once'),
        ),
        migrations.RunPython(fill, leave),
    ]

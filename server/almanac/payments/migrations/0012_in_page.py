"""Cards taken within our page: which accounts do so, and what a payment there is paid with."""

import almanac.kit.crypto
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('payments', '0011_looks_and_names'),
    ]

    operations = [
        migrations.AddField(
            model_name='payment',
            name='in_page',
            field=models.BooleanField(default=False, help_text="it is taken within our page and not on the company's"),
        ),
        migrations.AddField(
            model_name='payment',
            name='page_secret',
            field=almanac.kit.crypto.EncryptedTextField(blank=True, default='', help_text="within our page: what its customer's browser pays with"),
        ),
        migrations.AddField(
            model_name='provideraccount',
            name='shows_wallets',
            field=models.BooleanField(blank=True, help_text='whether wallets may be shown in our page; none: it does not say', null=True),
        ),
        migrations.AddField(
            model_name='provideraccount',
            name='takes_in_page',
            field=models.BooleanField(default=False, help_text='new payments are taken within our page, where it can'),
        ),
    ]

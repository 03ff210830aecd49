"""By what the account of whoever was sent a gift card finds it, also for the cards that there are."""

from django.db import migrations, models

from almanac.sales.gift_cards import recipient_digest


def digest_all(apps, schema_editor):
    cards = apps.get_model("sales", "GiftCard").objects.only("pk", "recipient_email")
    for card in cards.iterator():
        if card.recipient_email:
            card.recipient_digest = recipient_digest(card.recipient_email)
            card.save(update_fields=["recipient_digest"])


class Migration(migrations.Migration):
    dependencies = [("sales", "0023_withheld")]
    operations = [
        migrations.AddField(
            model_name="giftcard",
            name="recipient_digest",
            field=models.CharField(blank=True, db_index=True, max_length=64),
        ),
        migrations.RunPython(digest_all, migrations.RunPython.noop),
    ]

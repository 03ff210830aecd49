"""Orders that test money came for so far, and what was bought by it, stand apart from the real books (ADR 0042)."""

from django.db import migrations

SOLD = {"gift_card": "gift_card", "package": "pass"}  # kind of line -> how the ledger names what was bought


def set_apart(apps, schema_editor):
    Order, Line = apps.get_model("sales", "Order"), apps.get_model("sales", "OrderLine")
    Payment, Account = apps.get_model("payments", "Payment"), apps.get_model("payments", "ProviderAccount")
    Apart, Use = apps.get_model("ledger", "Apart"), apps.get_model("sales", "PassUse")
    test = Account.objects.filter(mode="test")
    Apart.objects.bulk_create([Apart(subject=f"account:{key}") for key in test.values_list("pk", flat=True)])
    found = set(Payment.objects.filter(account__in=test, state="captured").values_list("order", flat=True))
    while found:  # what was bought by test money pays for other orders
        Order.objects.filter(pk__in=found).update(is_test=True)
        Apart.objects.bulk_create([Apart(subject=f"order:{key}") for key in found], ignore_conflicts=True)
        lines = Line.objects.filter(order__in=found, kind__in=SOLD).values_list("kind", "pk")
        Apart.objects.bulk_create([Apart(subject=f"{SOLD[kind]}:{key}") for kind, key in lines], ignore_conflicts=True)
        by_card = Payment.objects.filter(gift_card__line__order__in=found, order__is_test=False)
        by_pass = Use.objects.filter(visit_pass__line__order__in=found, line__order__is_test=False)
        found = {*by_card.values_list("order", flat=True), *by_pass.values_list("line__order", flat=True)}


class Migration(migrations.Migration):
    dependencies = [
        ("payments", "0012_in_page"),
        ("sales", "0022_test_money"),
        ("ledger", "0008_apart"),
    ]
    operations = [migrations.RunPython(set_apart, migrations.RunPython.noop)]

"""What every customer stored so far is found by."""

from itertools import islice

from django.db import migrations

from almanac.people.terms import terms_of

BATCH = 2_000


def write(apps, schema_editor):
    Customer = apps.get_model("people", "Customer")
    CustomerTerm = apps.get_model("people", "CustomerTerm")
    rows = Customer.objects.order_by("pk").values_list("pk", "name", "email", "phone").iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        CustomerTerm.objects.bulk_create(
            CustomerTerm(customer_id=pk, term=term)
            for pk, name, email, phone in batch
            for term in sorted(terms_of(name=name, email=email, phone=phone))
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0005_customer_terms")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]

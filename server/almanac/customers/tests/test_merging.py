"""Merging moves everything and undoing puts exactly that back; an account never gets what is not its own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from almanac.business.models import Business
from almanac.customers.actions import merging
from almanac.customers.actions.notes import set_tags
from almanac.customers.errors import CannotUndo
from almanac.customers.fields import answers_in, answers_text
from almanac.customers.models import FieldAnswers, Merge, Note, Tag
from almanac.customers.tests.asked import CODE, PETS, SCAN, defined, fill, send
from almanac.files.actions import purge_private
from almanac.files.tests.drawings import drawing
from almanac.kit.actor import SYSTEM
from almanac.outbox.models import EventRow
from almanac.payments.actions import charges
from almanac.people.models import Consent, Customer
from almanac.places.models import Address
from almanac.sales.models import Order, Subscription
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor, days_from_now
from tests.tills import Till, keeps

LATER = NOW + timedelta(hours=1)
FIELD_IDS = [UUID(int=number) for number in (81, 82, 83)]


def snapshot(*ids: UUID) -> dict[str, Any]:
    """All that hangs on these records, but for the revisions, which only go up."""
    people = Customer.objects.filter(pk__in=ids).order_by("pk")
    found: dict[str, Any] = {"people": list(people.values_list("pk", "name", "email", "phone", "user", "archived_at"))}
    for model in (Order, Appointment, Consent, Note):
        found[model.__name__] = sorted(model._default_manager.filter(customer__in=ids).values_list("pk", "customer"))
    found["addresses"] = sorted(
        Address.objects.filter(customer__in=ids).values_list("pk", "customer", "is_usual", "archived_at")
    )
    found["answers"] = sorted(
        (row.customer_id, row.business_id, row.answers)
        for row in FieldAnswers.objects.filter(customer__in=ids)
        if row.answers
    )
    found["tags"] = sorted(Tag.objects.filter(customer__in=ids).values_list("customer", "key", "name"))
    return found


def an_address(customer: Customer, line1: str, *, usual: bool = False, archived: bool = False) -> Address:
    return Address.objects.create(
        customer=customer,
        line1=line1,
        city="London",
        postcode="SW11 1AA",
        latitude=51.5,
        longitude=-0.1,
        is_usual=usual and not archived,
        archived_at=NOW if archived else None,
    )


record = st.fixed_dictionaries(
    {
        "email": st.sampled_from(["", "a@example.org", "b@example.org"]),
        "phone": st.sampled_from(["", "+447700900001", "+447700900002"]),
        "addresses": st.lists(st.booleans(), max_size=3),  # archived or not
        "usual": st.booleans(),
        "tags": st.lists(st.sampled_from(["VIP", "vip", "Dog", "Keys"]), max_size=3),
        "notes": st.integers(0, 2),
        "consents": st.integers(0, 2),
        "answers": st.dictionaries(st.sampled_from(FIELD_IDS), st.sampled_from(["yes", "no"]), max_size=3),
    }
)


def make(values: dict[str, Any]) -> Customer:
    row = Customer.objects.create(name="Nina", email=values["email"], phone=values["phone"])
    for number, archived in enumerate(values["addresses"]):
        an_address(row, f"{number} Street", usual=values["usual"] and number == 0, archived=archived)
    for number in range(values["notes"]):
        Note.objects.create(customer=row, text=f"note {number}")
    for _ in range(values["consents"]):
        Consent.objects.create(customer=row, kind="marketing", text_version="1")
    if values["answers"]:
        FieldAnswers.objects.create(
            customer=row, business=Business.objects.get(slug="asks"), answers=answers_text(values["answers"])
        )
    set_tags(actor=SYSTEM, customer_id=row.pk, names=values["tags"], now=NOW)
    return row


class RoundTrip(TestCase):
    databases = {"default", "ephemeral"}

    @given(kept=record, absorbed=record, then=st.booleans())
    def test_undoing_puts_everything_back(self, kept: dict[str, Any], absorbed: dict[str, Any], then: bool) -> None:
        Business.objects.get_or_create(slug="asks", name="Asks", order_prefix="AS")
        one, other = make(kept), make(absorbed)
        before = snapshot(one.pk, other.pk)
        row = merging.merge(actor=SYSTEM, kept_id=one.pk, absorbed_id=other.pk, now=NOW)
        empty = snapshot(other.pk)
        assert not any(empty[name] for name in ("Order", "Appointment", "Consent", "Note", "addresses"))
        assert empty["people"][0][-1] == NOW
        both = FieldAnswers.objects.filter(customer=one).first()
        assert (answers_in(both.answers) if both else {}) == {**absorbed["answers"], **kept["answers"]}
        if then:  # something new since, which stays where it was written
            new = Note.objects.create(customer=one, text="since")
        merging.undo_merge(actor=SYSTEM, merge_id=row.pk, now=LATER)
        if then:
            assert Note.objects.get(pk=new.pk).customer_id == one.pk
            new.delete()
        assert snapshot(one.pk, other.pk) == before


def two(shop: Shop) -> tuple[Appointment, Appointment]:
    """Visits of two guests who are one person."""
    return (
        Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Nora").visit,
        Visitor().booked(shop, days_from_now(3), staff=shop.sam, name="N. Newcomer").visit,
    )


@pytest.mark.django_db
def test_orders_and_visits_go_and_come_back_over_the_api(shop: Shop, ada: Person) -> None:
    kept, other = two(shop)
    before = snapshot(kept.customer_id, other.customer_id)
    path = f"/customers/{kept.customer_id}/merge"
    preview = ada.post(f"{path}/preview", {"absorbed_id": str(other.customer_id)}).json()
    assert (preview["orders"], preview["visits"], preview["addresses"]) == (1, 1, 1)
    answer = ada.post(path, {"absorbed_id": str(other.customer_id)})
    assert answer.status_code == 201, answer.content
    whole = ada.get(f"/customers/{kept.customer_id}").json()
    assert (len(whole["orders"]), len(whole["visits"]), len(whole["addresses"])) == (2, 2, 2)
    assert whole["history"][0]["merge"]["absorbed"]["name"] == "N. Newcomer"
    gone = ada.get(f"/customers/{other.customer_id}").json()
    assert gone["merged_into"]["id"] == str(kept.customer_id)
    assert ada.post(f"/customers/{other.customer_id}/restore").json()["code"] == "customer_archived"
    undone = ada.post(f"/merges/{answer.json()['id']}/undo")
    assert (undone.status_code, bool(undone.json()["undone_at"])) == (200, True)
    assert snapshot(kept.customer_id, other.customer_id) == before
    again = ada.post(f"/merges/{answer.json()['id']}/undo").json()
    assert (again["code"], again["reason"]) == ("cannot_undo_merge", "undone")
    names = set(EventRow.objects.values_list("name", flat=True))
    assert names >= {"customers.merged", "customers.merge_undone"}


@pytest.mark.django_db
def test_visits_that_repeat_go_with_their_customer_and_come_back(shop: Shop, ada: Person) -> None:
    guest, other = Visitor(), Visitor()
    guest.ready(shop)
    rule = {"frequency": "weekly", "every": 2, "months": 3, "carries_on": True}
    guest.put(f"/basket/lines/{guest.line_id()}/repeat", rule)
    assert guest.book().status_code == 200
    kept_id = other.booked(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sid).order.customer_id
    row = Subscription.objects.get()
    absorbed_id = row.customer_id
    merged = merging.merge(actor=ada.actor, kept_id=kept_id, absorbed_id=absorbed_id, now=NOW)
    row.refresh_from_db()
    assert row.customer_id == kept_id
    merging.undo_merge(actor=ada.actor, merge_id=merged.pk, now=LATER)
    row.refresh_from_db()
    assert row.customer_id == absorbed_id


STAYING = {  # with their record, or moved in another way
    "booking.Basket",  # on its way, or an order already
    "booking.WaitingEntry",  # an account's
    "customers.Tag",  # copied
    "customers.FieldAnswers",  # filled in where there is a gap
    "customers.Entry",  # of each record's own file
    "payments.KeptMethodPage",  # open for half an hour
    "people.CustomerTerm",  # what the record itself is found by
}


def test_whatever_hangs_on_a_customer_moves_or_is_said_to_stay() -> None:
    hanging = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.name == "customer" and field.related_model is Customer
    }
    assert hanging - {model._meta.label for model in merging.MOVING.values()} == STAYING


def test_two_accounts_are_never_one(ada: Person, cleo: Person, otto: Person) -> None:
    answer = ada.post(f"/customers/{cleo.customer.pk}/merge", {"absorbed_id": str(otto.customer.pk)})
    assert (answer.status_code, answer.json()["code"]) == (409, "both_have_accounts")
    assert not Merge.objects.exists()


@pytest.mark.django_db
def test_whoever_signs_in_stays_and_sees_more_only_on_a_word(ada: Person, cleo: Person) -> None:
    guest = Customer.objects.create(name="Cleo", email="elsewhere@example.org")
    away = ada.post(f"/customers/{guest.pk}/merge", {"absorbed_id": str(cleo.customer.pk)})
    assert away.json()["code"] == "account_stays"
    path, body = f"/customers/{cleo.customer.pk}/merge", {"absorbed_id": str(guest.pk)}
    assert ada.post(path, body).json()["code"] == "account_would_see"
    assert ada.post(f"{path}/preview", body).json()["account_would_see"] is True
    Customer.objects.filter(pk=guest.pk).update(email="Cleo@example.com")  # which she has proven
    assert ada.post(path, body).status_code == 201
    cleo.customer.refresh_from_db()
    assert cleo.customer.email == "cleo@example.com"


@pytest.mark.django_db
def test_that_an_account_may_see_more_is_an_administrators_word(ada: Person, max_: Person, cleo: Person) -> None:
    guest = Customer.objects.create(name="Cleo", email="elsewhere@example.org", phone="07700 900111")
    Customer.objects.update(recorded_by=max_.account)
    path, body = f"/customers/{cleo.customer.pk}/merge", {"absorbed_id": str(guest.pk)}
    assert max_.post(path, body).json()["code"] == "account_would_see"
    answer = max_.post(path, {**body, "account_may_see": True})
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert [who.post(f"{path}/preview", body).json()["can_let_see"] for who in (max_, ada)] == [False, True]
    assert not Merge.objects.exists()
    assert ada.post(path, {**body, "account_may_see": True}).status_code == 201


@pytest.mark.django_db
@pytest.mark.parametrize("is_proven", [False, True])
def test_cards_go_to_an_account_alone_that_proved_to_be_theirs(
    shop: Shop, nora: Visitor, till: Till, ada: Person, cleo: Person, is_proven: bool
) -> None:
    order = nora.booked(shop).order
    kept = keeps(till, order)
    charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
    if is_proven:
        Customer.objects.filter(pk=order.customer_id).update(email="Cleo@example.com")
    body = {"absorbed_id": str(order.customer_id), "account_may_see": True}
    merged = ada.post(f"/customers/{cleo.customer.pk}/merge", body)
    assert merged.status_code == 201
    kept.refresh_from_db()
    assert (kept.removed_at is None, kept.is_preferred) == (is_proven, is_proven)
    assert [row["label"] for row in cleo.get("/kept-methods").json()] == (["Visa 4242"] if is_proven else [])
    tried = charges.run(charge_id=charge.pk, now=NOW)
    assert (tried.state, tried.decline) == (("paid", "") if is_proven else ("failed", "no_card"))
    assert ada.post(f"/merges/{merged.json()['id']}/undo", {}).status_code == 200
    kept.refresh_from_db()
    assert (kept.customer_id, kept.removed_at is None) == (order.customer_id, is_proven)


@pytest.mark.django_db
def test_refused_for_one_record_and_for_those_of_others(ada: Person, max_: Person, mia: Person) -> None:
    mine, theirs = (Customer.objects.create(name="N", recorded_by=person.account) for person in (max_, mia))
    assert ada.post(f"/customers/{mine.pk}/merge", {"absorbed_id": str(mine.pk)}).status_code == 422
    for path in ("merge", "merge/preview"):
        assert max_.post(f"/customers/{mine.pk}/{path}", {"absorbed_id": str(theirs.pk)}).status_code == 404
    Customer.objects.filter(pk=theirs.pk).update(archived_at=NOW)
    away = ada.post(f"/customers/{mine.pk}/merge", {"absorbed_id": str(theirs.pk)})
    assert away.json()["code"] == "customer_archived"


@pytest.mark.django_db
def test_not_undone_when_it_moved_on(ada: Person) -> None:
    """A into B, then B into C: the first can be undone once the second is."""
    a, b, c = (Customer.objects.create(name=name) for name in "ABC")
    an_address(a, "1 Street")
    first = merging.merge(actor=SYSTEM, kept_id=b.pk, absorbed_id=a.pk, now=NOW)
    second = merging.merge(actor=SYSTEM, kept_id=c.pk, absorbed_id=b.pk, now=NOW)
    with pytest.raises(CannotUndo) as refused, transaction.atomic():
        merging.undo_merge(actor=SYSTEM, merge_id=first.pk, now=LATER)
    assert refused.value.reason == "moved_on"
    merging.undo_merge(actor=SYSTEM, merge_id=second.pk, now=LATER)
    merging.undo_merge(actor=SYSTEM, merge_id=first.pk, now=LATER)
    assert Address.objects.get().customer_id == a.pk


@pytest.mark.django_db
def test_not_undone_when_a_visit_was_booked_at_an_address_that_moved(shop: Shop, ada: Person) -> None:
    kept, other = two(shop)
    row = merging.merge(actor=SYSTEM, kept_id=kept.customer_id, absorbed_id=other.customer_id, now=NOW)
    Appointment.objects.filter(pk=kept.pk).update(address=other.address)
    answer = ada.post(f"/merges/{row.pk}/undo").json()
    assert (answer["code"], answer["reason"]) == ("cannot_undo_merge", "booked_since")
    assert Customer.objects.get(pk=other.customer_id).archived_at == NOW


@pytest.mark.django_db
def test_what_is_filled_in_here_wins_and_gaps_are_filled(shop: Shop, ada: Person, files_folder: Path) -> None:
    defined(shop)
    kept, other = (row.customer_id for row in two(shop))
    fill(ada, kept, {CODE: "1111"})
    fill(ada, other, {CODE: "2222", PETS: False})
    send(ada, f"/customers/{other}/fields/valclean", drawing(), "plan.png")
    row = merging.merge(actor=ada.actor, kept_id=kept, absorbed_id=other, now=NOW)
    (filled,) = ada.get(f"/customers/{kept}").json()["fields"]
    assert filled["answers"] == {CODE: "1111", PETS: False, SCAN: filled["files"][0]["id"]}
    assert filled["files"][0]["name"] == "plan.webp"
    # Changed here since: that stays, and the file that came along stays with whom it was sent for.
    send(ada, f"/customers/{kept}/fields/valclean", drawing(), "newer.webp")
    merging.undo_merge(actor=ada.actor, merge_id=row.pk, now=LATER)
    assert purge_private(now=LATER) == 0
    (mine,), (theirs,) = (ada.get(f"/customers/{pk}").json()["fields"] for pk in (kept, other))
    assert (set(mine["answers"]), mine["files"][0]["name"]) == ({CODE, SCAN}, "newer.webp")
    assert (theirs["answers"][CODE], theirs["files"][0]["name"]) == ("2222", "plan.webp")

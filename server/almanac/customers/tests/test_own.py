"""What customers keep of themselves is theirs alone."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.people.models import Consent, Customer
from almanac.places.models import Address
from tests.cast import Person, make_user
from tests.shop import POSTCODE

pytestmark = pytest.mark.django_db
HOME = {"line1": "2 Plain Street", "town": "London", "postcode": POSTCODE, "access_notes": "Key under the pot"}


def test_details(cleo: Person) -> None:
    found = cleo.get("/my/details").json()
    assert (found["name"], found["email"]) == ("Cleo", "cleo@example.com")
    changed = cleo.put("/my/details", {"name": "Cleopatra", "phone": "07700 900555"}, if_match=str(found["revision"]))
    assert changed.json()["phone"] == "+447700900555"
    cleo.customer.refresh_from_db()
    assert (cleo.customer.name, cleo.customer.phone) == ("Cleopatra", "+447700900555")
    assert cleo.put("/my/details", {"name": "C"}, if_match=str(found["revision"])).status_code == 412
    wrong = cleo.put("/my/details", {"name": " ", "phone": ""})
    assert (wrong.status_code, list(wrong.json()["fields"])) == (422, ["name"])


def test_addresses(cleo: Person, otto: Person, postcodes: None) -> None:
    first = cleo.post("/my/addresses", HOME).json()
    assert [(a["line1"], a["is_usual"], a["access_notes"]) for a in first] == [
        ("2 Plain Street", True, "Key under the pot")
    ]
    second = cleo.post("/my/addresses", {**HOME, "line1": "9 Mews"}).json()[1]
    usual = cleo.post(f"/my/addresses/{second['id']}/usual").json()
    assert [(a["line1"], a["is_usual"]) for a in usual] == [("9 Mews", True), ("2 Plain Street", False)]
    changed = cleo.put(f"/my/addresses/{second['id']}", {**HOME, "line1": "10 Mews", "access_notes": ""}).json()
    assert (changed[0]["line1"], changed[0]["access_notes"]) == ("10 Mews", "")
    path = f"/my/addresses/{second['id']}"
    for answer in (otto.put(path, HOME), otto.delete(path), otto.post(f"{path}/usual")):
        assert answer.status_code == 404
    assert otto.get("/my/addresses").json() == []
    stale = cleo.put(path, HOME, if_match=str(second["revision"]))
    assert stale.status_code == 412
    assert [a["line1"] for a in cleo.delete(path).json()] == ["2 Plain Street"]


def test_preferences(cleo: Person) -> None:
    assert cleo.get("/my/preferences").json() == {"language": "en", "zone": "Europe/London", "news": False}
    wanted = {"language": "uk", "zone": "Europe/Kyiv", "news": True}
    assert cleo.put("/my/preferences", wanted).json() == wanted
    assert cleo.put("/my/preferences", {**wanted, "news": False}).json()["news"] is False
    consent = Consent.objects.get(kind="marketing")
    assert consent.withdrawn_at is not None
    assert cleo.put("/my/preferences", wanted).json()["news"] is True
    assert Consent.objects.filter(kind="marketing").count() == 2
    for wrong in ({"zone": "Mars/Base"}, {"language": "xx"}):
        assert cleo.put("/my/preferences", {**wanted, **wrong}).status_code == 422


def test_an_account_without_a_record_gets_one_when_something_is_kept(postcodes: None) -> None:
    zoe = Person(make_user("zoe", "customer"))  # type: ignore[arg-type]
    assert zoe.get("/my/addresses").json() == []
    assert zoe.get("/my/preferences").json()["news"] is False
    assert not Customer.objects.exists()
    assert zoe.post("/my/addresses", HOME).status_code == 201
    assert Customer.objects.get().user == zoe.account
    assert Address.objects.count() == 1


def test_the_team_has_no_such_pages(ada: Person, sam: Person, stranger: Person) -> None:
    for path in ("/my/details", "/my/addresses", "/my/preferences"):
        assert [person.get(path).status_code for person in (ada, sam, stranger)] == [403, 403, 401]


def test_a_guests_record_joins_with_its_notes(world: Any) -> None:
    """An account that proves the mailbox takes the guest's orders; what the team wrote about the guest goes along."""
    cleo = world.callers[next(who for who in world.callers if who.name == "CUSTOMER")].person
    ada = world.callers[next(who for who in world.callers if who.name == "ADMIN")].person
    guest = Customer.objects.create(name="C", email="cleo@example.com")
    ada.post(f"/customers/{guest.pk}/notes", {"text": "Rings twice"})
    order = world.ottos.order
    order.customer = guest
    order.save()
    assert cleo.post("/linkable-orders", {"order_ids": [str(order.pk)]}).status_code == 204
    texts = [note["text"] for note in ada.get(f"/customers/{cleo.customer.pk}").json()["notes"]]
    assert "Rings twice" in texts

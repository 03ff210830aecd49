"""What visitors find somebody by: who may change it, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.business.models import Business
from almanac.outbox.models import EventRow
from almanac.people.models import Expertise
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ovens(valclean: Business) -> Expertise:
    return Expertise.objects.create(business=valclean, slug="ovens", name={"en": "Ovens", "de": "Backöfen"})


def change(who: Person, of: Person, **more: Any) -> Any:
    headers = {"if_match": str(more.pop("revision"))} if "revision" in more else {}
    body = {"languages": ["uk", "en", "uk"], "expertise": ["ovens"], **more}
    return who.put(f"/staff-members/{of.staff.pk}/showcase", body, **headers)


def test_staff_members_say_what_they_speak_and_know(ovens: Expertise, sam: Person) -> None:
    answer = change(sam, sam, revision=1)
    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert (shown["languages"], shown["expertise"], shown["revision"]) == (["uk", "en"], ["ovens"], 2)
    event = EventRow.objects.get()
    assert (event.payload["before"]["languages"], event.payload["after"]["languages"]) == ([], ["uk", "en"])


def test_saying_the_same_again_is_no_change(ovens: Expertise, sam: Person) -> None:
    change(sam, sam)
    assert change(sam, sam).json()["revision"] == 2
    assert EventRow.objects.count() == 1


def test_only_administrators_put_somebody_first(ovens: Expertise, sam: Person, ada: Person) -> None:
    assert change(sam, sam, is_featured=True).status_code == 403
    sam.staff.refresh_from_db()
    assert (sam.staff.is_featured, sam.staff.languages) == (False, [])
    assert change(ada, sam, is_featured=True).json()["is_featured"] is True


@pytest.mark.parametrize(
    ("refused", "field"), [({"languages": ["English"]}, "languages"), ({"expertise": ["unknown"]}, "expertise")]
)
def test_what_is_not_known_is_refused(ovens: Expertise, sam: Person, refused: dict[str, Any], field: str) -> None:
    answer = change(sam, sam, **refused)
    assert answer.status_code == 422
    assert any(name.startswith(field) for name in answer.json()["fields"])


def test_others_are_refused(ovens: Expertise, sam: Person, sid: Person, cleo: Person) -> None:
    assert change(sid, sam).status_code == 404
    assert change(cleo, sam).status_code == 404


def test_a_stale_revision_is_refused(ovens: Expertise, sam: Person) -> None:
    change(sam, sam)
    assert change(sam, sam, revision=1).json()["code"] == "changed_meanwhile"


def test_anybody_may_read_what_people_know(ovens: Expertise, stranger: Person) -> None:
    found = stranger.get("/expertise?business=valclean", accept_language="de").json()
    assert found == [{"slug": "ovens", "name": "Backöfen"}]

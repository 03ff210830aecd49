"""A service's own questions on the way to a booking: asked, answered, judged, sold with the order, told to whom they concern."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.booking.actions.baskets import KEPT_FOR, purge_baskets
from almanac.files.actions import MOST_FILES, purge_private
from almanac.files.models import PrivateFile
from almanac.files.tests.drawings import drawing
from almanac.files.tests.test_private import A_PDF
from almanac.sales.models import OrderLine
from tests.cast import Person
from tests.shop import NOBODY, NOW, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
PETS, KIND, ROOMS, PHOTO, SECRET = (f"00000000-0000-4000-8000-00000000000{n}" for n in range(1, 6))
FORM: list[dict[str, Any]] = [
    {
        "id": PETS,
        "kind": "yes_no",
        "label": {"en": "Any pets?", "uk": "Є тварини?"},
        "is_required": True,
        "for_staff": True,
    },
    {
        "id": KIND,
        "kind": "choice",
        "label": {"en": "What kind?"},
        "is_required": True,
        "for_staff": True,
        "options": [{"key": "dog", "label": {"en": "A dog", "uk": "Собака"}}, {"key": "cat", "label": {"en": "A cat"}}],
        "show_if": {"question": PETS, "test": "is", "value": "yes"},
    },
    {"id": ROOMS, "kind": "number", "label": {"en": "Bedrooms"}, "minimum": 0, "maximum": 9, "for_staff": True},
    {"id": PHOTO, "kind": "file", "label": {"en": "A photo"}, "for_staff": True},
    {"id": SECRET, "kind": "text", "label": {"en": "How did you find us?"}},
]
GOOD = {PETS: True, KIND: "dog", ROOMS: 3, SECRET: "By canary post"}


@pytest.fixture
def asking(shop: Shop, files_folder: Path) -> Shop:
    shop.clean.questions = FORM
    shop.clean.save()
    return shop


def answer(visitor: Visitor, answers: dict[str, Any]) -> Any:
    return visitor.patch(f"/basket/lines/{visitor.line_id()}/answers", {"answers": answers})


def faults(visitor: Visitor) -> Any:
    return visitor.basket()["lines"][0]["answer_faults"]


def test_the_shop_tells_what_it_asks(asking: Shop, nora: Visitor) -> None:
    questions = nora.get("/services/valclean/clean", accept_language="uk").json()["questions"]
    assert [question["id"] for question in questions] == [PETS, KIND, ROOMS, PHOTO, SECRET]
    assert questions[0]["label"] == "Є тварини?"
    assert questions[1]["options"] == [
        {"key": "dog", "label": "Собака", "minutes": 0},
        {"key": "cat", "label": "A cat", "minutes": 0},
    ]
    assert questions[1]["show_if"] == {"question": PETS, "test": "is", "value": "yes"}


def test_an_archived_question_is_asked_no_more(asking: Shop, nora: Visitor) -> None:
    asking.clean.questions = [{**question, "is_archived": True} for question in FORM]
    asking.clean.save()
    assert nora.get("/services/valclean/clean").json()["questions"] == []
    nora.ready(asking)
    assert nora.book().status_code == 200


def test_what_is_missing_by_condition(asking: Shop, nora: Visitor) -> None:
    nora.ready(asking)
    assert faults(nora) == {PETS: "missing"}
    answer(nora, {PETS: True})
    assert faults(nora) == {KIND: "missing"}
    answer(nora, {PETS: False})
    assert faults(nora) == {}
    answer(nora, {PETS: None})
    assert faults(nora) == {PETS: "missing"}


def test_answers_keep_the_time(asking: Shop, nora: Visitor) -> None:
    nora.ready(asking)
    saved = answer(nora, GOOD).json()
    assert saved["lines"][0]["state"] == "held"
    assert saved["lines"][0]["answers"] == GOOD


def test_nothing_typed_is_lost_and_nothing_unknown_kept(asking: Shop, nora: Visitor) -> None:
    nora.ready(asking)
    saved = answer(nora, {ROOMS: 77, NOBODY: "x", PHOTO: NOBODY}).json()["lines"][0]
    assert saved["answers"] == {ROOMS: 77}
    assert saved["answer_faults"] == {PETS: "missing", ROOMS: "too_large"}


@pytest.mark.parametrize("bad", [{"x": 1}, [1], 1.5, "x" * 2_001, ["x"] * 31, 10**40])
def test_what_can_be_no_answer(asking: Shop, nora: Visitor, bad: Any) -> None:
    nora.ready(asking)
    refused = answer(nora, {SECRET: bad})
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_input")


def test_booking_says_what_is_still_to_be_answered(asking: Shop, nora: Visitor) -> None:
    nora.ready(asking)
    answer(nora, {PETS: True, ROOMS: 77})
    refused = nora.book()
    line = nora.line_id()
    assert (refused.status_code, refused.json()["code"]) == (422, "incomplete")
    assert refused.json()["missing"] == [f"lines.{line}.answers.{KIND}", f"lines.{line}.answers.{ROOMS}"]


def booked(asking: Shop, nora: Visitor) -> Booked:
    nora.ready(asking)
    answer(nora, GOOD)
    assert nora.send_file(PHOTO, drawing(), "My garden.png").status_code == 200
    done = nora.book()
    assert done.status_code == 200, done.content
    return Booked(**done.json())


def told(person: Person, order: Booked, **headers: str) -> Any:
    found = person.get(f"/orders/{order.number}", **headers).json()["lines"][0]["answers"]
    return {one["label"]: one["text"] or one["is_yes"] or (one["file"] or {}).get("name") for one in found}


def test_they_stand_on_the_order_as_sold(asking: Shop, nora: Visitor, ada: Person, sam: Person, max_: Person) -> None:
    order = booked(asking, nora)
    asking.clean.questions = []
    asking.clean.save()
    whole = {
        "Any pets?": True,
        "What kind?": "A dog",
        "Bedrooms": "3",
        "A photo": "My garden.webp",
        "How did you find us?": "By canary post",
    }
    for_staff = {label: words for label, words in whole.items() if label != "How did you find us?"}
    assert told(nora, order, x_order_token=order.token) == whole
    assert told(ada, order) == told(max_, order) == whole
    assert told(sam, order) == for_staff
    assert told(ada, order, accept_language="uk")["What kind?"] == "Собака"


def test_they_stand_with_the_visit_for_whoever_looks_after_it(
    asking: Shop,
    nora: Visitor,
    ada: Person,
    sam: Person,
    sid: Person,
    max_: Person,
    otto: Person,
    rival: Visitor,
    django_assert_num_queries: Any,
) -> None:
    nora.ready(asking)
    answer(nora, GOOD)
    nora.want(asking.call)  # a colleague's, in the same order
    nora.hold(WEDNESDAY_TEN + timedelta(days=1), line=1, staff=asking.sid)
    order = Booked(**nora.book().json())
    lines = nora.get(f"/orders/{order.number}", x_order_token=order.token).json()["lines"]
    own, others = (f"/appointments/{line['appointment_id']}/answers" for line in lines)

    def labels(person: Person, **headers: str) -> list[str]:
        return [one["label"] for one in person.get(own, **headers).json()]

    whole = ["Any pets?", "What kind?", "Bedrooms", "How did you find us?"]
    assert labels(nora, x_order_token=order.token) == labels(ada) == labels(max_) == whole
    assert labels(sam) == whole[:-1]
    assert sid.get(others).json() == []
    for person, path in ((sam, others), (sid, own), (otto, own), (otto, others)):
        assert (person.get(path).status_code, person.get(path).json()["code"]) == (404, "not_found")

    asking.clean.questions = FORM[:1]
    asking.clean.save()
    rival.ready(asking, WEDNESDAY_TEN + timedelta(days=2))
    answer(rival, {PETS: False})
    made = Booked(**rival.book().json())
    short = rival.get(f"/orders/{made.number}", x_order_token=made.token).json()
    with CaptureQueriesContext(connection) as few:
        sam.get(f"/appointments/{short['lines'][0]['appointment_id']}/answers")
    with django_assert_num_queries(len(few)):  # however many lines and questions
        sam.get(own)


def test_an_answer_that_is_not_asked_for_is_not_sold(asking: Shop, nora: Visitor) -> None:
    nora.ready(asking)
    answer(nora, {**GOOD, PETS: False})
    order = Booked(**nora.book().json())
    assert set(told(nora, order, x_order_token=order.token)) == {"Any pets?", "Bedrooms", "How did you find us?"}


def test_what_was_answered_is_unreadable_in_the_database(asking: Shop, nora: Visitor) -> None:
    booked(asking, nora)
    assert OrderLine.objects.exclude(answers="").count() == 1
    assert not OrderLine.objects.extra(where=["answers LIKE '%%canary%%' OR answers LIKE '%%garden%%'"]).exists()


def file_of(person: Person, order: Booked, **headers: str) -> str:
    lines = person.get(f"/orders/{order.number}", **headers).json()["lines"]
    return next(str(one["file"]["address"]) for one in lines[0]["answers"] if one["file"])


def test_the_file_is_for_those_who_may_see_the_order(
    asking: Shop, nora: Visitor, ada: Person, sam: Person, sid: Person, otto: Person, rival: Visitor
) -> None:
    order = booked(asking, nora)
    for person, headers in ((nora, {"x_order_token": order.token}), (ada, {}), (sam, {})):
        assert person.client.get(file_of(person, order, **headers)).headers["Content-Type"] == "image/webp"
    for person in (sid, otto, rival):
        assert person.get(f"/orders/{order.number}").status_code == 404
        assert person.client.get(file_of(ada, order)).status_code == 404


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"<html></html>", 422, "file_unreadable"),
        (A_PDF[:20], 422, "file_unreadable"),
        (b"0" * (15 * 1024 * 1024 + 1), 413, "file_too_large"),
    ],
)
def test_a_file_that_cannot_be_kept(
    asking: Shop, nora: Visitor, files_folder: Path, content: bytes, status: int, code: str
) -> None:
    nora.ready(asking)
    refused = nora.send_file(PHOTO, content)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert list(files_folder.rglob("*.*")) == []


def test_only_where_a_file_is_asked_for(asking: Shop, nora: Visitor, files_folder: Path) -> None:
    nora.ready(asking)
    for question in (SECRET, NOBODY):
        assert nora.send_file(question, drawing()).status_code == 404
    assert not PrivateFile.objects.exists()
    assert list(files_folder.rglob("*.webp")) == []  # its bytes went again


def test_without_a_basket(asking: Shop, nora: Visitor) -> None:
    path = f"/api/basket/lines/{NOBODY}/answers/{PHOTO}"
    assert nora.client.post(path, {"file": __file__}).json()["code"] in ("no_basket", "invalid_input")
    assert nora.patch(f"/basket/lines/{NOBODY}/answers", {"answers": {}}).json()["code"] == "no_basket"
    nora.ready(asking)
    assert nora.patch(f"/basket/lines/{NOBODY}/answers", {"answers": {}}).json()["code"] == "line_unknown"


def test_another_file_takes_the_place_of_the_first(asking: Shop, nora: Visitor) -> None:
    nora.ready(asking)
    nora.send_file(PHOTO, drawing(), "one.png")
    assert [file["name"] for file in nora.send_file(PHOTO, A_PDF, "two.pdf").json()["lines"][0]["files"]] == ["two.pdf"]
    assert PrivateFile.objects.filter(expires_at=None).count() == 1
    assert answer(nora, {PHOTO: None}).json()["lines"][0]["files"] == []
    assert PrivateFile.objects.filter(expires_at=None).count() == 0
    assert purge_private(now=NOW) == 2


def test_a_basket_keeps_so_many_files(asking: Shop, nora: Visitor) -> None:
    nora.ready(asking)
    more = [
        {"id": f"00000000-0000-4000-8000-0000000001{n:02}", "kind": "file", "label": {"en": str(n)}} for n in range(20)
    ]
    asking.clean.questions = more
    asking.clean.save()
    codes = [nora.send_file(str(question["id"]), drawing()).status_code for question in more[: MOST_FILES + 1]]
    assert codes == [200] * MOST_FILES + [409]


def test_files_go_with_their_basket_but_not_with_the_order(asking: Shop, nora: Visitor, rival: Visitor) -> None:
    order = booked(asking, nora)
    rival.place()
    rival.want(asking.clean)
    rival.send_file(PHOTO, drawing())
    later = NOW + KEPT_FOR + timedelta(days=1)
    assert purge_baskets(now=later) == 2
    assert purge_private(now=later) == 1
    kept = PrivateFile.objects.get()
    assert kept.owner == f"order:{order.order.pk}"

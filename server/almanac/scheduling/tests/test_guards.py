"""The database itself refuses overlapping claims, also from its shell, after all migrations."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from almanac.kit import ids
from almanac.people.models import StaffMember
from almanac.scheduling.tests import factories

pytestmark = pytest.mark.django_db
COLUMNS = (
    "id, created_at, revision, staff_id, blocked_from, blocked_until, core_from, core_until, kind, expires_at, "
    "service_id, seats_taken, capacity"
)


def key(value: UUID) -> str:
    return value.hex if connection.vendor == "sqlite" else str(value)


def insert(staff: StaffMember, service_id: UUID, start: int, end: int, *, seats: int = 1, capacity: int = 1) -> UUID:
    """A claim written by plain SQL, as from the database's shell."""
    claim_id = ids.new_id()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO scheduling_claim ({COLUMNS}) VALUES "
            "(%s, '2026-01-01 00:00:00+00:00', 1, %s, %s, %s, %s, %s, 'appointment', NULL, %s, %s, %s)",
            [key(claim_id), key(staff.pk), start, end, start, end, key(service_id), seats, capacity],
        )
    return claim_id


def update(claim_id: UUID, **values: int | str) -> None:
    assignments = ", ".join(f"{name} = %s" for name in values)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE scheduling_claim SET {assignments} WHERE id = %s", [*values.values(), key(claim_id)])


@pytest.mark.parametrize(
    ("start", "end"),
    [(1000, 2000), (999, 1001), (1999, 2001), (1200, 1300), (0, 5000), (500, 2000), (1000, 3000)],
)
def test_raw_insert_that_overlaps_is_refused(start: int, end: int) -> None:
    sam, clean = factories.staff(hours=None), factories.service()
    insert(sam, clean.pk, 1000, 2000)
    with pytest.raises(IntegrityError, match="scheduling_claim_no_overlap"):
        insert(sam, clean.pk, start, end)


def test_touching_claims_and_other_people_pass() -> None:
    sam, sid, clean = factories.staff("Sam", hours=None), factories.staff("Sid", hours=None), factories.service()
    insert(sam, clean.pk, 1000, 2000)
    insert(sam, clean.pk, 0, 1000)
    insert(sam, clean.pk, 2000, 3000)
    insert(sid, clean.pk, 1000, 2000)
    assert sam.claims.count() == 3


def test_raw_update_into_an_overlap_is_refused_and_within_itself_passes() -> None:
    sam, sid, clean = factories.staff("Sam", hours=None), factories.staff("Sid", hours=None), factories.service()
    first = insert(sam, clean.pk, 1000, 2000)
    insert(sam, clean.pk, 2000, 3000)
    elsewhere = insert(sid, clean.pk, 1500, 2500)
    update(first, blocked_from=900)
    with pytest.raises(IntegrityError, match="scheduling_claim_no_overlap"):
        update(first, blocked_until=2001)
    with pytest.raises(IntegrityError, match="scheduling_claim_no_overlap"):
        update(elsewhere, staff_id=key(sam.pk))


def test_the_longest_claim_before_a_new_one_is_still_seen() -> None:
    sam, clean = factories.staff(hours=None), factories.service()
    two_days = 2 * factories.DAY
    insert(sam, clean.pk, 1000, 1000 + two_days)
    with pytest.raises(IntegrityError):
        insert(sam, clean.pk, 999 + two_days, 2000 + two_days)
    insert(sam, clean.pk, 1000 + two_days, 2000 + two_days)
    with pytest.raises(IntegrityError, match="claim_holds_its_core"):
        insert(sam, clean.pk, 9_000_000, 9_000_001 + two_days)


def test_more_seats_than_there_are_is_refused() -> None:
    sam, session = factories.staff(hours=None), factories.service(capacity=3)
    claim_id = insert(sam, session.pk, 1000, 2000, seats=3, capacity=3)
    with pytest.raises(IntegrityError, match="claim_seats_within_capacity"):
        update(claim_id, seats_taken=4)


@pytest.mark.parametrize("values", [{"core_from": 999}, {"core_until": 2001}, {"kind": "hold"}, {"expires_at": 5}])
def test_a_claim_that_makes_no_sense_is_refused(values: dict[str, int | str]) -> None:
    sam, clean = factories.staff(hours=None), factories.service()
    claim_id = insert(sam, clean.pk, 1000, 2000)
    with pytest.raises(IntegrityError):
        update(claim_id, **values)

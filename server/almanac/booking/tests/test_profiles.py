"""People who can be booked: who is listed, by what they are found, in which order, and what it costs to find them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.catalog.models import Category, Offering, Service, Venue
from almanac.people.models import Expertise, StaffMember
from almanac.scheduling.models import TimeOff, WorkingHours
from tests.cast import Person
from tests.shop import NOW, Shop, make_service

pytestmark = pytest.mark.django_db


class Mentors:
    """A business of mentors beside the shop: Nika in Kyiv and Bill in Boston, with a talk each."""

    def __init__(self) -> None:
        self.business = Business.objects.create(slug="mentors", name="Mentors", order_prefix="MT")
        self.category = Category.objects.create(business=self.business, slug="talks", name={"en": "Talks"})
        self.design = Expertise.objects.create(
            business=self.business, slug="design", name={"en": "Design", "uk": "Дизайн"}
        )
        self.talk = self.session("talk", 5_000)
        self.nika = self.mentor("nika", "Ніка Müller", "Europe/Kyiv", languages=["uk", "en"], minutes=(600, 780))
        self.bill = self.mentor("bill", "Bill", "America/New_York", languages=["en"], minutes=(1080, 1260))
        self.nika.expertise.add(self.design)
        self.offer(self.nika, self.talk)
        self.offer(self.bill, self.talk, price_amount=4_000)

    def session(self, slug: str, price: int, **more: Any) -> Service:
        return make_service(self.business, self.category, slug, price, Venue.ONLINE, **more)

    def mentor(self, slug: str, name: str, zone: str, *, languages: list[str], minutes: tuple[int, int]) -> StaffMember:
        biography = {"en": f"{slug} helps with portfolios.", "uk": "Допомагає з портфоліо."}
        staff = StaffMember.objects.create(
            business=self.business, slug=slug, name=name, zone=zone, languages=languages, biography=biography
        )
        WorkingHours.objects.bulk_create(
            WorkingHours(staff_member=staff, weekday=day, start_minute=minutes[0], end_minute=minutes[1])
            for day in range(7)
        )
        return staff

    def offer(self, staff: StaffMember, service: Service, **more: Any) -> Offering:
        return Offering.objects.create(service=service, staff_member=staff, **more)


@pytest.fixture
def mentors(shop: Shop) -> Mentors:
    return Mentors()


def slugs(who: Person, **asked: Any) -> list[str]:
    query = "&".join(f"{name}={value}" for name, value in {"business": "mentors", **asked}.items())
    answer = who.get(f"/profiles?{query}")
    assert answer.status_code == 200, answer.content
    return [item["slug"] for item in answer.json()["items"]]


def test_each_comes_with_the_next_free_time_on_their_own_clock(mentors: Mentors, stranger: Person) -> None:
    found = {item["slug"]: item for item in stranger.get("/profiles?business=mentors").json()["items"]}
    # Monday 09:00 in London and half a day of lead: Kyiv opens on Tuesday at 10:00 (08:00 UTC), Boston today at 18:00.
    assert found["nika"]["next_free_at"] == "2026-03-03T08:00:00Z"
    assert found["bill"]["next_free_at"] == "2026-03-02T23:00:00Z"
    assert found["bill"]["offered"][0]["price_amount"] == 4_000


def test_the_next_free_time_is_the_one_the_calendar_shows(mentors: Mentors, stranger: Person) -> None:
    TimeOff.objects.create(
        staff_member=mentors.bill, off_from=int(NOW.timestamp()), off_until=int(NOW.timestamp()) + 30 * 86_400
    )
    for item in stranger.get("/profiles?business=mentors").json()["items"]:
        offered = item["offered"][0]
        first = stranger.get(f"/slots/first?service={offered['service_id']}&staff={item['id']}").json()
        assert first["starts_at"] == item["next_free_at"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"text": "muller"}, ["nika"]),
        ({"text": "портфоліо ніка"}, ["nika"]),
        ({"text": "TALK portfolios"}, ["bill", "nika"]),
        ({"text": "дизайн"}, ["nika"]),
        ({"text": "gardening"}, []),
        ({"expertise": "design,other"}, ["nika"]),
        ({"languages": "uk"}, ["nika"]),
        ({"languages": "de"}, []),
        ({"currency": "GBP", "price_to": 4_500}, ["bill"]),
        ({"currency": "EUR", "price_to": 90_000}, []),
        ({"free_within_days": 1}, ["bill", "nika"]),
        ({"order": "soonest"}, ["bill", "nika"]),
        ({"order": "price"}, ["bill", "nika"]),
        ({"order": "name"}, ["bill", "nika"]),
    ],
)
def test_people_are_found_by(mentors: Mentors, stranger: Person, asked: dict[str, Any], expected: list[str]) -> None:
    assert slugs(stranger, **asked) == expected


def test_those_put_first_go_first_and_only_when_nothing_else_is_asked(mentors: Mentors, stranger: Person) -> None:
    StaffMember.objects.filter(pk=mentors.nika.pk).update(is_featured=True)
    assert slugs(stranger) == ["nika", "bill"]
    assert slugs(stranger, order="soonest") == ["bill", "nika"]


def test_a_price_needs_its_money(mentors: Mentors, stranger: Person) -> None:
    answer = stranger.get("/profiles?price_to=100")
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["currency"])


def test_prices_in_other_money_come_after_those_of_the_business(mentors: Mentors, stranger: Person) -> None:
    dollars = mentors.session("dollars", 100, currency="USD")
    mentors.offer(mentors.mentor("ana", "Ana", "UTC", languages=[], minutes=(0, 600)), dollars)
    assert slugs(stranger, order="price") == ["bill", "nika", "ana"]
    assert slugs(stranger, order="price", currency="USD") == ["ana", "bill", "nika"]


@pytest.mark.parametrize("hidden", ["archived", "not bookable", "offering", "service", "business"])
def test_whoever_cannot_be_booked_is_not_listed(mentors: Mentors, stranger: Person, hidden: str) -> None:
    if hidden == "archived":
        StaffMember.objects.filter(pk=mentors.nika.pk).update(archived_at=NOW)
    elif hidden == "not bookable":
        StaffMember.objects.filter(pk=mentors.nika.pk).update(is_bookable=False)
    elif hidden == "offering":
        Offering.objects.filter(staff_member=mentors.nika).update(archived_at=NOW)
    elif hidden == "service":
        Service.objects.filter(pk=mentors.talk.pk).update(is_visible=False)
    else:
        Business.objects.filter(pk=mentors.business.pk).update(archived_at=NOW)
    assert "nika" not in slugs(stranger)
    assert stranger.get("/profiles/mentors/nika").status_code == 404


def test_pages_follow_one_another(mentors: Mentors, stranger: Person) -> None:
    first = stranger.get("/profiles?business=mentors&limit=1").json()
    assert (first["count"], len(first["items"])) == (2, 1)
    second = stranger.get(f"/profiles?business=mentors&limit=1&cursor={first['next_cursor']}").json()
    assert [item["slug"] for item in (*first["items"], *second["items"])] == ["bill", "nika"]
    assert second["next_cursor"] is None
    assert stranger.get("/profiles?cursor=nobody").status_code == 422


def test_what_there_is_to_choose_from(mentors: Mentors, stranger: Person) -> None:
    found = stranger.get("/profiles?business=mentors&text=nothing", accept_language="uk").json()
    assert found["items"] == []
    assert found["expertise"] == [{"slug": "design", "name": "Дизайн", "count": 1}]
    assert found["languages"] == [{"code": "en", "count": 2}, {"code": "uk", "count": 1}]
    assert found["prices"] == [{"currency": "GBP", "lowest_amount": 4_000, "highest_amount": 5_000}]


def test_a_biography_says_which_language_it_came_in(mentors: Mentors, stranger: Person) -> None:
    profile = stranger.get("/profiles/mentors/nika", accept_language="de").json()
    assert (profile["biography_language"], profile["biography"]) == ("en", "nika helps with portfolios.")
    assert profile["rating"] is None


def test_a_cleaner_has_a_profile_and_no_next_time_without_a_place(shop: Shop, stranger: Person) -> None:
    profile = stranger.get("/profiles/valclean/sam").json()
    by_venue = {item["venue"]: item["next_free"] for item in profile["offered"]}
    assert by_venue["customer"] == []
    assert datetime.fromisoformat(by_venue["online"][0]) > NOW


def test_a_page_of_ones_own_has_the_first_time_of_the_next_days(mentors: Mentors, stranger: Person) -> None:
    offered = stranger.get("/profiles/mentors/nika").json()["offered"][0]
    assert offered["next_free"] == [f"2026-03-0{day}T08:00:00Z" for day in (3, 4, 5, 6)]


def test_more_people_and_sessions_take_no_more_queries(mentors: Mentors, stranger: Person) -> None:
    counted = []
    for size in (1, 12):
        for number in range(size):
            staff = mentors.mentor(f"m{size}-{number}", "M", "Asia/Tokyo", languages=["ja"], minutes=(540, 1020))
            staff.expertise.add(mentors.design)
            mentors.offer(staff, mentors.session(f"s{size}-{number}", 3_000, capacity=1 + number % 3))
        with CaptureQueriesContext(connection) as captured:
            assert stranger.get("/profiles?business=mentors").json()["count"] == 2 + (1 if size == 1 else 13)
        counted.append(len(captured))
    assert counted[0] == counted[1] <= 10, counted

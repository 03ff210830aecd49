"""Where a postcode lies and who comes there, from the directory alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from almanac.business.models import Business
from almanac.engine.problem import Place, ServiceArea
from almanac.places import queries
from almanac.places.errors import PostcodeMalformed, PostcodeUnknown
from almanac.places.models import PostcodeEntry
from almanac.places.tests.factories import CLAPHAM, make_area, make_entry
from tests.cast import Person, make_staff

NOW = datetime(2026, 6, 9, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_a_known_postcode_is_one_query(postcodes: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        found = queries.locate("sw1a1aa", now=NOW)
    assert (found.postcode, found.town, found.district) == ("SW1A 1AA", "London", "Westminster")
    assert found.place == Place(51.501009, -0.141588)
    assert not found.is_approximate


def test_sample_data_answers_for_the_sector(postcodes: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        found = queries.locate("SW11 1QX", now=NOW)
    assert found.postcode == "SW11 1QX"
    assert found.is_approximate
    assert found.place == queries.locate("SW11 1AA", now=NOW).place


def test_imported_data_is_exact() -> None:
    make_entry("SW11 1AA")
    with pytest.raises(PostcodeUnknown) as refused:
        queries.locate("SW11 1QX", now=NOW)
    assert refused.value.postcode == "SW11 1QX"


def test_malformed_unknown_and_not_real_are_told_apart(postcodes: None) -> None:
    make_entry("SW11 1QX", source=PostcodeEntry.Source.POSTCODES_IO, is_real=False)
    with pytest.raises(PostcodeMalformed):
        queries.locate("hello", now=NOW)
    for typed in ("ZE99 9ZZ", "SW11 1QX"):
        with pytest.raises(PostcodeUnknown):
            queries.locate(typed, now=NOW)


def test_suggestions_begin_like_what_was_typed(postcodes: None) -> None:
    found = [one.postcode for one in queries.suggestions("sw1")]
    assert len(found) == queries.SUGGESTIONS
    assert found == sorted(found)
    assert all(one.replace(" ", "").startswith("SW1") for one in found)
    assert [one.postcode for one in queries.suggestions("SW112")] == ["SW11 2AA"]
    assert queries.suggestions("hello!") == []


def test_suggestions_leave_out_what_does_not_exist() -> None:
    make_entry("SW11 1AA")
    make_entry("SW11 1AB", is_real=False)
    assert [one.postcode for one in queries.suggestions("SW11 1")] == ["SW11 1AA"]


def test_covering_staff_in_one_query(
    valclean: Business, sam: Person, sid: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_area(sam.staff)
    make_area(sid.staff, centre=(53.478, -2.234))
    make_staff(valclean, "una")  # without an area: comes to nobody
    gone = make_staff(valclean, "gus").staff
    gone.archived_at = NOW
    gone.save()
    with django_assert_num_queries(1):
        found = queries.covering_staff(Place(51.47, -0.16), business_id=valclean.id)
    assert found == [sam.staff.pk]
    assert queries.covering_staff(Place(51.47, -0.16), staff_ids=[sid.staff.pk]) == []


def test_the_border_of_an_area_belongs_to_it(sam: Person) -> None:
    area = make_area(sam.staff, radius_m=1_000)
    north = Place(CLAPHAM[0] + 0.008993, CLAPHAM[1])  # 1 km is 0.0089932 degrees of latitude
    assert queries.covering_staff(north) == [sam.staff.pk]
    assert queries.covering_staff(Place(CLAPHAM[0] + 0.00900, CLAPHAM[1])) == []
    assert area.radius_m == 1_000


def test_areas_of_everyone_asked_in_one_query(
    sam: Person, sid: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_area(sam.staff)
    make_area(sam.staff, radius_m=700)
    with django_assert_num_queries(1):
        found = queries.areas_of([sam.staff.pk, sid.staff.pk])
    centre = Place(*CLAPHAM)
    assert found == {sam.staff.pk: (ServiceArea(centre, 5_000), ServiceArea(centre, 700)), sid.staff.pk: ()}


def test_the_public_map_is_coarse_and_tells_nobody_apart(valclean: Business, sam: Person, sid: Person) -> None:
    make_area(sam.staff, centre=(51.46612, -0.16399), radius_m=5_100)
    make_area(sid.staff, centre=(51.47288, -0.16401), radius_m=5_400)
    assert queries.coverage_map(valclean.id) == [queries.Circle(Place(51.47, -0.16), 5_500)]

"""Every typed setting of the registry: what is sent comes back, what is out of bounds is refused by its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almanac.business.actions.settings import change_settings
from almanac.business.described import SettingField, SettingKind, fields_of
from almanac.business.models import Business, Setting
from almanac.business.policies import GROUPS, BookingPolicy, InvoicePolicy
from almanac.business.queries import policy
from almanac.business.setting_parts import SettingsGroup, Unit
from almanac.kit import clock
from almanac.kit.actor import SYSTEM
from almanac.kit.errors import InvalidInput
from almanac.outbox.models import EventRow
from tests.cast import Person

pytestmark = pytest.mark.django_db
EVERY = [(kind, field) for kind in GROUPS for field in fields_of(kind)]
NAMES = [f"{kind.group}.{field.name}" for kind, field in EVERY]
SAME_ROWS = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TOLD = "/businesses/valclean/settings"


def number(field: SettingField) -> st.SearchStrategy[int]:
    return st.integers(field.minimum, field.maximum)


def fits(field: SettingField) -> Callable[[str], bool]:
    """Whether a text is short enough."""
    return lambda text: len(text) <= (field.most or 0)


AT_THE_BANK = {
    "sort_code": "20-00-00",
    "account_number": "12345678",
    "iban": "GB82WEST12345698765432",
    "bic": "NWBKGB2L",
}


def fitting(field: SettingField) -> st.SearchStrategy[Any]:  # noqa: PLR0911  # one for each kind
    """What may be sent, as it comes back."""
    match field.kind:
        case SettingKind.NUMBER:
            return number(field) | st.none() if field.optional else number(field)
        case SettingKind.NUMBERS:
            hours = st.lists(number(field), unique=True, max_size=field.most)
            return hours.map(lambda found: sorted(found, reverse=field.unit == Unit.HOURS))
        case SettingKind.CHOICE:
            return st.sampled_from(field.choices)
        case SettingKind.YES_NO:
            return st.booleans()
        case SettingKind.TEXT if field.name == "vat_number":
            return st.from_regex(r"\A[A-Z]{2}[0-9]{2,13}\Z", fullmatch=True) | st.just("")
        case SettingKind.TEXT if field.name in AT_THE_BANK:
            return st.sampled_from(["", AT_THE_BANK[field.name]])
        case SettingKind.TEXT:
            words = st.from_regex(r"\A[A-Z][a-z ]{0,16}[a-z]\Z", fullmatch=True)
            return st.just("") | (
                st.lists(words, max_size=3).map("\n".join).filter(fits(field)) if field.lines else words
            )
        case SettingKind.TEXTS:
            names = st.from_regex(r"\A[a-z]{1,20}\Z", fullmatch=True)
            return st.lists(names.map(lambda name: f"https://{name}.example"), max_size=field.most)
        case SettingKind.ROWS:
            row = st.fixed_dictionaries({part.name: number(part) for part in field.parts})
            return st.lists(row, max_size=field.most)


def outside(field: SettingField) -> list[tuple[Any, str]]:  # noqa: PLR0911  # one for each kind
    """What may not be sent, and the place that is named."""
    name = field.name
    match field.kind:
        case SettingKind.NUMBER:
            assert field.minimum is not None
            assert field.maximum is not None
            wrong: list[Any] = [field.minimum - 1, field.maximum + 1, "many", True, 1.5]
            return [(value, name) for value in wrong if field.optional or value is not None]
        case SettingKind.NUMBERS:
            assert field.minimum is not None
            assert field.most is not None
            least = field.minimum
            return [([least - 1], f"{name}.0"), ([least] * (field.most + 1), name), (least, name)]
        case SettingKind.CHOICE:
            return [("whatever", name), (None, name)]
        case SettingKind.YES_NO:
            return [("perhaps", name), (None, name)]
        case SettingKind.TEXT:
            assert field.most is not None
            return [("1" * (field.most + 1), name), (None, name), (["a"], name)]
        case SettingKind.TEXTS:
            assert field.most is not None
            return [(["*"], f"{name}.0"), (["https://a.example"] * (field.most + 1), name)]
        case SettingKind.ROWS:
            good = {part.name: part.minimum for part in field.parts}
            assert field.most is not None
            rows = [([{**good, part.name: (part.maximum or 0) + 1}], f"{name}.0.{part.name}") for part in field.parts]
            return [*rows, ([good] * (field.most + 1), name), ([{}], f"{name}.0.{field.parts[0].name}")]


def one(business: Business, kind: type[SettingsGroup], field: SettingField, value: Any) -> SettingsGroup:
    change_settings(
        actor=SYSTEM, business=business, group=kind.group, values={field.name: value}, revision=None, now=clock.now()
    )
    return policy(business.pk, kind)


@pytest.mark.parametrize(("kind", "field"), EVERY, ids=NAMES)
@given(data=st.data())
@SAME_ROWS
def test_what_fits_comes_back(
    valclean: Business, kind: type[SettingsGroup], field: SettingField, data: st.DataObject
) -> None:
    value = data.draw(fitting(field))
    kept = one(valclean, kind, field, value).model_dump(mode="json")
    assert kept[field.name] == value
    others = {other.name: other.default for other in fields_of(kind) if other.name != field.name}
    assert {name: kept[name] for name in others} == others


@pytest.mark.parametrize(("kind", "field"), EVERY, ids=NAMES)
def test_what_is_out_of_bounds_is_refused_by_its_name(
    valclean: Business, kind: type[SettingsGroup], field: SettingField
) -> None:
    for value, place in outside(field):
        with pytest.raises(InvalidInput) as refused:
            one(valclean, kind, field, value)
        assert place in refused.value.fields, (value, refused.value.fields)
        assert all(
            words and not words.startswith(("Input should", "Field required")) for words in refused.value.fields[place]
        )
    assert policy(valclean.pk, kind) == kind()


@pytest.mark.parametrize(("kind", "field"), EVERY, ids=NAMES)
def test_the_default_is_told_and_fits(valclean: Business, kind: type[SettingsGroup], field: SettingField) -> None:
    assert one(valclean, kind, field, field.default) == kind()
    row = Setting.objects.get(business=valclean, group=kind.group)
    assert row.values == {}  # so that a new default reaches who never chose
    numbers = [field, *field.parts] if field.kind is not SettingKind.ROWS else list(field.parts)
    for each in numbers:
        if each.kind in (SettingKind.NUMBER, SettingKind.NUMBERS):
            assert (each.unit is not None, each.minimum is not None, each.maximum is not None) == (True, True, True)


def test_all_of_them_in_four_queries_however_many_are_stored(ada: Person, valclean: Business) -> None:
    counted = []
    for group in (None, "booking", "travel"):
        if group:
            Setting.objects.create(business=valclean, group=group)
        with CaptureQueriesContext(connection) as captured:
            told = ada.get(TOLD).json()
        counted.append(len(captured))
    assert [group["group"] for group in told] == [kind.group for kind in GROUPS]
    assert len(set(counted)) == 1
    assert counted[0] <= 4  # who is asking takes two of them


def test_a_change_is_told_with_before_and_after_and_the_same_again_is_none(ada: Person, valclean: Business) -> None:
    for _ in range(2):
        assert ada.put(f"{TOLD}/booking", {"values": {"hold_minutes": 20}}).status_code == 200
    event = EventRow.objects.get(name="business.settings_changed")
    assert (event.payload["before"]["hold_minutes"], event.payload["after"]["hold_minutes"]) == (15, 20)
    assert event.user_id == ada.account.pk


def test_a_reset_is_what_is_left_out(ada: Person, valclean: Business) -> None:
    ada.put(f"{TOLD}/booking", {"values": {"hold_minutes": 20, "horizon_days": 30}})
    answer = ada.put(f"{TOLD}/booking", {"values": {"horizon_days": 30}}, if_match="1")
    assert (answer.json()["values"]["hold_minutes"], answer.json()["revision"]) == (15, 2)
    assert policy(valclean.pk, BookingPolicy).horizon_days == 30


def test_two_administrators(ada: Person, valclean: Business) -> None:
    first = ada.put(f"{TOLD}/travel", {"values": {"speed_km_h": 30}}, if_match="0")
    second = ada.put(f"{TOLD}/travel", {"values": {"speed_km_h": 40}}, if_match="0")
    assert (first.status_code, second.status_code, second.json()["code"]) == (200, 412, "changed_meanwhile")
    (told,) = [group for group in ada.get(TOLD).json() if group["group"] == "travel"]
    assert (told["values"]["speed_km_h"], told["revision"]) == (30, 1)


def test_what_is_unknown_is_refused(ada: Person, valclean: Business) -> None:
    answer = ada.put(f"{TOLD}/booking", {"values": {"colour_of_vans": 1}})
    assert (answer.status_code, answer.json()["fields"]) == (422, {"colour_of_vans": ["There is no such setting."]})
    assert ada.put(f"{TOLD}/weather", {"values": {}}).json()["code"] == "unknown_settings"
    assert ada.get("/businesses/nobody/settings").status_code == 404


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("gb 123 4567-89", "GB123456789"), ("123456789", "GB123456789"), ("DE12 34", "DE1234"), (" ", "")],
)
def test_a_vat_number_is_kept_with_its_country(valclean: Business, typed: str, kept: str) -> None:
    field = next(field for kind, field in EVERY if field.name == "vat_number")
    assert one(valclean, InvoicePolicy, field, typed).model_dump()["vat_number"] == kept
    with pytest.raises(InvalidInput):
        one(valclean, InvoicePolicy, field, "nonsense")


def test_what_cannot_be_printed_is_left_out(valclean: Business) -> None:
    field = next(field for kind, field in EVERY if field.name == "address")
    kept = one(valclean, InvoicePolicy, field, " 1 Plain Street\x00 \r\n London\t ").model_dump()["address"]
    assert kept == "1 Plain Street\nLondon"

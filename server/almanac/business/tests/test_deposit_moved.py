"""What was a setting of payment is a rule of booking: stored settings move along, and back."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from almanac.business.models import Business, Setting
from almanac.business.policies import BookingPolicy
from almanac.business.queries import policy
from almanac.engine.price_due import WHOLE_NOW, Deposit

pytestmark = pytest.mark.django_db
migration = import_module("almanac.business.migrations.0004_deposit")


def stored(business: Business) -> dict[str, object]:
    return dict(Setting.objects.filter(business=business).values_list("group", "values"))


def test_a_part_moves_there_and_back(valclean: Business) -> None:
    Setting.objects.create(business=valclean, group="payments", values={"percent_now": 25, "on_the_day": False})
    migration.to_booking(apps, None)
    assert stored(valclean) == {"payments": {"on_the_day": False}, "booking": {"deposit_percent": 25}}
    assert policy(valclean.pk, BookingPolicy).deposit() == Deposit(percent_bp=2_500)
    migration.to_payments(apps, None)
    assert stored(valclean) == {"payments": {"on_the_day": False, "percent_now": 25}, "booking": {}}


def test_the_whole_price_is_the_standard_and_leaves_nothing_behind(valclean: Business) -> None:
    Setting.objects.create(business=valclean, group="payments", values={"percent_now": 100})
    migration.to_booking(apps, None)
    assert stored(valclean) == {"payments": {}}
    assert policy(valclean.pk, BookingPolicy).deposit() == WHOLE_NOW

"""All doors of the booking journey."""

from __future__ import annotations

from ninja import Router

from almanac.booking.api.absences import router as absences
from almanac.booking.api.accounts import router as accounts
from almanac.booking.api.answers import router as answers
from almanac.booking.api.baskets import router as baskets
from almanac.booking.api.bundles import router as bundles
from almanac.booking.api.change_requests import router as change_requests
from almanac.booking.api.elsewhere import router as elsewhere
from almanac.booking.api.goods import router as goods
from almanac.booking.api.orders import router as orders
from almanac.booking.api.passes import router as passes
from almanac.booking.api.phone import router as phone
from almanac.booking.api.price_trials import router as price_trials
from almanac.booking.api.profiles import router as profiles
from almanac.booking.api.repeats import router as repeats
from almanac.booking.api.restoring import router as restoring
from almanac.booking.api.slots import router as slots
from almanac.booking.api.subscriptions import router as subscriptions
from almanac.booking.api.waiting import router as waiting
from almanac.booking.api.waiting_team import router as waiting_team

router = Router()
for part in (
    profiles,
    slots,
    baskets,
    repeats,
    goods,
    bundles,
    passes,
    answers,
    orders,
    elsewhere,
    absences,
    restoring,
    subscriptions,
    change_requests,
    accounts,
    phone,
    waiting,
    waiting_team,
    price_trials,
):
    router.add_router("", part)

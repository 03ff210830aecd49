"""The door at which administrators try prices out."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.booking.queries.price_trials import price_trial
from almanac.booking.schemas.price_trials import PriceTrialIn, PriceTrialOut
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, SignInNeeded, responses
from almanac.kit.requests import language_of, signed_in

router = Router(tags=["pricing"])


@router.post(
    "/price-trials",
    response={200: PriceTrialOut, **responses(SignInNeeded, NotAllowed, NotOnOffer)},
    operation_id="try_price",
)
def try_price(request: HttpRequest, payload: PriceTrialIn) -> PriceTrialOut:
    """What a visit would cost, by the function that shows prices and charges them. Changes nothing."""
    language = language_of(request)
    trial = price_trial(signed_in(request), payload.tried(), language=language, now=clock.now())
    return PriceTrialOut.of(trial, language)

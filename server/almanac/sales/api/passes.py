"""Doors to packages that somebody has: what is left by code or link, one's own, and all of them for administrators."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router

from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.ratelimit import spend
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.sales import queries
from almanac.sales.api.gift_cards import CODES
from almanac.sales.errors import PassUnknown
from almanac.sales.passes import pass_of_code, standings
from almanac.sales.passes_told import (
    HeldPassOut,
    OwnPassOut,
    PassBalanceOut,
    PassCodeTypedIn,
    PassEntryOut,
    PassesFile,
    PassesWanted,
    PassOut,
    PassPageOut,
    PassVisitOut,
)

router = Router(tags=["packages"])
HEADER = "X-Pass-Token"
REFUSED = (SignInNeeded, NotAllowed)


@router.post("/pass-balance", response={200: PassBalanceOut, **responses(PassUnknown)}, operation_id="pass_balance")
def balance(request: HttpRequest, payload: PassCodeTypedIn) -> PassBalanceOut:
    """What is left of the package with this code. Tries are counted by address, together with those of gift cards."""
    spend(CODES, client_address(request), now=clock.now())
    held = pass_of_code(payload.code)
    if held is None:
        raise PassUnknown
    (standing,) = standings([held])
    return PassBalanceOut.of(standing, queries.uses_of([held.pk])[held.pk])


@router.get("/linked-pass", response={200: HeldPassOut, **responses(NotFound)}, operation_id="linked_pass")
def linked(request: HttpRequest) -> HeldPassOut:
    """The package that the link in X-Pass-Token shows, with its code."""
    standing = queries.held_pass(request.headers.get(HEADER, ""), now=clock.now())
    return HeldPassOut.held(standing, queries.uses_of([standing.held.pk])[standing.held.pk])


@router.get("/my-passes", response={200: list[OwnPassOut], **responses()}, operation_id="my_passes")
def mine(request: HttpRequest) -> list[OwnPassOut]:
    """Packages that were bought by, or given to, one's own account, and those of the order whose link one holds."""
    found = queries.own_passes(actor_of(request))
    uses = queries.uses_of([each.held.pk for each in found]) if found else {}
    return [OwnPassOut.own(each, uses[each.held.pk]) for each in found]


@router.get("/passes", response={200: Page[PassOut], **responses(*REFUSED)}, operation_id="passes")
def passes(
    request: HttpRequest, wanted: Query[PassesWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[PassOut]:
    """All packages that customers have; `sort` is made or ends, with - in front the other way."""
    rows = queries.passes(signed_in(request), **wanted.dict())
    found, following = take_page(rows, by=queries.PASSES.key(sort), cursor=cursor, limit=limit)
    return Page(items=[PassOut.seen(each) for each in standings(found)], next_cursor=following)


@router.get("/passes.csv", response=responses(*REFUSED), operation_id="passes_csv", openapi_extra=DOCUMENTED)
def passes_csv(
    request: HttpRequest, wanted: Query[PassesWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    language = language_of(request, asked=language)
    rows = queries.passes(signed_in(request), **wanted.dict())
    file, by = PassesFile(language), queries.PASSES.key(sort)
    return csv_answer(rows, file.columns(), by=by, language=language, name="packages", prepare=file.prepare)


@router.get(
    "/passes/{pass_id}", response={200: PassPageOut, **responses(*REFUSED, NotFound)}, operation_id="visit_pass"
)
def visit_pass(request: HttpRequest, pass_id: UUID) -> PassPageOut:
    """One package that somebody has, with every visit and every movement of money."""
    standing = queries.visit_pass(signed_in(request), pass_id)
    return PassPageOut(
        **PassOut.seen(standing).dict(),
        visits_used=[PassVisitOut.seen(each) for each in queries.uses_of([pass_id])[pass_id]],
        entries=PassEntryOut.all_of(queries.movements_of_pass(standing.held), standing.held),
    )

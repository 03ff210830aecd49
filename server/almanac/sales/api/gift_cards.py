"""Doors to gift cards: what is left on one, those that were bought, and all of them for administrators."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Header, Query, Router, Status

from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, ProofNeeded, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import actor_of, language_of, proven, signed_in
from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch
from almanac.sales import issuing, queries
from almanac.sales.cards_file import CardsFile
from almanac.sales.cards_told import (
    BoughtCardOut,
    CardBalanceOut,
    CardEntryOut,
    CardsWanted,
    CodeIn,
    GiftCardOut,
    GiftCardPageOut,
    GiveCardIn,
    GivenCardOut,
    HeldCardOut,
    ReceivedCardOut,
    VoidCardIn,
)
from almanac.sales.errors import GiftCardOver, GiftCardUnknown
from almanac.sales.gift_cards import GiftWish, card_of_code, received_cards, standings

router = Router(tags=["gift cards"])
CODES = Limit("gift-codes", count=15, seconds=600)
HEADER = "X-Gift-Card-Token"
REFUSED = (SignInNeeded, NotAllowed)
TWICE = (IdempotencyInProgress, IdempotencyMismatch)
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)]


@router.post(
    "/gift-card-balance", response={200: CardBalanceOut, **responses(GiftCardUnknown)}, operation_id="gift_card_balance"
)
def balance(request: HttpRequest, payload: CodeIn) -> CardBalanceOut:
    """What is left on the gift card with this code. Tries are counted by address."""
    spend(CODES, client_address(request), now=clock.now())
    card = card_of_code(payload.code)
    if card is None:
        raise GiftCardUnknown
    (standing,) = standings([card])
    return CardBalanceOut.of(standing)


@router.get("/linked-gift-card", response={200: HeldCardOut, **responses(NotFound)}, operation_id="linked_gift_card")
def linked(request: HttpRequest) -> HeldCardOut:
    """The gift card that the link in X-Gift-Card-Token shows, with its code."""
    return HeldCardOut.held(queries.held_card(request.headers.get(HEADER, ""), now=clock.now()))


@router.get("/my-gift-cards", response={200: list[BoughtCardOut], **responses()}, operation_id="my_gift_cards")
def mine(request: HttpRequest) -> list[BoughtCardOut]:
    """Gift cards that were bought by one's own account, or by the order whose link one holds."""
    return [BoughtCardOut.bought(standing) for standing in queries.bought_cards(actor_of(request))]


@router.get(
    "/received-gift-cards",
    response={200: list[ReceivedCardOut], **responses(SignInNeeded)},
    operation_id="received_gift_cards",
)
def received(request: HttpRequest) -> list[ReceivedCardOut]:
    """Gift cards that were sent to a mailbox of one's own account, which it has proven."""
    return [ReceivedCardOut.received(standing) for standing in received_cards(signed_in(request))]


@router.get("/gift-cards", response={200: Page[GiftCardOut], **responses(*REFUSED)}, operation_id="gift_cards")
def gift_cards(
    request: HttpRequest, wanted: Query[CardsWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[GiftCardOut]:
    """All gift cards with what is left on each; `sort` is made or amount, with - in front the other way."""
    rows = queries.gift_cards(signed_in(request), **wanted.dict())
    found, following = take_page(rows, by=queries.CARDS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[GiftCardOut.seen(standing) for standing in standings(found)], next_cursor=following)


@router.get("/gift-cards.csv", response=responses(*REFUSED), operation_id="gift_cards_csv", openapi_extra=DOCUMENTED)
def gift_cards_csv(
    request: HttpRequest, wanted: Query[CardsWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`; without codes."""
    language = language_of(request, asked=language)
    rows = queries.gift_cards(signed_in(request), **wanted.dict())
    file, by = CardsFile(language), queries.CARDS.key(sort)
    return csv_answer(rows, file.columns(), by=by, language=language, name="gift-cards", prepare=file.prepare)


@router.get(
    "/gift-cards/{card_id}",
    response={200: GiftCardPageOut, **responses(*REFUSED, NotFound)},
    operation_id="gift_card",
)
def gift_card(request: HttpRequest, card_id: UUID) -> GiftCardPageOut:
    """One gift card with every movement on it."""
    return _page(signed_in(request), card_id)


@router.post(
    "/gift-cards",
    response={201: GivenCardOut, **responses(*REFUSED, ProofNeeded, *TWICE)},
    operation_id="give_gift_card",
)
def give(request: HttpRequest, payload: GiveCardIn, idempotency_key: Key) -> Status[GivenCardOut]:
    """Give somebody a gift card that nobody pays for. Its code is in this answer and in no other. Sending it again with the same
    Idempotency-Key is the same card."""
    actor = proven(request)
    card, code = issuing.give_by_hand(
        actor=actor,
        amount=payload.amount,
        wish=GiftWish(
            business_id=payload.business_id,
            recipient_name=payload.recipient_name,
            recipient_email=payload.recipient_email,
            sender_name=payload.sender_name,
            message=payload.message,
        ),
        language=language_of(request),
        reason=payload.reason,
        now=clock.now(),
        key=idempotency_key,
    )
    (standing,) = standings([queries.gift_card(actor, card.pk)])
    return Status(201, GivenCardOut(card=GiftCardOut.seen(standing), code=code))


@router.post(
    "/gift-cards/{card_id}/void",
    response={200: GiftCardPageOut, **responses(*REFUSED, ProofNeeded, NotFound, GiftCardOver)},
    operation_id="void_gift_card",
)
def void(request: HttpRequest, card_id: UUID, payload: VoidCardIn) -> GiftCardPageOut:
    """End a gift card for good, with a reason."""
    actor = proven(request)
    issuing.void(actor=actor, card_id=card_id, reason=payload.reason, now=clock.now())
    return _page(actor, card_id)


def _page(actor: Actor, card_id: UUID) -> GiftCardPageOut:
    card = queries.gift_card(actor, card_id)
    (standing,) = standings([card])
    entries, numbers = queries.movements_of(card)
    told, before = [], 0
    for entry in entries:
        told.append(CardEntryOut.of(entry, card, before, numbers))
        before = told[-1].balance_amount
    return GiftCardPageOut(**GiftCardOut.seen(standing).dict(), entries=told)

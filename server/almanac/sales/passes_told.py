"""Packages that somebody has as the API tells them: to whoever has the code, to who bought one, to administrators."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.kit.exports import Column, decimal, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import CODE, CURRENCY, CUSTOMER, ORDER, STATE
from almanac.ledger.models import Entry, Role
from almanac.sales.models import PassUse, VisitPass
from almanac.sales.pass_steps import unused_amount
from almanac.sales.passes import PassStanding, standings

PassState = Literal["unpaid", "good", "used_up", "lapsed", "stopped", "refunded", "voided"]


def state_of(standing: PassStanding) -> PassState:
    """How a package stands."""
    held = standing.held
    if held.voided_at is not None:
        return "voided"
    if held.issued_at is None:
        return "unpaid"
    if held.asked:
        return "stopped"
    if standing.left > 0:
        return "good"
    return "refunded" if held.refunded else "lapsed" if held.lapsed else "used_up"


def owner_of(held: VisitPass) -> str:
    """Whose it is: who bought it, or to whom it was given."""
    customer = held.line.order.customer if held.line else held.customer
    return customer.name if customer else ""


class PassUseOut(Schema):
    """A visit of a package: when it begins, with whom, `given_back` where it was called off in time. `state` is the visit's."""

    name: str
    starts_at: datetime | None
    zone: str
    staff_name: str
    state: str
    used_at: datetime
    given_back: bool

    @classmethod
    def of(cls, used: PassUse) -> Self:
        visit = used.line.appointment
        return cls(
            name=used.line.name,
            starts_at=visit.starts_at if visit else None,
            zone=visit.zone if visit else "UTC",
            staff_name=visit.staff_member.name if visit else "",
            state=visit.state if visit else "",
            used_at=used.used_at,
            given_back=used.given_back_at is not None,
        )


class PassBalanceOut(Schema):
    """What is left of a package of so many visits, and what became of the others. `valid_until` is its last day, null: it has
    none; `staff_name` with whom its visits are, empty: with anybody."""

    ending: str
    name: str
    business: str
    business_name: str
    staff_name: str
    visits: int
    left: int
    lapsed: int
    refunded: int
    valid_until: date | None
    state: PassState
    uses: list[PassUseOut]

    @classmethod
    def of(cls, standing: PassStanding, uses: list[PassUse]) -> Self:
        held = standing.held
        return cls(
            ending=held.ending,
            name=held.name,
            business=held.business.slug,
            business_name=held.business.name,
            staff_name=held.staff_member.name if held.staff_member else "",
            visits=held.visits,
            left=standing.left,
            lapsed=held.lapsed,
            refunded=held.refunded,
            valid_until=held.valid_until,
            state=state_of(standing),
            uses=[PassUseOut.of(each) for each in uses],
        )


class HeldPassOut(PassBalanceOut):
    """The same by the letter's link, with the code."""

    code: str

    @classmethod
    def held(cls, standing: PassStanding, uses: list[PassUse]) -> Self:
        row = standing.held
        return cls(**PassBalanceOut.of(standing, uses).dict(), code=row.code if row.is_good else "")


class OwnPassOut(PassBalanceOut):
    """The same as whoever bought it, or was given it, sees it."""

    id: UUID
    line_id: UUID | None
    order_number: str

    @classmethod
    def own(cls, standing: PassStanding, uses: list[PassUse]) -> Self:
        row = standing.held
        return cls(
            **PassBalanceOut.of(standing, uses).dict(),
            id=row.pk,
            line_id=row.line_id,
            order_number=row.line.order.number if row.line else "",
        )


class PassOut(Schema):
    """A package that somebody has as administrators see it, without its code. `amount` is what was paid for it, or what it is
    worth where it was given; `unused_amount` what can go back of that, minor units."""

    id: UUID
    ending: str
    name: str
    business: str
    package_id: UUID
    customer_name: str
    order_number: str
    visits: int
    used: int
    left: int
    lapsed: int
    refunded: int
    asked: int
    amount: int
    unused_amount: int
    currency: str
    state: PassState
    created_at: datetime
    issued_at: datetime | None
    valid_until: date | None
    given_by: str
    reason: str

    @classmethod
    def seen(cls, standing: PassStanding) -> Self:
        held = standing.held
        plain = (
            "ending",
            "name",
            "package_id",
            "visits",
            "lapsed",
            "refunded",
            "asked",
            "amount",
            "currency",
            "created_at",
            "issued_at",
            "valid_until",
            "reason",
        )
        return cls(
            **{name: getattr(held, name) for name in plain},
            id=held.pk,
            business=held.business.slug,
            customer_name=owner_of(held),
            order_number=held.line.order.number if held.line else "",
            used=standing.used,
            left=standing.left,
            unused_amount=unused_amount(standing) if standing.left else 0,
            state=state_of(standing),
            given_by=held.given_by.get_full_name() if held.given_by else "",
        )


class PassVisitOut(PassUseOut):
    """A visit of a package as administrators see it: of which order, and what the books earned by it."""

    order_number: str
    earned_amount: int

    @classmethod
    def seen(cls, used: PassUse) -> Self:
        return cls(**PassUseOut.of(used).dict(), order_number=used.line.order.number, earned_amount=used.earned_amount)


class PassEntryOut(Schema):
    """A movement of what is owed of a package: what it added (below nothing: took off), and what stood there then."""

    kind: str
    amount: int
    balance_amount: int
    happened_at: datetime

    @classmethod
    def all_of(cls, entries: list[Entry], held: VisitPass) -> list[Self]:
        """Each in turn, the oldest first."""
        told: list[Self] = []
        balance = 0
        for entry in entries:
            own = sum(
                -posting.amount
                for posting in entry.postings.all()
                if posting.account.role == Role.PREPAID and posting.account.holder == held.holder
            )
            balance += own
            told.append(cls(kind=entry.kind, amount=own, balance_amount=balance, happened_at=entry.happened_at))
        return told


class PassPageOut(PassOut):
    """The same with every visit and every movement of money, the oldest first."""

    visits_used: list[PassVisitOut]
    entries: list[PassEntryOut]


class PassCodeTypedIn(Schema):
    """The code of a package, as typed."""

    code: Annotated[str, Field(max_length=60)]


class PassesWanted(Schema):
    """Which packages: how they stand, of which business (its slug), of which kind, and by the last signs of their codes."""

    state: Literal["", "unpaid", "good", "used_up", "lapsed", "stopped", "refunded", "voided"] = ""
    business: Annotated[str, Field(max_length=50)] = ""
    package_id: UUID | None = None
    ending: Annotated[str, Field(max_length=20)] = ""


STATES: dict[PassState, LocalizedText] = {
    "unpaid": {
        "en": "Not paid yet",
        "uk": "Ще не оплачено",
        "es": "Sin pagar",
        "fr": "Non payé",
        "de": "Noch nicht bezahlt",
    },
    "good": {"en": "Can be used", "uk": "Діє", "es": "Se puede usar", "fr": "Utilisable", "de": "Nutzbar"},
    "used_up": {"en": "Used up", "uk": "Використано", "es": "Agotado", "fr": "Épuisé", "de": "Aufgebraucht"},
    "lapsed": {"en": "Ended", "uk": "Термін минув", "es": "Caducado", "fr": "Expiré", "de": "Abgelaufen"},
    "stopped": {
        "en": "Money on its way back",
        "uk": "Гроші повертаються",
        "es": "Reembolso en curso",
        "fr": "Remboursement en cours",
        "de": "Erstattung unterwegs",
    },
    "refunded": {
        "en": "Given back",
        "uk": "Гроші повернуто",
        "es": "Reembolsado",
        "fr": "Remboursé",
        "de": "Erstattet",
    },
    "voided": {"en": "Ended by hand", "uk": "Припинено", "es": "Anulado", "fr": "Annulé", "de": "Aufgehoben"},
}
PACKAGE: LocalizedText = {"en": "Package", "uk": "Пакет", "es": "Bono", "fr": "Forfait", "de": "Paket"}
MADE: LocalizedText = {"en": "Made", "uk": "Створено", "es": "Creado", "fr": "Créé le", "de": "Erstellt am"}
ENDS: LocalizedText = {
    "en": "Last day",
    "uk": "Останній день",
    "es": "Último día",
    "fr": "Dernier jour",
    "de": "Letzter Tag",
}
VISITS: LocalizedText = {"en": "Visits", "uk": "Візитів", "es": "Visitas", "fr": "Visites", "de": "Termine"}
LEFT: LocalizedText = {"en": "Left", "uk": "Залишилося", "es": "Quedan", "fr": "Restantes", "de": "Übrig"}
PAID: LocalizedText = {"en": "Amount", "uk": "Сума", "es": "Importe", "fr": "Montant", "de": "Betrag"}


class PassesFile:
    """What the list of packages that customers have shows, as a file; what is left is read for a whole chunk at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.found: dict[UUID, PassStanding] = {}

    def prepare(self, chunk: list[VisitPass]) -> None:
        """A constant number of SQL queries."""
        self.found = {standing.held.pk: standing for standing in standings(chunk)}

    def columns(self) -> list[Column[VisitPass]]:
        return [
            Column(PACKAGE, lambda row: row.name),
            Column(CODE, lambda row: row.ending),
            Column(CUSTOMER, owner_of),
            Column(ORDER, lambda row: row.line.order.number if row.line else ""),
            Column(STATE, lambda row: text_in(STATES[state_of(self.found[row.pk])], self.language)),
            Column(MADE, lambda row: local(row.created_at, row.business.zone)),
            Column(ENDS, lambda row: row.valid_until.isoformat() if row.valid_until else ""),
            Column(VISITS, lambda row: row.visits),
            Column(LEFT, lambda row: self.found[row.pk].left),
            Column(PAID, lambda row: decimal(row.amount)),
            Column(CURRENCY, lambda row: row.currency),
        ]

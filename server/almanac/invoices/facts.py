"""What a printed page tells, gathered: plain values that paper.py draws, so that equal facts are equal bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Head:
    """Who writes to whom, as frozen in the document. `logo` are the bytes of a picture, or none."""

    seller: dict[str, str]
    buyer_name: str
    buyer_address: str
    language: str
    currency: str
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of a document. Amounts are minor units."""

    name: str
    when: str
    details: tuple[str, ...]
    tax_rate_bp: int
    net_amount: int
    tax_amount: int
    total_amount: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Money or a credit note that changed what is open: `what` names its words, `amount` is below nothing where less is owed."""

    what: str
    on: date
    amount: int
    how: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """An invoice or a credit note, with how it was paid where it is an invoice (`due_amount` is None for a credit note)."""

    head: Head
    kind: str
    code: str
    issued_at: datetime
    issued_on: date
    due_on: date | None
    order_number: str
    corrects: str
    lines: tuple[PaperLine, ...]
    net_amount: int
    tax_amount: int
    total_amount: int
    moved: tuple[Moved, ...] = ()
    due_amount: int | None = None
    is_test: bool = False  # about test money: no tax document


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What passed between a customer and a business from `first_on` to `last_on`."""

    head: Head
    first_on: date
    last_on: date
    opening_amount: int
    closing_amount: int
    rows: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One side of a movement: an account by its code, and minor units, above nothing a debit."""

    number: str
    on: date
    account: str
    amount: int
    currency: str
    about: str

"""One search box: what somebody typed is looked for as a name, an e-mail, a phone, a postcode and an order's number.

Each reading is one lookup by a beginning in one index; their customers together are what was found.
"""

from __future__ import annotations

import re
from functools import reduce
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from almanac.customers.permissions import can_edit
from almanac.kit.actor import Actor
from almanac.kit.ids import read_order_number
from almanac.kit.prefixes import begins
from almanac.kit.text import one_line, search_words
from almanac.people.models import Customer, CustomerTerm
from almanac.people.terms import phone_beginnings
from almanac.places.models import Address
from almanac.places.postcode import prefixes
from almanac.sales.models import Order
from almanac.sales.permissions import visible_to as orders_visible_to

LONGEST = 120
MOST_WORDS = 6
LEAST_OF_A_NUMBER = 4  # signs of an order's number
RANDOM_SIGNS = 10
# A limit nobody reaches. With it the database looks up what was typed first; without, PostgreSQL hopes to meet the first
# page's customers soon when it goes through all of them by name, which takes a second for names late in the alphabet.
EVERYTHING = 10_000_000
_PHONE = re.compile(r"[\d\s()+./-]+")
_NUMBER = re.compile(r"[A-Z0-9-]+")
Ids = QuerySet[Any, Any]


def found_by(rows: QuerySet[Customer], actor: Actor, typed: str) -> QuerySet[Customer]:
    """Those of `rows` who are found by what was typed; all of them when nothing was.

    Orders are found by number only when the actor may see them, else a number could be guessed; and staff, who are not
    shown how to reach somebody, find by name alone.
    """
    text = one_line(typed)[:LONGEST]
    if not text:
        return rows
    if not can_edit(actor):
        return _by_name_alone(rows, text)
    readings = [*_as_name(text), *_as_email(text), *_as_phone(text), *_as_postcode(text), *_as_number(text, actor)]
    if not readings:
        return rows.none()
    found = readings[0].union(*readings[1:]) if len(readings) > 1 else readings[0]
    return rows.filter(pk__in=found[:EVERYTHING])


def _by_name_alone(rows: QuerySet[Customer], text: str) -> QuerySet[Customer]:
    words = search_words(text)[:MOST_WORDS]
    if not words or any(word.isdigit() for word in words):
        return rows.none()
    names = CustomerTerm.objects.filter(customer=OuterRef("pk")).exclude(term__contains="@")
    return rows.filter(*(Exists(names.filter(begins("term", word))) for word in words))


def _as_name(text: str) -> list[Ids]:
    """Every word begins a word of the name. The longest is looked for first: it is the rarest."""
    if "@" in text:
        return []
    words = sorted(search_words(text), key=len, reverse=True)[:MOST_WORDS]
    if not words:
        return []
    terms = CustomerTerm.objects.filter(begins("term", words[0]))
    others = (Exists(CustomerTerm.objects.filter(begins("term", w), customer=OuterRef("customer"))) for w in words[1:])
    return [reduce(lambda found, other: found.filter(other), others, terms).values("customer")]


def _as_email(text: str) -> list[Ids]:
    """Also without an @: the beginning of an e-mail may have signs that part the words of a name."""
    if " " in text or text.isalnum():
        return []
    return [CustomerTerm.objects.filter(begins("term", text.lower())).values("customer")]


def _as_phone(text: str) -> list[Ids]:
    if not _PHONE.fullmatch(text):
        return []
    return [CustomerTerm.objects.filter(begins("term", start)).values("customer") for start in phone_beginnings(text)]


def _as_postcode(text: str) -> list[Ids]:
    if not any(sign.isdigit() for sign in text):
        return []
    current = Address.objects.filter(archived_at=None).order_by()
    return [current.filter(begins("postcode", written)).values("customer") for written in prefixes(text)]


def _as_number(text: str, actor: Actor) -> list[Ids]:
    number, seen = text.upper().removeprefix("#").replace(" ", "-"), orders_visible_to(actor)
    if len(number) < LEAST_OF_A_NUMBER or seen is None or not _NUMBER.fullmatch(number):
        return []
    wanted = begins("number", number)
    if len(number.replace("-", "")) > RANDOM_SIGNS:  # the whole of it, perhaps read out wrongly
        wanted |= Q(number=read_order_number(text))
    return [Order.objects.filter(seen).filter(wanted).order_by().values("customer")]

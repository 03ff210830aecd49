"""A list as a file: the same rows as the list, in the reader's language, whatever anybody typed, and never all at once."""

from __future__ import annotations

import csv
import io
import tracemalloc
from typing import Any

import pytest
from django.conf import settings as conf
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.kit.exports import Column, cell, csv_answer, decimal
from almanac.kit.sorting import SortKey
from tests.cast import Person
from tests.goods import a_card
from tests.shop import WEDNESDAY_TEN, Shop, Visitor, days_from_now

TITLE = dict.fromkeys(dict(conf.LANGUAGES), "Name")


def table(answer: Any) -> list[list[str]]:
    assert answer.status_code == 200
    text = answer.getvalue().decode()
    assert text.startswith("\ufeff"), "a spreadsheet would take it for something older than UTF-8"
    return list(csv.reader(io.StringIO(text[1:])))


@pytest.mark.parametrize("typed", ["=1+1", "+44 20", "-2", "@SUM(A1)", "\tx", "\r=1", "\n=1", "＝1+1", "＠SUM(A1)"])
def test_what_a_spreadsheet_would_work_out_is_text(typed: str) -> None:
    assert (cell(typed)[0], cell(typed).replace("'", "")) == ("'", typed)


@pytest.mark.parametrize("typed", ["Nora;=cmd|' /C calc'!A0", "Nora;;@SUM(A1)", "Nora\t=1", "Nora\n+1", "Nora; b"])
def test_where_a_file_is_split_at_semicolons_nothing_is_worked_out_either(typed: str) -> None:
    for told in csv.reader(io.StringIO(cell(typed)), delimiter=";"):
        assert not [part for part in told if part.startswith(("=", "+", "-", "@", "\t"))]
    assert cell(typed).replace("'", "") == typed.replace("'", "")


def test_figures_stay_figures() -> None:
    assert [cell(-5), cell(None), cell("a=b"), decimal(6405), decimal(-5), decimal(0)] == [
        "-5",
        "",
        "a=b",
        "64.05",
        "-0.05",
        "0.00",
    ]


def test_a_column_without_a_title_in_some_language_is_refused() -> None:
    with pytest.raises(ValueError, match="uk"):
        Column[Business]({"en": "Name"}, lambda row: row.name)


@pytest.mark.django_db
def test_a_file_has_the_rows_of_the_list_and_no_others(shop: Shop, ada: Person, max_: Person, mia: Person) -> None:
    """Max looks after Sam, Mia after Sid."""
    sams = Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="=HYPERLINK(1)")
    sids = Visitor().booked(shop, days_from_now(3), staff=shop.sid, name="Łucja, née O'Brien")
    seen = {
        name: [line[0] for line in table(person.get("/orders.csv"))[1:]]
        for name, person in (("ada", ada), ("max", max_), ("mia", mia))
    }
    assert (sorted(seen["ada"]), seen["max"], seen["mia"]) == (
        sorted([sams.number, sids.number]),
        [sams.number],
        [sids.number],
    )
    names = {line[3] for line in table(ada.get("/orders.csv"))[1:]}
    assert names == {"'=HYPERLINK(1)", "Łucja, née O'Brien"}


@pytest.mark.django_db
def test_filter_order_and_language_go_into_the_file(shop: Shop, ada: Person) -> None:
    first = Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Berta")
    second = Visitor().booked(shop, days_from_now(3), staff=shop.sam, name="Anton")
    german = table(ada.get("/orders.csv?sort=customer&language=de"))
    assert (german[0][3], german[1][2]) == ("Kunde", "Bestätigt")
    assert [line[0] for line in german[1:]] == [second.number, first.number]
    assert table(ada.get("/orders.csv", accept_language="fr"))[0][0] == "Commande"
    listed = ada.get("/orders?sort=-customer").json()["items"]
    assert [order["number"] for order in listed] == [first.number, second.number]
    assert len(table(ada.get("/orders.csv?state=cancelled"))) == 1
    assert len(table(ada.get("/orders.csv?business=valclean&state=confirmed"))) == 3
    assert len(table(ada.get("/orders.csv?business=other"))) == 1
    assert ada.get("/orders.csv?sort=password").status_code == 422
    assert ada.get("/orders?state=eaten").status_code == 422


@pytest.mark.django_db
def test_gift_cards_with_what_is_left_and_without_their_codes(shop: Shop, ada: Person, max_: Person) -> None:
    card, code = a_card(shop.business, 5_000, recipient_name="=Gran")
    counts = []
    for _ in range(2):
        a_card(shop.business, 2_500)
        with CaptureQueriesContext(connection) as captured:
            lines = table(ada.get("/gift-cards.csv?sort=-amount"))
        counts.append(len(captured))
    assert counts[0] == counts[1], "what is left of all of them is read at once"
    assert lines[1][:3] + lines[1][4:6] == ["VALClean", card.ending, "", "'=Gran", "Can be spent"]
    assert lines[1][8:] == ["50.00", "50.00", "GBP"]
    assert code not in str(lines)
    assert len(table(ada.get("/gift-cards.csv?state=voided"))) == 1
    assert table(ada.get("/gift-cards.csv?language=uk"))[0][5] == "Стан"
    assert max_.get("/gift-cards.csv").status_code == 403


@pytest.mark.django_db
def test_a_long_list_is_sent_in_pieces(settings: Any) -> None:
    """Rows are read and sent a chunk at a time, so ten times the rows take the same memory."""
    columns = [Column[Business](TITLE, lambda row: row.name)]
    peaks = []
    for rows in (1_500, 6_000):
        Business.objects.bulk_create(
            Business(slug=f"b{rows}-{n}", name="x" * 120, order_prefix="B") for n in range(rows)
        )
        answer = csv_answer(Business.objects.all(), columns, by=SortKey("created_at"), language="en", name="rows")
        tracemalloc.start()
        with CaptureQueriesContext(connection) as captured:
            pieces = sum(1 for _ in answer)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert len(captured) in (pieces - 1, pieces)
    assert peaks[1] < 2 * peaks[0]

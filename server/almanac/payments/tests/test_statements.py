"""Banks' statements as files: read as each bank writes them, refused or cleaned where they are hostile."""

from __future__ import annotations

from datetime import date

import pytest

from almanac.payments.matching import Candidate, match, numbers_in
from almanac.payments.statements import MOST_BYTES, MOST_LINES, Columns, ColumnsUnknown, Unreadable, minor_units, read

BARCLAYS = """Number,Date,Account,Amount,Subcategory,Memo
 ,03/03/2026,20-00-00 12345678,40.00,Counter Credit,NORA NEWCOMER\tVC-7XK2M-9QPRT BGC
 ,03/03/2026,20-00-00 12345678,-12.50,Direct Debit,WATER CO
"""
STARLING = """Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
03/03/2026,Nora Newcomer,VC-7XK2M-9QPRT,FASTER PAYMENT,40.00,140.00,INCOME,
04/03/2026,Landlord,Rent,FASTER PAYMENT,-40.00,100.00,RENT,
"""
MONZO = (
    "Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,"
    "Address,Receipt,Description,Category split,Money Out,Money In\n"
    "tx_1,03/03/2026,09:00:00,Faster payment,Nora Newcomer,,Income,40.00,GBP,40.00,GBP,VC-7XK2M-9QPRT,,,"
    "VC-7XK2M-9QPRT,,,40.00\n"
    "tx_2,03/03/2026,10:00:00,Card payment,Shop,,Groceries,-3.21,GBP,-3.21,GBP,,,,Shop,,-3.21,\n"
)
GENERIC = """Transaction Date;Details;Paid out;Paid in
2026-03-03;"Newcomer; VC-7XK2M-9QPRT";;"1.040,00"
2026-03-04;Shop;3,00;
"""


def lines(text: str | bytes, columns: Columns | None = None) -> list[tuple[date, int, str, str]]:
    content = text if isinstance(text, bytes) else text.encode()
    return [(each.booked_on, each.amount, each.payer, each.text) for each in read_of(content, columns).lines]


def read_of(content: bytes, columns: Columns | None = None):  # type: ignore[no-untyped-def]
    return read(content, currency="GBP", columns=columns)


@pytest.mark.parametrize(
    ("layout", "text", "amount", "payer"),
    [
        ("barclays", BARCLAYS, 4_000, ""),
        ("starling", STARLING, 4_000, "Nora Newcomer"),
        ("monzo", MONZO, 4_000, "Nora Newcomer"),
        ("generic", GENERIC, 104_000, ""),
    ],
)
def test_each_bank_is_known_by_its_columns(layout: str, text: str, amount: int, payer: str) -> None:
    found = read_of(text.encode())
    (line,) = found.lines
    assert (found.layout, found.left_out, found.unreadable) == (layout, 1, 0)
    assert (line.booked_on, line.amount, line.payer) == (date(2026, 3, 3), amount, payer)
    assert list(numbers_in(f"{line.payer} {line.text}", ["VC"])) == ["VC-7XK2M-9QPRT"]


def test_columns_that_are_not_known_are_asked_for_and_named_by_hand() -> None:
    odd = "Wann;Was;Wieviel\n03.03.2026;Miete VC 7XK2M 9QPRT;40,00\n"
    with pytest.raises(ColumnsUnknown) as told:
        read_of(odd.encode())
    assert (told.value.titles, told.value.rows) == (
        ["Wann", "Was", "Wieviel"],
        [["03.03.2026", "Miete VC 7XK2M 9QPRT", "40,00"]],
    )
    assert lines(odd, Columns(0, 2, None, (1,))) == [(date(2026, 3, 3), 4_000, "", "Miete VC 7XK2M 9QPRT")]
    with pytest.raises(ColumnsUnknown):
        lines(odd, Columns(0, 9))


def test_the_same_line_has_the_same_key_in_every_file_and_two_of_a_day_have_two() -> None:
    head = "Date,Amount,Reference\n"
    first = read_of(f"{head}03/03/2026,40.00,rent\n03/03/2026,40.00,rent\n".encode()).lines
    second = read_of(f"{head}02/03/2026,1.00,x\n03/03/2026,40.00,Rent\n03/03/2026,40.00,rent\n".encode()).lines
    assert len({each.digest for each in first}) == 2
    assert [each.digest for each in second[1:]] == [each.digest for each in first]
    theirs = read_of(MONZO.replace("Income", "Salary").replace("09:00", "09:01").encode()).lines
    assert theirs[0].digest == read_of(MONZO.encode()).lines[0].digest


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Date,Amount\n" + b"0" * MOST_BYTES, "too_large"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "no_text"),
        (bytes(range(1, 32)) * 30, "no_text"),
        (b"", "empty"),
        (b"Date,Amount\n", "empty"),
        (b"Date,Amount\n" + b"01/01/2026,1\n" * (MOST_LINES + 1), "too_many"),
        (b"Date,Amount\nyesterday,1.00\n", "dates"),
        (b"Date,Counter Party,Reference,Type,Amount (EUR)\n01/03/2026,N,r,T,1.00\n", "currency"),
    ],
)
def test_what_is_no_statement_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as told:
        read_of(content)
    assert told.value.reason == reason


def test_formulas_and_marks_are_cleaned_and_what_cannot_be_read_is_counted() -> None:
    text = 'Date,Amount,Name,Reference\n03/03/2026,40.00,=cmd|\' /C calc\'!A0,"=""00012"""\n'
    text += "03/03/2026,40.00,@SUM(A1),a\u202eb\u0007c\n03/03/2026,lots,x,y\n99/99/2026,1.00,x,y\n03/03/2026\n"
    found = read_of(text.encode())
    assert [(each.payer, each.text) for each in found.lines] == [("cmd|' /C calc'!A0", "00012"), ("SUM(A1)", "a b c")]
    assert (found.unreadable, found.left_out) == (2, 1)
    assert lines("Date,Amount,Name\n03/03/2026,40,Zoë\n".encode("cp1252"))[0][2] == "Zoë"
    assert lines("Date,Amount,Name\n03/03/2026,40,Zoë\n".encode("utf-16"))[0][2] == "Zoë"
    long = lines(f"Date,Amount,Name\n03/03/2026,40,{'n' * 5_000}\n")
    assert len(long[0][2]) == 120


def test_months_first_only_where_the_days_say_so() -> None:
    assert lines("Date,Amount\n03/04/2026,1\n03/14/2026,1\n")[1][0] == date(2026, 3, 14)
    assert lines("Date,Amount\n03/04/2026,1\n")[0][0] == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1,234.50", 123_450),
        ("£12", 1_200),
        ("-3.00", -300),
        ("\u22123.00", -300),
        ("(3.00)", -300),
        ("12.00 CR", 1_200),
        ("12.00 DR", -1_200),
        ("1.234,5", 123_450),
        ("", 0),
        ("lots", None),
        ("1.234", None),
        ("1e9", None),
        ("99999999999", None),
    ],
)
def test_amounts_as_banks_write_them(typed: str, amount: int | None) -> None:
    assert minor_units(typed) == amount


def test_orders_are_proposed_by_reference_then_by_amount_and_name() -> None:
    nora, otto = Candidate("VC-7XK2M-9QPRT", "Nora Newcomer", 4_000), Candidate("VC-00000-11111", "Otto Other", 4_000)
    waiting = [nora, otto]

    def found(text: str, amount: int, *, payer: str = "", named: Candidate | None = None):  # type: ignore[no-untyped-def]
        by_text = {named.number: named} if named else {}
        made = match(payer=payer, text=text, amount=amount, named=by_text, waiting=waiting)
        return made.kind, [(each.candidate.number[-5:], each.reasons, each.difference) for each in made.proposals]

    assert found("x", 4_000, named=nora) == ("sure", [("9QPRT", ("reference", "amount"), 0)])
    kind, proposals = found("x", 3_000, named=nora)
    assert (kind, proposals[0]) == ("unsure", ("9QPRT", ("reference",), -1_000))
    over = Candidate("VC-7XK2M-9QPRT", "Nora Newcomer", 0)  # cancelled, or paid: all of it is too much
    assert found("x", 4_000, named=over)[1][0] == ("9QPRT", ("reference",), 4_000)
    kind, proposals = found("thanks", 4_000, payer="MISS N NEWCOMER")
    assert (kind, proposals[0], proposals[1]) == (
        "unsure",
        ("9QPRT", ("name", "amount"), 0),
        ("11111", ("amount",), 0),
    )
    assert found("thanks", 1_234) == ("none", [])
    assert list(numbers_in("PAYMENT vc7xk2m9qprt THANKS", ["VC"])) == ["VC-7XK2M-9QPRT"]
    assert "VC-00000-11111" in list(numbers_in("ref: VC OOOOO LLLLL", ["VC"]))

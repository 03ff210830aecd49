"""Draws documents as PDF: A4, in the business's colour, with fonts of our own that hold Latin and Cyrillic. Pure: the same facts
are the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image as Picture
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

from almanac.invoices.facts import DocumentFacts, Head, Moved, StatementFacts
from almanac.invoices.words import Words, words_in

FONTS = Path(__file__).parent / "fonts"
SANS, BOLD, SERIF = "Almanac-Sans", "Almanac-SemiBold", "Almanac-Serif"
FILES = {SANS: "SourceSans3-Regular.ttf", BOLD: "SourceSans3-SemiBold.ttf", SERIF: "SourceSerif4-SemiBold.ttf"}
INK, MUTED, LINE = colors.HexColor("#1F2430"), colors.HexColor("#5B6270"), colors.HexColor("#D8D3C7")
WARNING = colors.HexColor("#A3341F")
SIDE, FOOT = 20 * mm, 16 * mm
WIDTH = A4[0] - 2 * SIDE
FRAME = 6  # points that a frame of the library keeps free on each side
LOGO = (46 * mm, 16 * mm)


def document_pdf(facts: DocumentFacts) -> bytes:
    """An invoice, with how it was paid, or a credit note."""
    words = words_in(facts.head.language)
    with_tax = bool(facts.head.seller.get("vat_number"))
    title = words.say("credit_note" if facts.corrects else "vat_invoice" if with_tax else "invoice")
    told = [(words.say("number"), facts.code), (words.say("date"), words.day(facts.issued_on))]
    if facts.corrects:
        told.append((words.say("corrects"), facts.corrects))
    if facts.due_on and facts.due_amount:
        told.append((words.say("due"), words.day(facts.due_on)))
    told.append((words.say("order"), facts.order_number))
    test = [_text(words.say("test"), BOLD, 11, colour=WARNING), Spacer(0, 4 * mm)] if facts.is_test else []
    story = [*test, *_top(facts.head, title, told, words), _lines(facts, words, with_tax=with_tax), Spacer(0, 4 * mm)]
    story.append(KeepTogether([_sums(facts, words, with_tax=with_tax), *_ending(facts.head)]))
    return _drawn(story, facts.head, f"{title} {facts.code}", words)


def statement_pdf(facts: StatementFacts) -> bytes:
    """All that passed in a time, with what was owed before and after each."""
    words = words_in(facts.head.language)
    title = words.say("statement")
    period = words.say("period", first=words.day(facts.first_on), last=words.day(facts.last_on))
    story = [
        *_top(facts.head, title, [(words.say("date"), period)], words),
        _movements(facts, words),
        *_ending(facts.head),
    ]
    return _drawn(story, facts.head, f"{title}, {period}", words)


def said(row: Moved, words: Words) -> str:
    """A movement in words: "Paid by Visa 4242 on 4 March 2026"."""
    return words.say(row.what, how=row.how, date=words.day(row.on), number=row.number)


def _top(head: Head, title: str, told: Sequence[tuple[str, str]], words: Words) -> list[Any]:
    seller = head.seller
    accent = colors.HexColor(seller.get("accent") or "#1D6B57")
    brand: Any = _logo(head.logo) if head.logo else _text(seller["brand"], SERIF, 17, colour=accent)
    heading = _text(title, SERIF, 22, right=True)
    rule = Table([[""]], colWidths=[WIDTH], rowHeights=[1.2 * mm], style=[("LINEABOVE", (0, 0), (-1, 0), 1.6, accent)])
    ids = [
        f"{words.say(key)} {seller[key]}" for key in ("company_number", "vat_number") if seller.get(key)
    ]  # printed beneath the address, as letterheads have it
    parties = Table(
        [
            [_label(words.say("from")), _label(words.say("to")), _pairs(told)],
            [
                _block(seller["name"], [*seller.get("address", "").splitlines(), *ids]),
                _block(head.buyer_name, head.buyer_address.splitlines()),
                "",
            ],
        ],
        colWidths=[WIDTH * 0.32, WIDTH * 0.28, WIDTH * 0.40],
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *_flush(),
            ("SPAN", (2, 0), (2, 1)),
            ("RIGHTPADDING", (0, 0), (1, -1), 12),
        ],
    )
    first = Table(
        [[brand, heading]], colWidths=[WIDTH * 0.5] * 2, style=[("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_flush()]
    )
    return [first, Spacer(0, 3 * mm), rule, Spacer(0, 4 * mm), parties, Spacer(0, 9 * mm)]


def _lines(facts: DocumentFacts, words: Words, *, with_tax: bool) -> Table:
    def money(amount: int) -> Paragraph:
        return _text(words.money(amount, facts.head.currency), SANS, 10, right=True)

    titles = ["what", "net", "rate", "tax", "amount"] if with_tax else ["what", "amount"]
    rows: list[list[Any]] = [[_label(words.say(key), right=number > 0) for number, key in enumerate(titles)]]
    for line in facts.lines:
        about = [_text(line.name, BOLD, 10.5)]
        about += [_text(part, SANS, 9, colour=MUTED) for part in (line.when, ", ".join(line.details)) if part]
        taxed = [
            money(line.net_amount),
            _text(words.rate(line.tax_rate_bp), SANS, 10, right=True),
            money(line.tax_amount),
        ]
        rows.append([about, *(taxed if with_tax else []), money(line.total_amount)])
    shares = [0.42, 0.155, 0.125, 0.14, 0.16] if with_tax else [0.8, 0.2]
    return Table(rows, colWidths=[WIDTH * share for share in shares], repeatRows=1, style=_ruled())


def _sums(facts: DocumentFacts, words: Words, *, with_tax: bool) -> Table:
    """Net and tax by rate where there is any, the total, then what changed what is open of it."""
    currency = facts.head.currency
    rows: list[tuple[str, int, bool]] = []
    if with_tax:
        rates = sorted({line.tax_rate_bp for line in facts.lines}, reverse=True)
        for rate in rates:
            own = [line for line in facts.lines if line.tax_rate_bp == rate]
            rows.append((f"{words.say('net')}, {words.rate(rate)}", sum(line.net_amount for line in own), False))
            rows.append((f"{words.say('tax')} {words.rate(rate)}", sum(line.tax_amount for line in own), False))
    rows.append((words.say("credited" if facts.corrects else "total"), facts.total_amount, True))
    total_at = len(rows) - 1
    rows += [(said(row, words), row.amount, False) for row in facts.moved]
    if facts.due_amount:
        rows.append((words.say("open"), facts.due_amount, True))
    cells: list[list[Any]] = []
    for label, amount, strong in rows:
        font, size = (BOLD, 11.0) if strong else (SANS, 10.0)
        cells.append([_text(label, font, size), _text(words.money(amount, currency), font, size, right=True)])
    if facts.due_amount is not None and facts.due_amount <= 0:
        paid = any(row.what == "paid" for row in facts.moved)
        cells.append([_text(words.say("settled" if paid else "void"), BOLD, 10.5), ""])
    style = [
        ("LINEABOVE", (0, total_at), (-1, total_at), 0.8, INK),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *_flush(),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    inner = Table(cells, colWidths=[WIDTH * 0.42, WIDTH * 0.18], style=style)
    return Table([["", inner]], colWidths=[WIDTH * 0.4, WIDTH * 0.6], style=_flush())


def _movements(facts: StatementFacts, words: Words) -> Table:
    def money(amount: int, font: str = SANS) -> Paragraph:
        return _text(words.money(amount, facts.head.currency), font, 10, right=True)

    titles = ["date", "what", "amount", "balance"]
    rows: list[list[Any]] = [[_label(words.say(key), right=number > 1) for number, key in enumerate(titles)]]
    rows.append(
        [_text(words.day(facts.first_on)), _text(words.say("before"), BOLD), "", money(facts.opening_amount, BOLD)]
    )
    balance = facts.opening_amount
    for row in facts.rows:
        balance += row.amount
        about = f"{words.say(row.what)} {row.number}".strip() + (f", {row.how}" if row.how else "")
        rows.append([_text(words.day(row.on)), _text(about), money(row.amount), money(balance)])
    rows.append(
        [_text(words.day(facts.last_on)), _text(words.say("after"), BOLD), "", money(facts.closing_amount, BOLD)]
    )
    shares = [0.24, 0.40, 0.18, 0.18]
    return Table(rows, colWidths=[WIDTH * share for share in shares], repeatRows=1, style=_ruled())


def _ending(head: Head) -> list[Any]:
    footer = head.seller.get("footer", "")
    return [Spacer(0, 9 * mm), _text(footer, SANS, 9.5, colour=MUTED)] if footer else []


def _drawn(story: list[Any], head: Head, title: str, words: Words) -> bytes:
    _fonts()
    made = io.BytesIO()
    known = [part for part in (head.seller.get("phone", ""), head.seller.get("email", "")) if part]
    left = f"{head.seller['name']}" + (f" · {words.say('help')} {' · '.join(known)}" if known else "")

    class Numbered(Canvas):  # type: ignore[misc]
        """Pages that know how many there are: they wait until all are drawn."""

        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **more)
            self.kept: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self.kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self.kept, start=1):
                self.__dict__.update(page)
                self.setFont(SANS, 8.5)
                self.setFillColor(MUTED)
                self.drawString(SIDE, FOOT - 4 * mm, left)
                self.drawRightString(
                    A4[0] - SIDE, FOOT - 4 * mm, words.say("page", page=str(number), pages=str(len(self.kept)))
                )
                super().showPage()
            super().save()

    SimpleDocTemplate(
        made,
        pagesize=A4,
        leftMargin=SIDE - FRAME,
        rightMargin=SIDE - FRAME,
        topMargin=18 * mm,
        bottomMargin=FOOT + 6 * mm,
        title=title,
        author=head.seller["name"],
        lang=words.language,
        invariant=1,
    ).build(story, canvasmaker=Numbered)
    return made.getvalue()


@cache
def _fonts() -> None:
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))


def _text(
    words: str, font: str = SANS, size: float = 10, *, colour: colors.Color = INK, right: bool = False
) -> Paragraph:
    """What anybody may have typed, as text: marks in it are shown, not obeyed."""
    _fonts()
    style = ParagraphStyle(
        "text",
        fontName=font,
        fontSize=size,
        leading=size * 1.32,
        textColor=colour,
        alignment=TA_RIGHT if right else 0,
        splitLongWords=1,
    )
    return Paragraph(escape(words).replace("\n", "<br/>"), style)


def _label(words: str, *, right: bool = False) -> Paragraph:
    return _text(words, SANS, 8.5, colour=MUTED, right=right)


def _block(name: str, lines: Sequence[str]) -> list[Paragraph]:
    return [_text(name, BOLD, 10.5), *(_text(line, SANS, 10) for line in lines if line)]


def _pairs(told: Sequence[tuple[str, str]]) -> Table:
    cells = [[_label(label), _text(value, BOLD, 10, right=True)] for label, value in told]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *_flush(), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]
    return Table(cells, colWidths=[WIDTH * 0.16, WIDTH * 0.24], style=style)


def _logo(content: bytes) -> Image:
    """The picture within its box, its sides in proportion; drawn anew as PNG, which every reader of PDF knows."""
    with Picture.open(io.BytesIO(content)) as opened:
        picture = opened.convert("RGBA")
    ground = Picture.new("RGBA", picture.size, "#FFFFFF")
    ground.alpha_composite(picture)
    plain = io.BytesIO()
    ground.convert("RGB").save(plain, "PNG")
    plain.seek(0)
    scale = min(LOGO[0] / picture.width, LOGO[1] / picture.height)
    return Image(plain, picture.width * scale, picture.height * scale, hAlign="LEFT")


def _flush() -> list[tuple[Any, ...]]:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(side, (0, 0), (-1, -1), 0) for side in sides]


def _ruled() -> list[tuple[Any, ...]]:
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *_flush(),
        ("LEFTPADDING", (1, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
    ]

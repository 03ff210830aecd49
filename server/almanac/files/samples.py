"""Sample portraits, covers and booklets: made here, so that the sample people have faces, the shop has something to sell,
and no rights are asked of anyone."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

SIDE, FINER = 480, 3  # pixels of the picture; drawn larger and made smaller, so that edges are smooth
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody looks like; colours as #rrggbb, `style` one of short, bob, long, bun, curls."""

    skin: str
    hair: str
    cloth: str
    ground: str
    style: str
    beard: bool = False
    glasses: bool = False


def draw_portrait(look: Look) -> bytes:
    """Head and shoulders before a plain ground, as a PNG."""
    image = Image.new("RGB", (SIDE * FINER, SIDE * FINER), look.ground)
    pen = _Pen(ImageDraw.Draw(image))
    _hair_behind(pen, look)
    pen.oval((14, 74, 86, 150), look.cloth)
    pen.slab((42, 55, 58, 80), _darker(look.skin, 0.86))
    pen.oval((40, 72, 60, 84), _darker(look.skin, 0.86))
    pen.oval((33, 21, 67, 65), look.skin)
    pen.oval((30, 40, 36, 49), look.skin)
    pen.oval((64, 40, 70, 49), look.skin)
    _hair_before(pen, look)
    _face(pen, look)
    output = io.BytesIO()
    image.resize((SIDE, SIDE), Image.Resampling.LANCZOS).save(output, "PNG")
    return output.getvalue()


class _Pen:
    """Draws in hundredths of the picture's side."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw
        self._unit = SIDE * FINER / 100

    def oval(self, box: Box, colour: str) -> None:
        self._draw.ellipse(self._scaled(box), fill=colour)

    def slab(self, box: Box, colour: str) -> None:
        self._draw.rounded_rectangle(self._scaled(box), radius=5 * self._unit, fill=colour)

    def half(self, box: Box, colour: str, *, start: int = 180, end: int = 360) -> None:
        """The part of an oval between two angles, from the right and clockwise."""
        self._draw.chord(self._scaled(box), start, end, fill=colour)

    def line(self, box: Box, colour: str, *, start: int, end: int, width: float) -> None:
        self._draw.arc(self._scaled(box), start, end, fill=colour, width=round(width * self._unit))

    def ring(self, box: Box, colour: str, *, width: float) -> None:
        self._draw.ellipse(self._scaled(box), outline=colour, width=round(width * self._unit))

    def _scaled(self, box: Box) -> Box:
        left, top, right, bottom = (round(value * self._unit) for value in box)
        return left, top, right, bottom


def _hair_behind(pen: _Pen, look: Look) -> None:
    dark = _darker(look.hair, 0.85)
    if look.style == "long":
        pen.slab((27, 30, 73, 88), dark)
    elif look.style == "bob":
        pen.slab((27, 30, 73, 62), dark)
    elif look.style == "bun":
        pen.oval((41, 4, 59, 22), dark)
    elif look.style == "curls":
        for left, top in ((22, 26), (20, 38), (23, 50), (60, 26), (62, 38), (59, 50), (32, 12), (50, 12), (41, 9)):
            pen.oval((left, top, left + 19, top + 19), dark)


def _hair_before(pen: _Pen, look: Look) -> None:
    pen.half((32.3, 18, 67.7, 65), look.hair, start=205, end=335)
    if look.style == "short":
        pen.half((32, 16, 60, 52), look.hair, start=172, end=318)
        pen.half((44, 16, 68, 54), look.hair, start=240, end=6)
    elif look.style in {"bob", "long"}:
        pen.half((31, 15, 69, 57), look.hair, start=196, end=344)
        pen.half((29, 14, 62, 62), look.hair, start=170, end=292)
        pen.half((46, 15, 71, 62), look.hair, start=262, end=10)
    elif look.style == "curls":
        for left in (30, 38, 46, 54):
            pen.oval((left, 14, left + 15, 29), look.hair)
    if look.beard:
        pen.half((33, 26, 67, 68), look.hair, start=14, end=166)
        pen.oval((41, 49, 59, 57), look.skin)


def _face(pen: _Pen, look: Look) -> None:
    ink, shade = "#2a211d", _darker(look.skin, 0.78)
    for left in (40.5, 55.5):
        pen.oval((left, 41, left + 4, 45.5), ink)
        pen.line((left - 2, 35.5, left + 6, 42), _darker(look.hair, 0.8), start=205, end=335, width=1.1)
    pen.line((46, 42, 53, 51), shade, start=20, end=120, width=1)
    pen.line((42.5, 45, 57.5, 57.5), _darker(look.skin, 0.55), start=35, end=145, width=1.2)
    if look.glasses:
        for left in (36.5, 51.5):
            pen.ring((left, 37.5, left + 12, 49.5), ink, width=0.9)
        pen.line((48, 41, 52, 45), ink, start=180, end=360, width=0.9)


def _darker(colour: str, share: float) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * share):02x}" for part in parts)


def draw_cover(title: str, *, ground: str, ink: str = "#fbfaf6") -> bytes:
    """The cover of a booklet: its title on plain cloth with a rule above and below, as a PNG."""
    wide, high = 900, 1_200
    image = Image.new("RGB", (wide, high), ground)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=84)
    pen.rectangle((0, 0, 36, high), fill=_darker(ground, 0.8))
    pen.line((120, 220, wide - 84, 220), fill=ink, width=6)
    y = 280
    for line in textwrap.wrap(title, 17):
        pen.text((120, y), line, fill=ink, font=font)
        y += 112
    pen.line((120, y + 40, wide - 84, y + 40), fill=ink, width=6)
    output = io.BytesIO()
    image.save(output, "PNG")
    return output.getvalue()


def write_pdf(title: str, pages: Sequence[Sequence[str]]) -> bytes:
    """A small real PDF (1.4) of plain text in the Latin letters that every reader has: `pages` of paragraphs."""
    objects: list[bytes] = []
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>")
    for number, paragraphs in enumerate(pages):
        box = "/MediaBox [0 0 420 595] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * number} 0 R >>".encode())
        drawn = _text_of(title, paragraphs, number + 1)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects.append(b"<< /Title (%s) >>" % _escaped(title))
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return body + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _text_of(title: str, paragraphs: Sequence[str], page: int) -> bytes:
    lines = [b"BT /F1 20 Tf 48 520 Td 26 TL (%s) Tj" % _escaped(title), b"/F1 12 Tf 17 TL T*"]
    for paragraph in paragraphs:
        lines += [b"T* (%s) Tj" % _escaped(line) for line in textwrap.wrap(paragraph, 58)]
        lines.append(b"T*")
    lines.append(b"ET BT /F1 10 Tf 204 36 Td (%d) Tj ET" % page)
    return b"\n".join(lines)


def _escaped(text: str) -> bytes:
    plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return plain.encode("cp1252", errors="replace")

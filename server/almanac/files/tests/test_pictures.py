"""Whatever is sent, what is kept is a small picture and nothing else."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from almanac.files import pictures
from almanac.files.errors import PictureTooLarge, PictureUnreadable
from almanac.files.pictures import redrawn
from almanac.files.tests.drawings import drawing, opened


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_are_drawn_anew(kind: str) -> None:
    kept = redrawn(drawing(kind, (400, 200)))
    found = opened(kept.content)
    assert (found.format, found.size, kept.width, kept.height) == ("WEBP", (400, 200), 400, 200)
    red, green, blue = found.convert("RGB").getpixel((200, 100))  # type: ignore[misc]
    assert red > 180
    assert max(green, blue) < 60


def test_a_large_one_is_made_smaller_in_its_own_shape() -> None:
    kept = redrawn(drawing("JPEG", (4000, 3000)))
    assert (kept.width, kept.height) == (1600, 1200)


def test_what_is_seen_through_stays_so() -> None:
    kept = redrawn(drawing("PNG", colour=(10, 20, 30, 0)))
    assert opened(kept.content).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_it_stands_upright_and_does_not_say_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn right to see it upright
    exif[0x010F] = "A telephone"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    content = drawing("JPEG", (400, 200), exif=exif, comment=b"my home")
    assert b"A telephone" in content
    kept = redrawn(content)
    assert (kept.width, kept.height) == (200, 400)
    assert not opened(kept.content).getexif()
    assert not any(word in kept.content for word in (b"telephone", b"my home", b"Exif"))


def test_a_script_behind_a_picture_is_left_out() -> None:
    kept = redrawn(drawing("PNG") + b"<script>alert(1)</script>")
    assert b"script" not in kept.content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        "No picture at all, but \U0001f600".encode(),
    ],
)
def test_other_kinds_are_refused_whatever_they_are_called(content: bytes) -> None:
    with pytest.raises(PictureUnreadable) as refused:
        redrawn(content)
    assert refused.value.reason == "kind"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_one_cut_off_is_refused(kind: str) -> None:
    noise = Image.effect_noise((300, 300), 90).convert("RGB")
    output = io.BytesIO()
    noise.save(output, kind)
    with pytest.raises(PictureUnreadable):
        redrawn(output.getvalue()[: len(output.getvalue()) // 2])


@given(st.integers(0, 400), st.integers(0, 255))
def test_one_damaged_anywhere_is_drawn_or_refused_and_nothing_else(at: int, value: int) -> None:
    content = bytearray(drawing("PNG", (60, 60)))
    content[at % len(content)] = value
    with suppress(PictureUnreadable, PictureTooLarge):
        assert redrawn(bytes(content)).width > 0


def test_too_many_bytes_are_not_even_looked_at() -> None:
    with pytest.raises(PictureTooLarge):
        redrawn(drawing("PNG") + bytes(pictures.MOST_BYTES))


@pytest.mark.parametrize("side", [9_000, 60_000])
def test_too_many_pixels_are_refused_before_they_are_unpacked(side: int) -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    with pytest.raises(PictureTooLarge) as refused:
        redrawn(bomb)
    assert refused.value.most_pixels == pictures.MOST_PIXELS

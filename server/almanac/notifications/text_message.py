"""A message as one text for a telephone: who writes, what it is, where to look."""

from __future__ import annotations

from almanac.kit.text import one_line

MOST = 320  # characters: two parts of a text in most languages
# Outside the telephones' basic alphabet (GSM 03.38) one sign makes every part of a text half as long.
PLAIN = str.maketrans(
    {
        "\u2013": "-",
        "\u2014": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2026": "...",
        "\u00a0": " ",
        "\u202f": " ",
        "\u200b": "",
    }
)


def text_message(*, sender: str, subject: str, link: str) -> str:
    """ "VALClean: Reminder: Regular clean, Tue 9 June, 10:00. https://…", at most 320 characters; what is too long is cut before
    the link."""
    words = one_line(f"{sender}: {subject}").translate(PLAIN)
    end = "" if words.endswith((".", "?", "!")) else "."
    tail = f" {link}" if link else ""
    room = MOST - len(tail) - len(end)
    if len(words) > room:
        words, end = words[: room - 3].rstrip(), "..."
    return f"{words}{end}{tail}"

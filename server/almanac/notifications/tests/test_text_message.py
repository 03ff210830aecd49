"""What a text says, in as few parts as it can."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from almanac.notifications.text_message import MOST, text_message

LINK = "https://val.example/m/#ABCDEFGHJKMN"


def test_who_what_and_where_to_look() -> None:
    said = text_message(sender="VALClean", subject="Changed: Deep clean, Tue 9 June, 10:00", link=LINK)
    assert said == f"VALClean: Changed: Deep clean, Tue 9 June, 10:00. {LINK}"


def test_without_a_link_and_with_an_end_of_its_own() -> None:
    said = text_message(sender="VALClean", subject="Another time for Deep clean: does this suit you?", link="")
    assert said == "VALClean: Another time for Deep clean: does this suit you?"


def test_what_makes_each_part_half_as_long_is_written_plainly() -> None:
    assert text_message(sender="Val’s", subject="10:00–12:00…", link="") == "Val's: 10:00-12:00..."


@given(st.text(), st.text(), st.sampled_from(["", LINK]))
def test_never_too_long_never_without_its_link_always_on_one_line(sender: str, subject: str, link: str) -> None:
    said = text_message(sender=sender, subject=subject, link=link)
    assert len(said) <= MOST
    assert said.endswith(link)
    assert "\n" not in said

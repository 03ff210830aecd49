"""The letter of an invitation: in the reader's language, with a link; none once it was withdrawn."""

from __future__ import annotations

import re

import pytest

from almanac.business.models import Business
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import mails
from almanac.people.actions.invitations import InvitationWish, invite, resend, withdraw
from almanac.people.models import Invitation, UserRole
from almanac.people.queries.invitations import invitation_of
from tests.cast import Person

pytestmark = pytest.mark.django_db(transaction=True)


def asked(ada: Person, moment: Clock, role: UserRole = UserRole.STAFF) -> Invitation:
    wish = InvitationWish(
        email="ivy@example.com", name="Ivy https://evil.example", role=role, business="valclean", language="de"
    )
    return invite(actor=ada.actor, wish=wish, now=moment.now)


def key_in(text: str) -> str:
    found = re.search(r"/de/invited/(\S+)/", text)
    assert found is not None, text
    return found[1]


def test_a_letter_with_a_link(ada: Person, valclean: Business, post: Post, moment: Clock) -> None:
    row = asked(ada, moment)
    (mail,) = post.to("ivy")
    assert (mail.subject, "Ada Admin" in mail.text) == ("Kommen Sie zu VALClean", True)
    assert "https://evil.example" not in mail.text
    assert invitation_of(key_in(mail.text), now=moment.now) == row
    assert mails().get().body_text == ""  # it held a key


def test_sent_again_with_another_link(ada: Person, valclean: Business, post: Post, moment: Clock) -> None:
    row = asked(ada, moment, UserRole.MANAGER)
    (before,) = post.to("ivy")
    resend(actor=ada.actor, invitation_id=row.pk, now=moment.now)
    (mail,) = post.to("ivy")
    first, second = key_in(before.text), key_in(mail.text)
    assert first != second
    assert invitation_of(second, now=moment.now) == row


def test_none_once_withdrawn(ada: Person, valclean: Business, post: Post, moment: Clock) -> None:
    row = asked(ada, moment)
    withdraw(actor=ada.actor, invitation_id=row.pk, now=moment.now)
    assert post.to("ivy") == []

"""Signing up, proving an address, forgetting a password: what happens, and that strangers learn nothing of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import allauth
import pytest
import time_machine
from django.db import IntegrityError
from django.test import Client

from almanac.config import account_adapter
from almanac.config.account_adapter import ASKED, CHANGED, LETTERS, UNTOLD
from almanac.config.tests.allauth_doors import PASSWORD, Browser, flows, key_in, letters
from almanac.outbox.models import EventRow
from almanac.people.models import Customer, User, UserRole
from tests.cast import Person

pytestmark = pytest.mark.django_db
NORA = "nora@example.com"


def told(answer: Any) -> tuple[int, Any]:
    """All that an answer says to whoever asks."""
    return answer.status_code, answer.json()


def test_signing_up_makes_a_customer_who_may_sign_in_once_the_address_is_proven() -> None:
    browser = Browser(language="uk")
    answer = browser.sign_up(NORA)
    assert (answer.status_code, flows(answer)) == (401, ["verify_email"])
    user = User.objects.get(email=NORA)
    assert (user.role, user.name, user.language) == (UserRole.CUSTOMER, "Nora Newcomer", "uk")
    assert Customer.objects.get(user=user).email == NORA
    assert Browser().sign_in(NORA).status_code == 401
    (letter,) = letters(NORA)
    assert letter.template == "confirm_sign_up"
    assert letter.language == "uk"
    assert "/uk/verify/" in letter.body_text
    assert browser.post("/auth/email/verify", key=key_in(letter)).status_code == 200
    assert (browser.me()["role"], browser.me()["email"]) == ("customer", NORA)
    assert Browser().sign_in(NORA).status_code == 200
    names = set(EventRow.objects.values_list("name", flat=True))
    assert {"people.account_opened", "people.address_confirmed"} <= names


def test_whatever_is_posted_along_opens_no_more_than_a_customers_account() -> None:
    Browser().sign_up(NORA, role="admin", is_staff=True, is_superuser=True, username="root", groups=[1])
    user = User.objects.get(email=NORA)
    assert (user.role, user.is_staff, user.is_superuser) == ("customer", False, False)
    assert user.username != "root"


def test_a_link_opens_no_session_in_another_browser_and_works_once() -> None:
    Browser().sign_up(NORA)
    key = key_in(letters(NORA)[0])
    other = Browser()
    assert other.call("get", "/auth/email/verify", x_email_verification_key=key).status_code == 200
    assert Browser().sign_in(NORA).status_code == 401, "looking at the link must not prove anything"
    other.post("/auth/email/verify", key=key)
    assert other.me()["role"] == "stranger"
    assert other.post("/auth/email/verify", key=key).status_code == 400
    assert Browser().sign_in(NORA).status_code == 200


@pytest.mark.parametrize("known", ["cleo@example.com", "ada@valclean.example"])
def test_a_stranger_cannot_tell_a_known_address_by_signing_up(cleo: Person, ada: Person, known: str) -> None:
    unknown = Browser().sign_up(NORA)
    assert told(Browser().sign_up(known)) == told(unknown)
    assert [letter.template for letter in letters(known)] == ["has_account"]
    assert [letter.template for letter in letters(NORA)] == ["confirm_sign_up"]
    assert User.objects.filter(email=known).count() == 1


def test_a_stranger_cannot_tell_a_known_address_by_forgetting_a_password(cleo: Person) -> None:
    answers = {
        email: told(Browser().post("/auth/password/request", email=email)) for email in ("cleo@example.com", NORA)
    }
    assert answers["cleo@example.com"] == answers[NORA]
    assert answers[NORA][0] == 200
    assert [letter.template for letter in letters("cleo@example.com")] == ["reset_password"]
    assert [letter.template for letter in letters(NORA)] == ["no_account"]


def test_a_stranger_cannot_tell_a_known_address_by_signing_in(cleo: Person) -> None:
    cleo.account.set_password(PASSWORD)
    cleo.account.save()
    assert told(Browser().sign_in("cleo@example.com", "wrong")) == told(Browser().sign_in(NORA, "wrong"))


def test_two_at_once_with_one_address_get_one_account_and_the_same_answer(monkeypatch: Any) -> None:
    first = Browser().sign_up(NORA)
    User.objects.get(email=NORA)

    def too_late(**_: Any) -> None:
        raise IntegrityError

    monkeypatch.setattr(account_adapter, "open_account", too_late)
    assert told(Browser().sign_up("other@example.com")) == told(first)
    assert [letter.template for letter in letters("other@example.com")] == ["has_account"]


def test_choosing_a_new_password_ends_every_session_and_works_once() -> None:
    browser = Browser().verified(NORA)
    stranger = Browser()
    stranger.post("/auth/password/request", email=NORA)
    key = key_in(letters(NORA)[-1])
    assert stranger.call("get", "/auth/password/reset", x_password_reset_key=key).status_code == 200
    assert browser.me()["role"] == "customer", "looking at the link must change nothing"
    answer = stranger.post("/auth/password/reset", key=key, password="another harbour entirely")
    assert answer.status_code == 401, "it signs nobody in"
    assert browser.me()["role"] == "stranger"
    assert stranger.post("/auth/password/reset", key=key, password="a third one of many").status_code == 400
    assert Browser().sign_in(NORA).status_code == 400
    assert Browser().sign_in(NORA, "another harbour entirely").status_code == 200
    assert letters(NORA)[-1].template == "password_changed"
    assert EventRow.objects.filter(name="people.access_changed", payload__what="password_changed").exists()


def test_weak_passwords_are_refused_with_a_code() -> None:
    answer = Browser().sign_up(NORA, password="password")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "password_too_common")
    assert not User.objects.exists()


def test_an_address_that_is_only_wished_for_gets_no_key_to_the_account() -> None:
    browser = Browser().verified(NORA)
    browser.post("/auth/reauthenticate", password=PASSWORD)
    assert browser.post("/account/email", email="wished@example.com").status_code == 200
    Browser().post("/auth/password/request", email="wished@example.com")
    assert [letter.template for letter in letters("wished@example.com")] == ["confirm_address", "no_account"]


def test_a_new_address_counts_once_it_is_proven_and_the_old_one_is_told() -> None:
    browser = Browser().verified(NORA)
    assert browser.post("/account/email", email="new@example.com").status_code == 401, "asks who it is first"
    browser.post("/auth/reauthenticate", password=PASSWORD)
    browser.post("/account/email", email="new@example.com")
    assert browser.me()["email"] == NORA
    browser.post("/auth/email/verify", key=key_in(letters("new@example.com")[-1]))
    assert browser.me()["email"] == "new@example.com"
    assert Customer.objects.get(user__email="new@example.com").email == "new@example.com"
    assert letters(NORA)[-1].template == "address_changed"
    assert "new@" in letters(NORA)[-1].body_text


def test_the_team_signs_in_without_proving_the_address_an_administrator_gave(sam: Person) -> None:
    sam.account.set_password(PASSWORD)
    sam.account.save()
    assert Browser().post("/auth/login", username="sam", password=PASSWORD).status_code == 200
    assert not letters(sam.account.email)


def test_nobodys_mailbox_is_filled(cleo: Person, clock_at_work: time_machine.Traveller) -> None:
    answers = set()
    for number in range(LETTERS.count + 3):
        clock_at_work.shift(timedelta(seconds=61))  # past allauth's own limit of five a minute
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        answers.add(Browser(client).post("/auth/password/request", email="cleo@example.com").status_code)
    assert len(letters("cleo@example.com")) == LETTERS.count
    assert answers == {200}


def test_each_mail_that_allauth_may_send_is_one_of_ours() -> None:
    folder = Path(allauth.__file__).parent / "templates"
    names = {
        str(path.relative_to(folder)).removesuffix("_subject.txt")
        for part in ("account", "mfa", "socialaccount")
        for path in (folder / part / "email").glob("*_subject.txt")
    }
    by_code = {name for name in names if name.endswith("_code")}
    assert names - by_code == set(ASKED) | set(CHANGED) | UNTOLD

"""Signing in with a company: the whole round, who gets an account, and who does not get into one."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.models import Session
from django.core.cache import cache

from almanac.config.tests.allauth_doors import PASSWORD, Browser, flows, key_in, letters
from almanac.config.tests.company_doors import GOOD, Traveller, error_of
from almanac.config.tests.test_security import code_of, with_app
from almanac.outbox.models import EventRow
from almanac.people.models import Customer, User, UserRole
from fakes.sign_in_companies.server import Fake
from tests.cast import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stand_ins")]
NINA = GOOD["email"]
YARA = {"email": "yara@elsewhere.example", "name": "Yara Elsewhere", "verified": "on"}
AT = {
    "google": GOOD,
    "microsoft": {"email": "olga.outlook@outlook.com", "name": "Olga Petrenko", "verified": "on"},
    "apple": {"email": "ada.apple@icloud.com", "name": "Ada Apple", "verified": "on"},
}


def facts() -> list[str]:
    return list(EventRow.objects.order_by("id").values_list("name", flat=True))


def minutes_later() -> None:
    """One mailbox gets such a letter only every three minutes."""
    cache.clear()


def changes() -> list[str]:
    found = EventRow.objects.filter(name="people.access_changed").order_by("id")
    return [row.payload["what"] for row in found]


@pytest.mark.parametrize("company", ["google", "microsoft", "apple"])
def test_a_new_person_is_signed_in_with_a_customers_account(company: str, stand_ins: Fake) -> None:
    stand_ins._named.clear()  # Apple meets everybody anew
    browser, person = Traveller(language="uk"), AT[company]
    assert browser.goes(company, wanted="/cus/orders/", **person) == f"/uk/login/{company}/?next=%2Fcus%2Forders%2F"
    user = User.objects.get(email=person["email"])
    assert (user.role, user.name, user.language) == (UserRole.CUSTOMER, person["name"], "uk")
    assert not user.has_usable_password()
    assert Customer.objects.get(user=user).email == user.email
    assert EmailAddress.objects.get(user=user).verified
    assert browser.me()["email"] == user.email
    assert {"people.account_opened", "people.address_confirmed", "people.customer_recorded"} <= set(facts())
    elsewhere = Traveller()
    assert error_of(elsewhere.goes(company, **person)) == ""
    assert elsewhere.me()["email"] == user.email
    assert User.objects.count() == 1


def test_nothing_of_the_companys_is_kept_but_whose_account_it_is() -> None:
    Traveller().goes()
    (account,) = SocialAccount.objects.all()
    assert account.extra_data == {"email": NINA}
    assert not SocialToken.objects.exists()


def test_where_the_company_runs_no_mailbox_our_own_letter_proves_it() -> None:
    browser = Traveller()
    assert error_of(browser.goes(**YARA)) == ""
    assert browser.me()["role"] == "stranger"
    assert flows(browser.call("get", "/auth/session")) == ["verify_email"]
    (letter,) = letters(YARA["email"])
    assert letter.template == "confirm_sign_up"
    assert browser.post("/auth/email/verify", key=key_in(letter)).status_code == 200
    assert browser.me()["email"] == YARA["email"]
    elsewhere = Traveller()
    elsewhere.goes(**YARA)
    assert elsewhere.me()["email"] == YARA["email"]


def test_an_address_that_the_company_has_not_seen_to_is_proven_by_letter_even_in_its_own_mailboxes() -> None:
    browser = Traveller()
    browser.goes(email=NINA, name="Somebody Else")
    assert browser.me()["role"] == "stranger"
    assert [letter.template for letter in letters(NINA)] == ["confirm_sign_up"]


def test_a_stranger_cannot_tell_a_known_address_by_a_companys_account() -> None:
    Browser().verified(YARA["email"])
    minutes_later()
    known, unknown = Traveller(), Traveller()
    assert known.goes(**YARA) == unknown.goes(email="zoe@elsewhere.example", name="Zoe", verified="on")
    sessions = [browser.call("get", "/auth/session") for browser in (known, unknown)]
    assert sessions[0].json() == sessions[1].json()
    assert [letter.template for letter in letters(YARA["email"])] == ["confirm_sign_up", "has_account"]
    assert not SocialAccount.objects.filter(user__email=YARA["email"]).exists()


def test_a_customer_whose_mailbox_the_company_runs_is_known_by_it_and_told() -> None:
    Browser().verified(NINA)
    browser = Traveller()
    assert error_of(browser.goes()) == ""
    assert browser.me()["email"] == NINA
    assert SocialAccount.objects.get().user.email == NINA
    assert letters(NINA)[-1].template == "company_added"
    assert "Google" in letters(NINA)[-1].body_text
    assert changes() == ["company_added"]
    assert User.objects.get().has_usable_password(), "the password stays"


def test_an_address_that_our_customer_never_proved_opens_nothing_and_the_owner_ends_the_claim() -> None:
    claimer = Traveller()
    claimer.goes("microsoft", email=NINA, name="Claimer")  # Microsoft does not vouch for it
    minutes_later()
    owner = Traveller()
    owner.goes()
    assert owner.me()["role"] == "stranger"
    assert [letter.template for letter in letters(NINA)] == ["confirm_sign_up", "has_account"]
    owner.post("/auth/password/request", email=NINA)
    assert owner.post("/auth/password/reset", key=key_in(letters(NINA)[-1]), password=PASSWORD).status_code == 401
    assert not SocialAccount.objects.exists(), "the claimer's way in is gone"
    minutes_later()
    owner.sign_in(NINA)
    owner.post("/auth/email/verify", key=key_in(letters(NINA)[-1]))
    again = Traveller()
    again.goes("microsoft", email=NINA, name="Claimer")
    assert again.me()["role"] == "stranger"


@pytest.mark.parametrize("role", [UserRole.STAFF, UserRole.MANAGER, UserRole.ADMIN])
def test_the_team_gets_in_by_no_company_that_they_did_not_connect(role: str) -> None:
    Browser().verified(NINA)
    User.objects.update(role=role)
    minutes_later()
    browser = Traveller()
    browser.goes()
    assert browser.me()["role"] == "stranger"
    assert not SocialAccount.objects.exists()
    assert letters(NINA)[-1].template == "has_account"


def test_the_second_factor_is_still_asked_for_and_connects_nothing_before() -> None:
    nina = Browser().verified(NINA)
    secret = with_app(nina)
    browser = Traveller()
    browser.goes()
    assert browser.me()["role"] == "stranger"
    assert flows(browser.call("get", "/auth/session")) == ["mfa_authenticate"]
    assert not SocialAccount.objects.exists()
    assert "access_token" not in str([row.get_decoded() for row in Session.objects.using("ephemeral").all()])
    codes = nina.call("get", "/account/authenticators/recovery-codes").json()["data"]["unused_codes"]
    assert browser.post("/auth/2fa/authenticate", code="000000").status_code == 400
    assert browser.post("/auth/2fa/authenticate", code=codes[0]).status_code == 200
    assert browser.me()["email"] == NINA
    assert SocialAccount.objects.get().user.email == NINA
    again = Traveller()
    again.goes()
    assert flows(again.call("get", "/auth/session")) == ["mfa_authenticate"], "a connected company spares nothing"
    assert code_of(secret)


def test_whoever_may_not_sign_in_does_not_by_a_company() -> None:
    Traveller().goes()
    User.objects.update(is_active=False)
    browser = Traveller()
    assert error_of(browser.goes()) != ""
    assert browser.me()["role"] == "stranger"


def test_orders_of_a_guest_with_the_address_may_join() -> None:
    Customer.objects.create(name="Nina as a guest", email=NINA)
    Traveller().goes()
    assert EmailAddress.objects.filter(user__email=NINA, verified=True).exists()  # what `earlier orders` asks for


def test_staff_sign_in_with_what_they_connected(sam: Person) -> None:
    sam.account.set_password(PASSWORD)
    sam.account.save()
    here = Traveller()
    here.post("/auth/login", username="sam", password=PASSWORD)
    here.post("/auth/reauthenticate", password=PASSWORD)
    here.goes("google", "connect")
    elsewhere = Traveller()
    elsewhere.goes()
    assert elsewhere.me()["role"] == "staff"


def test_two_at_once_with_one_address_get_one_account(monkeypatch: Any) -> None:
    browser = Traveller()
    address = browser.address()
    back = browser.at_company(address, **GOOD)
    User.objects.create(username="faster", email=NINA)
    monkeypatch.setattr("allauth.socialaccount.internal.flows.signup.assess_unique_email", lambda _: True)
    assert browser.back(*back).status_code == 302
    assert browser.me()["role"] == "stranger"
    assert flows(browser.call("get", "/auth/session")) == ["verify_email"]
    assert letters(NINA)[-1].template == "has_account"

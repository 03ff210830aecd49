"""Companies on the security page: connected and taken away by their owner alone, who is asked for the password and told."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount

from almanac.config.tests.allauth_doors import PASSWORD, letters
from almanac.config.tests.company_doors import GOOD, Traveller, error_of
from almanac.outbox.models import EventRow
from almanac.people.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stand_ins")]
NORA = "nora@example.com"
DOOR = "/account/providers"


@pytest.fixture
def nora() -> Traveller:
    browser = Traveller()
    browser.verified(NORA)
    browser.post("/auth/reauthenticate", password=PASSWORD)
    return browser


def listed(browser: Traveller) -> list[dict[str, Any]]:
    return list(browser.call("get", DOOR).json()["data"])


def removed(browser: Traveller, provider: str = "google") -> Any:
    uid = SocialAccount.objects.get(provider=provider).uid
    return browser.call("delete", DOOR, {"provider": provider, "account": uid})


def test_connected_listed_used_and_taken_away(nora: Traveller) -> None:
    assert listed(nora) == []
    assert nora.goes("google", "connect") == "/cus/security/?company=google"
    (row,) = listed(nora)
    assert (row["provider"]["id"], row["provider"]["name"], row["display"]) == ("google", "Google", GOOD["email"])
    assert letters(NORA)[-1].template == "company_added"
    elsewhere = Traveller()
    elsewhere.goes()
    assert elsewhere.me()["email"] == NORA, "whatever address the company knows"
    assert removed(nora).status_code == 200
    assert listed(nora) == []
    assert letters(NORA)[-1].template == "company_removed"
    told = [row.payload["what"] for row in EventRow.objects.filter(name="people.access_changed").order_by("id")]
    assert told == ["company_added", "company_removed"]


def test_the_password_is_asked_for_first() -> None:
    browser = Traveller()
    browser.verified(NORA)
    answer = browser.start("google", "connect")
    assert answer.status_code == 401
    assert "reauthenticate" in [flow["id"] for flow in answer.json()["data"]["flows"]]
    browser.post("/auth/reauthenticate", password=PASSWORD)
    browser.goes("google", "connect")
    fresh = Traveller()
    fresh.sign_in(NORA)
    assert removed(fresh).status_code == 401
    assert SocialAccount.objects.exists()


def test_whose_password_was_given_too_long_ago_connects_nothing(nora: Traveller, settings: Any) -> None:
    back = nora.at_company(nora.address("google", "connect"), **GOOD)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    assert error_of(nora.back(*back)["Location"]) == "reauthentication_required"
    assert not SocialAccount.objects.exists()


def test_anothers_account_with_the_company_stays_theirs(nora: Traveller) -> None:
    Traveller().goes()
    page = nora.goes("google", "connect")
    assert page == "/cus/security/?company=google&error=connected_other&error_process=connect"
    assert SocialAccount.objects.get().user.email == GOOD["email"]


def test_cancelled_leads_back_to_the_security_page(nora: Traveller) -> None:
    assert nora.cancels("apple", "connect") == "/cus/security/?company=apple&error=cancelled"


def test_the_last_way_in_stays() -> None:
    browser = Traveller()
    browser.goes()
    answer = removed(browser)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "no_password")
    assert browser.post("/account/password/change", new_password=PASSWORD).status_code == 200
    browser.post("/auth/reauthenticate", password=PASSWORD)
    assert removed(browser).status_code == 200
    assert not SocialAccount.objects.exists()


def test_a_company_whose_keys_are_gone_is_named_and_is_no_way_in(settings: Any) -> None:
    browser = Traveller()
    browser.goes()
    browser.goes("microsoft", "connect")
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    google = [app for app in apps if app["provider_id"] == "google"]
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {**settings.SOCIALACCOUNT_PROVIDERS["openid_connect"], "APPS": google}
    }
    assert [row["provider"]["name"] for row in listed(browser)] == ["Google", "Microsoft"]
    assert removed(browser, "google").status_code == 400
    assert removed(browser, "microsoft").status_code == 200


def test_nobody_takes_away_anothers(nora: Traveller) -> None:
    Traveller().goes()
    assert removed(nora).status_code == 400
    assert SocialAccount.objects.exists()
    assert User.objects.count() == 2

"""What goes wrong between us and a company ends on a page of ours that says so, and signs nobody in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from almanac.config.companies.views import STARTS
from almanac.config.tests.allauth_doors import Browser
from almanac.config.tests.company_doors import GOOD, Traveller, error_of
from almanac.people.models import User
from fakes.sign_in_companies.people import Trouble
from fakes.sign_in_companies.server import Fake

pytestmark = pytest.mark.django_db
ALL = ["google", "microsoft", "apple"]


@pytest.mark.usefixtures("stand_ins")
class TestAnswers:
    @pytest.mark.parametrize("company", ALL)
    def test_cancelled_there_leads_back_to_where_it_began(self, company: str) -> None:
        browser = Traveller(language="de")
        page = browser.goes(company, wanted="/booking/", cancel="1")
        assert page == f"/de/login/{company}/?next=%2Fbooking%2F&error=cancelled"
        assert browser.me()["role"] == "stranger"

    @pytest.mark.parametrize("company", ALL)
    @pytest.mark.parametrize(
        ("trouble", "code"),
        [
            (Trouble.USED_CODE, "refused"),
            (Trouble.DOWN, "unreachable"),
            (Trouble.WRONG_NONCE, "refused"),
            (Trouble.NO_NONCE, "refused"),
            (Trouble.WRONG_AUDIENCE, "refused"),
            (Trouble.WRONG_ISSUER, "refused"),
            (Trouble.FORGED, "refused"),
            (Trouble.UNSIGNED, "refused"),
            (Trouble.TOO_OLD, "refused"),
            (Trouble.NO_EMAIL, "no_email"),
        ],
    )
    def test_each_trouble_has_its_page(self, company: str, trouble: Trouble, code: str) -> None:
        browser = Traveller()
        assert error_of(browser.goes(company, **GOOD, trouble=trouble)) == code
        assert browser.me()["role"] == "stranger"
        assert not User.objects.exists()

    def test_an_answer_to_no_attempt_of_this_browser_is_nothing(self) -> None:
        victim, attacker = Traveller(), Traveller()
        back = attacker.at_company(attacker.address(), **GOOD)
        assert victim.back(*back)["Location"] == "http://localhost:3000/login/google/?error=expired"
        assert victim.me()["role"] == "stranger"
        assert not User.objects.exists()
        own = victim.at_company(victim.address(), **GOOD)
        stolen = (own[0], {**own[1], "code": back[1]["code"]}, own[2])
        assert error_of(victim.back(*stolen)["Location"]) == "refused", "PKCE binds a code to who asked for it"

    def test_an_answer_counts_once(self) -> None:
        browser = Traveller()
        back = browser.at_company(browser.address(), **GOOD)
        assert error_of(browser.back(*back)["Location"]) == ""
        gone = browser.call("delete", "/auth/session", {})
        assert gone.status_code == 401, gone.content
        assert browser.me()["role"] == "stranger"
        assert error_of(browser.back(*back)["Location"]) == "expired"
        assert browser.me()["role"] == "stranger"

    def test_an_answer_of_one_company_is_none_of_another(self) -> None:
        browser = Traveller()
        path, fields, is_form = browser.at_company(browser.address(), **GOOD)
        assert error_of(browser.back(path.replace("google", "microsoft"), fields, is_form)["Location"]) == "expired"

    def test_a_name_that_apple_told_another_attempt_is_not_taken(self, stand_ins: Fake) -> None:
        stand_ins._named.clear()
        browser = Traveller()
        path, fields, is_form = browser.at_company(browser.address("apple"), **GOOD)
        foreign = Client()
        foreign.post(path, {**fields, "state": "another", "user": '{"name": {"firstName": "Mallory"}}'})
        browser.client.cookies["company_name"] = foreign.cookies["company_name"].value
        del fields["user"]
        assert error_of(browser.back(path, fields, is_form)["Location"]) == ""
        assert User.objects.get().name == "nina.gardner"

    def test_the_company_is_down_when_it_begins(self, stand_ins: Fake) -> None:
        stand_ins.is_down = True
        assert Traveller().start().status_code == 502

    def test_nothing_of_an_answer_is_logged(self, caplog: pytest.LogCaptureFixture) -> None:
        browser = Traveller()
        path, fields, is_form = browser.at_company(browser.address(), **GOOD, trouble=Trouble.USED_CODE)
        browser.back(path, fields, is_form)
        logged = caplog.text
        assert "invalid_grant" in logged
        for secret in (fields["code"], fields["state"], GOOD["email"]):
            assert secret not in logged


@pytest.mark.usefixtures("stand_ins")
class TestStart:
    def test_needs_the_token_against_forged_requests(self) -> None:
        strict = Traveller(Client(enforce_csrf_checks=True))
        assert strict.start().status_code == 403

    @pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "evil"])
    def test_leads_to_no_other_site(self, wanted: str) -> None:
        assert Traveller().goes(wanted=wanted, **GOOD) == "/login/google/"

    def test_asks_for_what_is_needed_and_no_more(self) -> None:
        address = Traveller().address()
        for part in ("code_challenge_method=S256", "nonce=", "state=", "response_type=code", "%2Faccounts%2Fgoogle%2F"):
            assert part in address
        assert "code_challenge" not in Traveller().address("apple")

    def test_whoever_is_signed_in_does_not_sign_in_again(self) -> None:
        browser = Traveller().verified("signed.in@example.com")
        assert isinstance(browser, Traveller)
        assert browser.start().status_code == 409

    def test_nobody_connects_nothing(self) -> None:
        assert Traveller().start(process="connect").status_code == 401

    def test_what_is_not_understood_is_refused(self) -> None:
        assert Traveller().start(process="redirect").status_code == 400
        assert Traveller().start("facebook").status_code == 404

    def test_is_counted(self) -> None:
        answers = {Traveller().start().status_code for _ in range(STARTS.count)}
        assert answers == {200}
        assert Traveller().start().status_code == 429


class TestWithoutKeys:
    def test_nothing_is_offered_and_no_door_is_there(self) -> None:
        browser = Browser()
        assert browser.call("get", "/config").json()["data"]["socialaccount"]["providers"] == []
        for company in ALL:
            assert browser.post(f"/companies/{company}/start", process="login").status_code == 404
            assert browser.client.get(f"/accounts/{company}/callback/").status_code == 404
            assert browser.client.post(f"/accounts/{company}/callback/").status_code == 404

    @pytest.mark.parametrize("door", ["redirect", "token", "signup"])
    def test_the_doors_that_we_do_not_use_are_shut_with_keys_too(self, door: str, request: Any) -> None:
        assert Browser().post(f"/auth/provider/{door}").status_code == 404
        request.getfixturevalue("stand_ins")
        assert Client(enforce_csrf_checks=True).post(f"/_allauth/browser/v1/auth/provider/{door}").status_code == 404


@pytest.mark.usefixtures("stand_ins")
def test_only_companies_that_post_may_post() -> None:
    assert Client().post("/accounts/google/callback/", {"code": "1", "state": "2"}).status_code == 404
    assert Client().put("/accounts/apple/callback/").status_code == 405

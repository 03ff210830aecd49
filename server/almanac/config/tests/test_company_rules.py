"""Which companies there are, and whose word counts for a mailbox."""

from __future__ import annotations

from typing import Any

import environ
import pytest

from almanac.config.companies import keys
from almanac.config.companies.vouching import vouches
from fakes.sign_in_companies import companies


def env() -> environ.Env:
    return environ.Env()  # type: ignore[no-untyped-call]


def names() -> list[str]:
    return [app["name"] for app in keys.configured(env())]


@pytest.fixture
def all_keys(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in companies.registration().items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_without_keys_there_is_no_company() -> None:
    assert names() == []
    assert keys.unfinished(env()) == []


def test_each_company_comes_with_its_keys(all_keys: pytest.MonkeyPatch) -> None:
    assert names() == ["Google", "Microsoft", "Apple"]
    assert keys.unfinished(env()) == []
    assert all(address.startswith("https://") for address in keys.addresses(env()))


@pytest.mark.parametrize(("name", "company"), [(name, name.split("_")[2].title()) for name in companies.registration()])
def test_half_a_set_of_keys_is_none_and_is_told(all_keys: pytest.MonkeyPatch, name: str, company: str) -> None:
    all_keys.setenv(name, "")
    assert company not in names()
    assert keys.unfinished(env()) == [company]


@pytest.mark.parametrize(
    ("company", "claims", "expected"),
    [
        ("google", {"email": "Nina@GMAIL.com", "email_verified": True}, True),
        ("google", {"email": "nina@gmail.com", "email_verified": False}, False),
        ("google", {"email": "nina@gmail.com"}, False),
        ("google", {"email": "walter@workplace.example", "email_verified": True, "hd": "workplace.example"}, True),
        ("google", {"email": "walter@workplace.example", "email_verified": False, "hd": "workplace.example"}, False),
        ("google", {"email": "yara@elsewhere.example", "email_verified": True}, False),
        ("google", {"email": "nina@outlook.com", "email_verified": True}, False),
        ("google", {"email": "nina@gmail.com.evil.example", "email_verified": True}, False),
        ("microsoft", {"email": "olga@outlook.com", "xms_edov": True}, True),
        ("microsoft", {"email": "olga@outlook.com", "xms_edov": "1"}, True),
        ("microsoft", {"email": "olga@outlook.com", "email_verified": True}, False),
        ("microsoft", {"email": "nina@gmail.com", "xms_edov": True}, False),
        ("microsoft", {"email": "tim@tenant.example", "xms_edov": True, "hd": "tenant.example"}, False),
        ("apple", {"email": "x@privaterelay.appleid.com", "email_verified": "true"}, True),
        ("apple", {"email": "ada@icloud.com", "email_verified": "false"}, False),
        ("apple", {"email": "ada@elsewhere.example", "email_verified": True}, False),
    ],
)
def test_a_company_is_believed_for_the_mailboxes_it_runs(company: str, claims: dict[str, Any], expected: bool) -> None:
    assert vouches(company, claims) is expected

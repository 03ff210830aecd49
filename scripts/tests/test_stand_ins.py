"""Stand-ins of companies: started where a setting points to this machine, and nowhere else."""

from pathlib import Path

import pytest

from almanac_cli import paths, ports, run, settings, stack


def test_one_for_each_setting_of_this_machine() -> None:
    first, second = ports.free(2)
    env = {"GOOGLE_PLACES_URL": f"http://127.0.0.1:{first}", "POSTCODES_IO_URL": f"http://localhost:{second}"}
    found = {service.name: service.command[1:] for service in stack.stand_ins(env)}
    assert found == {
        "google_places": ["-m", "fakes.google_places", "--port", str(first)],
        "postcodes_io": ["-m", "fakes.postcodes_io", "--port", str(second)],
    }


@pytest.mark.parametrize("url", ["", "https://places.googleapis.com", "http://127.0.0.1", "http://places.example:8031"])
def test_none_for_the_company_itself(url: str) -> None:
    assert list(stack.stand_ins({"GOOGLE_PLACES_URL": url})) == []


@pytest.fixture
def product(tmp_path: Path) -> stack.Stack:
    """A product that is not started."""
    doors = stack.Ports(twilio=4032, push=4033)
    return stack.Stack(doors, tmp_path, stack.defaults(doors, "localhost"))


def test_who_carries_messages_is_stood_in_for_but_in_production(product: stack.Stack) -> None:
    found = {service.name: service.command[1:] for service in stack.message_carriers(product)}
    assert found == {
        "twilio": ["-m", "fakes.twilio", "--port", "4032"],
        "push_service": ["-m", "fakes.push_service", "--port", "4033"],
    }
    live = stack.Stack(product.ports, product.var, {**product.env, "ALMANAC_ENV": "production"})
    assert list(stack.message_carriers(live)) == []


def test_text_messages_go_to_the_account_that_the_stand_in_knows(product: stack.Stack) -> None:
    account = settings.read(paths.SERVER / "fakes" / "twilio" / "account.env")
    assert product.env["SMS_PROVIDER"] == "twilio"
    assert product.env["TWILIO_STAND_IN_URL"] == "http://127.0.0.1:4032"
    assert product.env["PUSH_STAND_IN_URL"] == "http://127.0.0.1:4033"
    assert set(account) == {"TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"}
    assert account.items() <= product.env.items()
    assert "  Text messages  http://localhost:4032/" in run.summary(product)


@pytest.mark.parametrize("given", [{"TWILIO_ACCOUNT_SID": "AC1"}, {"ALMANAC_ENV": "production"}])
def test_an_account_of_ones_own_is_mixed_with_nothing_of_the_stand_ins(given: dict[str, str]) -> None:
    found = stack.defaults(stack.Ports(), "localhost", given)
    assert [name for name in found if name.startswith("TWILIO_")] == []
    assert ("SMS_PROVIDER" in found) == ("TWILIO_ACCOUNT_SID" in given)

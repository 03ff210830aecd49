"""Stand-ins of companies: started where a setting points to this machine, and nowhere else."""

import pytest

from almanac_cli import ports, stack


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

"""Opens the shop that bench.http visits, and fills the baskets of the rush; prints the visitors' plan as JSON."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any

import django

django.setup()

from almanac.kit import clock  # noqa: E402
from bench import shop  # noqa: E402
from bench.scheduling_bench import DAY  # noqa: E402


def plan(rushing: int) -> dict[str, Any]:
    """Baskets that want the same start of one person, and the services that the thinking bookers choose from."""
    shop.open_shop()
    first_on = clock.now().date() + timedelta(days=2)
    return {
        "rush": shop.fill_baskets("door-1", rushing),
        "start": clock.instant(shop.MIDNIGHT + 2 * DAY + 10 * 3600).isoformat(),
        "services": [str(shop.service_id(f"team-{number:02}")) for number in range(shop.TEAMS)],
        "first_on": first_on.isoformat(),
        "last_on": (first_on + timedelta(days=6)).isoformat(),
    }


if __name__ == "__main__":
    print(json.dumps(plan(int(sys.argv[2]))))

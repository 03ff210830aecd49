"""A request that works at each door to a customer's points: VALClean gives points."""

from __future__ import annotations

from almanac.business.models import Setting
from tests.probe import Probe
from tests.world import World


def _given(world: World) -> None:
    """From now on."""
    Setting.objects.create(business=world.shop.business, group="points", values={"points_on": True})


POINT_PROBES: dict[str, Probe] = {
    "my_points": Probe("get", "/my-points", before=_given),
    "customer_points": Probe("get", "/customers/{customer}/points", before=_given),
    "correct_points": Probe(
        "post",
        "/customers/{customer}/points",
        {"business": "valclean", "points": 10, "reason": "a test"},
        before=_given,
    ),
}

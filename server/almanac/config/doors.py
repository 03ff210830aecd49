"""Every door of the API with who may use it, gathered from the modules; docs/permissions.md is written from here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from almanac.booking.doors import DOORS as BOOKING
from almanac.business.doors import DOORS as BUSINESS
from almanac.catalog.doors import DOORS as CATALOG
from almanac.customers.doors import DOORS as CUSTOMERS
from almanac.files.doors import DOORS as FILES
from almanac.invoices.doors import DOORS as INVOICES
from almanac.kit.doors import EVERYBODY, Door, Doors, Who
from almanac.notifications.doors import DOORS as NOTIFICATIONS
from almanac.payments.doors import DOORS as PAYMENTS
from almanac.people.doors import DOORS as PEOPLE
from almanac.places.doors import DOORS as PLACES
from almanac.reports.doors import DOORS as REPORTS
from almanac.sales.doors import DOORS as SALES
from almanac.scheduling.doors import DOORS as SCHEDULING

HEALTH: Doors = {
    "health_live": Door(EVERYBODY, "that the process answers"),
    "health_ready": Door(EVERYBODY, "whether database, cache and worker are well"),
}
BY_MODULE: dict[str, Doors] = {
    "files": FILES,
    "business": BUSINESS,
    "people": PEOPLE,
    "places": PLACES,
    "catalog": CATALOG,
    "scheduling": SCHEDULING,
    "sales": SALES,
    "customers": CUSTOMERS,
    "payments": PAYMENTS,
    "invoices": INVOICES,
    "booking": BOOKING,
    "notifications": NOTIFICATIONS,
    "reports": REPORTS,
    "health": HEALTH,
}
COLUMNS = (
    (Who.STRANGER, "stranger"),
    (Who.BASKET, "basket"),
    (Who.LINK, "link"),
    (Who.OTHER_LINK, "other link"),
    (Who.CUSTOMER, "customer"),
    (Who.OTHER_CUSTOMER, "other customer"),
    (Who.STAFF, "staff"),
    (Who.OTHER_STAFF, "other staff"),
    (Who.MANAGER, "manager"),
    (Who.OTHER_MANAGER, "other manager"),
    (Who.ADMIN, "admin"),
)
OPENING = """\
# Who may use which door

Written by `manage.py export_permissions` from the `doors.py` of each module (`make client`); `make check` fails when it
is out of date, and tests/test_access.py goes through every door as everybody. Do not edit.

Everybody is seen from what the door is about, an order of a customer with a visit by a staff member, say:

"""
MARKS = """
`yes`: may. `again`: may, and says once more first that it is them (ADR 19). `none`: may ask, and finds nothing of it in the
answer's list. Empty: refused with 401, 403 or 404.
"""


def every_door() -> dict[str, Door]:
    """All declarations by operation_id. Raises ValueError when two modules declare one."""
    found: dict[str, Door] = {}
    for doors in BY_MODULE.values():
        if twice := found.keys() & doors.keys():
            raise ValueError(f"declared twice: {', '.join(sorted(twice))}")
        found.update(doors)
    return found


def operations(document: dict[str, Any]) -> dict[str, str]:
    """`operation_id` -> `METHOD /path` of an OpenAPI document."""
    return {
        operation["operationId"]: f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


def as_markdown(document: dict[str, Any]) -> str:
    """The table of docs/permissions.md. Raises KeyError for a declared door that the document does not have."""
    words = "".join(f"- **{short}**: {who.value}\n" for who, short in COLUMNS)
    tables = "\n".join(_table(module, doors, operations(document)) for module, doors in BY_MODULE.items())
    return f"{OPENING}{words}{MARKS}\n{tables}"


def _table(module: str, doors: Doors, known: dict[str, str]) -> str:
    heads = ["door", *(short for _, short in COLUMNS), "what for"]
    rows = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    rows += [_row(name, door, known[name.split("?")[0]]) for name, door in doors.items()]
    return f"## {module}\n\n" + "\n".join(rows) + "\n"


def _row(name: str, door: Door, where: str) -> str:
    asked = f"`?{name.split('?')[1]}=`" if "?" in name else ""
    return f"| `{where}`{asked} | {' | '.join(_marks(door))} | {door.about} |"


def _marks(door: Door) -> Iterator[str]:
    for who, _ in COLUMNS:
        may = "again" if door.asks_again else "yes"
        yield may if who in door.may else "none" if door.lists else ""

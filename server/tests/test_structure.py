"""The structure check finds what it is there to find, and the product is as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.check_structure import SERVER, findings

LADDER = '[[tool.importlinter.contracts]]\nlayers = ["config", "(reports)", "booking | (ledger)", "kit"]\n'
MODULES = ("config", "booking", "kit")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small server that has nothing wrong with it."""
    (tmp_path / "pyproject.toml").write_text(LADDER)
    for module in MODULES:
        write(tmp_path, f"{module}/__init__.py", "")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / "almanac" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_nothing_wrong(tree: Path) -> None:
    write(tree, "booking/queries.py", '"""Reads."""\nfrom almanac.kit import clock\n')
    assert findings(tree) == []


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("booking/actions/__init__.py", "from .book import book\n", "empty-init"),
        ("booking/queries.py", "x = 1\n", "docstring"),
        ("booking/queries.py", '"""Reads."""\n' + "x = 1\n" * 350, "size"),
        ("booking/services.py", '"""Everything."""\n', "name"),
        ("booking/actions/utils.py", '"""Odds and ends."""\n', "name"),
        ("booking/stuff.py", '"""Some stuff."""\n', "name"),
        ("kit/helpers.py", '"""Help."""\n', "name"),
        ("booking/tasks.py", '"""Tasks."""\ndef run():\n    import json\n', "import-inside"),
        ("booking/apps.py", '"""App."""\nfrom django.db.models.signals import post_save\n', "signal"),
        ("booking/apps.py", '"""App."""\nfrom django.dispatch import receiver\n', "signal"),
        ("booking/actions.py", '"""Writes."""\nstamp = datetime.now(UTC)\n', "clock"),
        ("booking/actions.py", '"""Writes."""\nstamp = time.time()\n', "clock"),
        ("kit/money.py", '"""Money."""\nclass Price:\n    total_amount: float\n', "money"),
        ("kit/money.py", '"""Money."""\ndef pay(fee: float | None) -> None: ...\n', "money"),
        ("kit/money.py", '"""Money."""\nprice = models.FloatField()\n', "money"),
        ("booking/api.py", '"""Doors."""\nrows = Basket.objects.all()\n', "visible-to"),
        ("booking/api/orders.py", '"""Doors."""\nrows = Order.objects.all()\n', "visible-to"),
        ("gossip/__init__.py", "", "ladder"),
    ],
)
def test_each_rule_bites(tree: Path, name: str, text: str, rule: str) -> None:
    write(tree, name, text)
    assert [found.rule for found in findings(tree)] == [rule]


def test_a_rung_without_a_module(tree: Path) -> None:
    (tree / "almanac/booking/__init__.py").unlink()
    assert [found.rule for found in findings(tree)] == ["ladder"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kit/clock.py", '"""The clock."""\nreal = datetime.now(UTC)\n'),
        ("booking/models.py", '"""Tables."""\nrating = models.FloatField()\nminimum: float\n'),
        ("booking/tests/test_api.py", '"""Tests."""\nrows = Basket.objects.all()\n'),
        ("config/anything.py", '"""Roots choose their own names."""\n'),
    ],
)
def test_what_is_allowed(tree: Path, name: str, text: str) -> None:
    write(tree, name, text)
    assert findings(tree) == []


def test_the_product_itself() -> None:
    found = findings(SERVER)
    assert not found, "\n".join(map(str, found))

"""What a company needs of an administrator before it takes money for us: the names of its keys, and how it is spoken to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from almanac.payments.providers.online import OnlineProvider


@dataclass(frozen=True, slots=True)
class KeyField:
    """One of a company's keys: its name here and whether it may be seen again once it was set. One that is ours is made up by
    ourselves, and no administrator is asked for it. One `for_page` is needed only where cards are taken within our page."""

    name: str
    is_secret: bool
    is_ours: bool = False
    for_page: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a page of ours that takes cards may load from, as origins of a content policy."""

    scripts: tuple[str, ...]
    frames: tuple[str, ...]
    connects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """How a company takes cards within a page of ours: in frames of its own, which its script puts there. `key` names the key
    that every browser is given; `mode_of` tells "test" or "live" of it, "" of what is no such key. `script` and `sources` go by
    the address of its API ("" is the real one). `register` has it know our host, and says whether wallets are shown there."""

    key: str
    mode_of: Callable[[str], str]
    script: Callable[[str], str]
    sources: Callable[[str], Sources]
    register: Callable[[Mapping[str, str], str, str], bool]


@dataclass(frozen=True, slots=True)
class ProviderKind:
    """A company: `make` builds what speaks to it from its keys and the address of its API ("" is the real one)."""

    name: str
    keys: tuple[KeyField, ...]
    make: Callable[[Mapping[str, str], str], OnlineProvider]
    is_test_key: Callable[[Mapping[str, str]], bool]  # whether the keys are of the company's test mode
    currencies: frozenset[str] | None = None  # None: whatever we sell in
    tells_fees: bool = True  # whether it says what it kept of a payment
    is_told_where: bool = False  # each payment says where its messages go: nothing is to be set at the company
    own_page: OwnPage | None = None  # None: it takes payments on its own page alone

    @property
    def keys_for_page(self) -> frozenset[str]:
        """Names of the keys that only our own page needs."""
        return frozenset(field.name for field in self.keys if field.for_page)

    def takes(self, currencies: Collection[str]) -> bool:
        """Whether it takes money in each of these currencies."""
        return self.currencies is None or self.currencies.issuperset(currencies)

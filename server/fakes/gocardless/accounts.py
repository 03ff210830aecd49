"""Sample bank accounts and what becomes of debits from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

SORT_CODE = "200000"
_IBAN = re.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")


@dataclass(frozen=True, slots=True)
class Account:
    """`fails` is the bank's cause for a debit that does not come; `late` is that it is told only after it was paid out."""

    words: str
    fails: str = ""
    late: bool = False
    mandate_fails: bool = False
    charged_back: bool = False


ACCOUNTS = {
    "55779911": Account("pays"),
    "11111111": Account("has no money in it", fails="insufficient_funds"),
    "22222222": Account("is closed", fails="bank_account_closed", mandate_fails=True),
    "33333333": Account("pays, and takes it back days later", fails="refer_to_payer", late=True),
    "44444444": Account("pays, and its holder has it charged back", charged_back=True),
}


def account_numbered(number: str) -> Account:
    """What is known of an account by its last eight digits. Any other pays."""
    return ACCOUNTS.get(number[-8:], ACCOUNTS["55779911"])


def digits_of(scheme: str, given: dict[str, str]) -> str:
    """The account that was typed in, as one string; "" where it is none."""
    if scheme != "bacs":
        iban = given.get("iban", "").replace(" ", "").upper()
        return iban if _IBAN.fullmatch(iban) else ""
    sort_code = re.sub("[ -]", "", given.get("sort_code", ""))
    number = given.get("account_number", "").replace(" ", "")
    is_one = re.fullmatch("[0-9]{6}", sort_code) and re.fullmatch("[0-9]{8}", number) and int(number)
    return sort_code + number if is_one else ""

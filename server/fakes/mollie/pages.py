"""The hosted page: what is paid, a card, the bank's question, outcomes to choose; what it says when there is nothing to pay."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from fakes.mollie.book import Thing

STYLE = """
:root{color-scheme:light dark;--ink:#15181f;--soft:#5a6270;--paper:#fff;--line:#dfe3ea;--go:#0b57a4;--no:#b3123a}
@media (prefers-color-scheme:dark){:root{--ink:#f1f3f7;--soft:#a9b1c3;--paper:#13161d;--line:#343a48;--go:#86bdf3;--no:#ff8fa5}}
body{font:17px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:27rem;margin:0 auto;padding:1rem;
overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}th,td{padding:.35rem 0;border-bottom:1px solid var(--line);text-align:left;
font-weight:inherit}td{text-align:right;white-space:nowrap;padding-left:1rem}tfoot{font-weight:600}
label{display:block;margin:.8rem 0 .2rem}input{font:inherit;width:100%;padding:.6rem;box-sizing:border-box;border:1px solid
var(--soft);border-radius:6px;background:transparent;color:inherit}input[aria-invalid]{border:2px solid var(--no)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
button{font:inherit;font-weight:600;width:100%;min-height:48px;margin-top:1rem;border-radius:6px;border:1px solid var(--go);
background:var(--go);color:var(--paper);cursor:pointer}.quiet{background:transparent;color:var(--go)}
summary{min-height:44px;line-height:44px;cursor:pointer}a{color:var(--go);display:inline-block;min-height:44px;line-height:44px}
:focus-visible{outline:3px solid var(--go);outline-offset:2px}
.note{color:var(--soft)}.no{border-left:4px solid var(--no);padding-left:.8rem}
"""
CARDS_TO_TRY = """<details class="note"><summary>Cards to try</summary><ul>
<li>4242&nbsp;4242&nbsp;4242&nbsp;4242 pays</li><li>4000&nbsp;0027&nbsp;6000&nbsp;3184 asks the bank first</li>
<li>4000&nbsp;0000&nbsp;0000&nbsp;0002 is declined</li><li>4000&nbsp;0000&nbsp;0000&nbsp;9995 has not enough on it</li>
<li>4000&nbsp;0000&nbsp;0000&nbsp;0069 has expired</li><li>4000&nbsp;0000&nbsp;0000&nbsp;0077 is answered later</li>
<li>4000&nbsp;0000&nbsp;0000&nbsp;0259 is charged back afterwards</li></ul>
Any day to come, any three digits.</details>"""
OUTCOMES = {"paid": "Paid", "failed": "Failed", "canceled": "Cancelled", "expired": "Expired"}
NOTE = '<p class="note">This is a test stand-in for Mollie\'s page: no real money moves.</p>'


def pay(payment: Thing, problem: str = "", *, field: str = "", kept: Sequence[tuple[str, str]] = ()) -> str:
    """The page itself. `problem` is why the last try did not work, `field` where; `kept` are cards by id and words."""
    total = escape(amount(payment["amount"]))
    is_setup = payment["amount"]["value"].strip("0.") == ""
    words = "Save card" if is_setup else f"Pay {total}"
    said = f'<p class="no" role="alert" id="problem">{escape(problem)}</p>' if problem else ""
    again = "".join(
        f'<form method="post"><button class="quiet" name="kept" value="{escape(key)}">Pay with {escape(words)}</button></form>'
        for key, words in kept
    )
    choices = "".join(
        f'<button class="quiet" name="outcome" value="{key}">{words}</button>' for key, words in OUTCOMES.items()
    )
    return page(
        "Save a card" if is_setup else f"Pay {amount(payment['amount'])}",
        f"""{NOTE}{"" if is_setup else _table(payment, total)}{said}{again}
<form method="post">{_field("number", "Card number", "cc-number", field)}
<div class="two"><div>{_field("expiry", "Expiry", "cc-exp", field, ' placeholder="MM / YY"')}</div>
<div>{_field("cvc", "CVC", "cc-csc", field)}</div></div><button>{words}</button></form>
<form method="post"><button class="quiet" name="outcome" value="canceled">Back to the shop</button></form>
{CARDS_TO_TRY}<details class="note"><summary>Or choose how it ends</summary><form method="post">{choices}</form></details>""",
    )


def _table(payment: Thing, total: str) -> str:
    rows = "".join(
        f"<tr><th scope=row>{escape(line['description'])}</th><td>{escape(amount(line['totalAmount']))}</td></tr>"
        for line in payment.get("lines") or [{"description": payment["description"], "totalAmount": payment["amount"]}]
    )
    return f"<table><tbody>{rows}</tbody><tfoot><tr><th scope=row>Total</th><td>{total}</td></tr></tfoot></table>"


def _field(name: str, label: str, purpose: str, wrong: str, more: str = "") -> str:
    marks = ' aria-invalid="true" aria-describedby="problem"' if name == wrong else ""
    return (
        f'<label for="{name}">{label}</label><input id="{name}" name="{name}" inputmode="numeric"'
        f' autocomplete="{purpose}" required{marks}{more}>'
    )


def challenge(payment: Thing) -> str:
    """The bank's own question (3-D Secure)."""
    return page(
        "Your bank asks",
        f"""<p class="note">This is a test stand-in for a bank's page: no real money moves.</p>
<p>Do you want to pay {escape(amount(payment["amount"]))}?</p>
<form method="post"><button name="proof" value="complete">Complete</button>
<button class="quiet" name="proof" value="fail">Fail</button></form>""",
    )


def over(words: str, links: Sequence[tuple[str, str]] = ()) -> str:
    """Nothing can be paid here (any more)."""
    ways = "".join(f'<p><a href="{escape(href)}">{escape(text)}</a></p>' for href, text in links if href)
    return page("This page is over", f"<p>{escape(words)}</p>{ways}")


def amount(money: Thing) -> str:
    return f"{money['currency']} {money['value']}"


def page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style><main><h1>{escape(title)}</h1>{body}</main></html>"
    )

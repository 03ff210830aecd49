"""The hosted page: what is paid, a card, a wallet, 3-D Secure; and what it says when there is nothing to pay."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from fakes.stripe.book import Thing

NO_DECIMALS = (
    "bif",
    "clp",
    "djf",
    "gnf",
    "jpy",
    "kmf",
    "krw",
    "mga",
    "pyg",
    "rwf",
    "ugx",
    "vnd",
    "vuv",
    "xaf",
    "xof",
    "xpf",
)
STYLE = """
:root{color-scheme:light dark;--ink:#1a1f36;--soft:#5b6478;--paper:#fff;--line:#e3e8ee;--go:#0a5c9e;--no:#c0123c}
@media (prefers-color-scheme:dark){:root{--ink:#f1f3f7;--soft:#a9b1c3;--paper:#14171f;--line:#343a48;--go:#7db9ee;--no:#ff8fa5}}
body{font:17px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:27rem;margin:0 auto;padding:1rem;
overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}th,td{padding:.35rem 0;border-bottom:1px solid var(--line);text-align:left;
font-weight:inherit}td{text-align:right;white-space:nowrap;padding-left:1rem}tfoot{font-weight:600}
label{display:block;margin:.8rem 0 .2rem}input{font:inherit;width:100%;padding:.6rem;box-sizing:border-box;border:1px solid
var(--soft);border-radius:6px;background:transparent;color:inherit}input[aria-invalid]{border:2px solid var(--no)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
button{font:inherit;font-weight:600;width:100%;min-height:48px;margin-top:1rem;border-radius:6px;border:1px solid var(--go);
background:var(--go);color:var(--paper);cursor:pointer}.quiet{background:transparent;color:var(--go)}
a{color:var(--go);display:inline-block;min-height:44px;line-height:44px}
:focus-visible{outline:3px solid var(--go);outline-offset:2px}
.note{color:var(--soft)}.no{border-left:4px solid var(--no);padding-left:.8rem}
"""
CARDS_TO_TRY = """<details class="note"><summary>Cards to try</summary><ul>
<li>4242&nbsp;4242&nbsp;4242&nbsp;4242 pays</li><li>4000&nbsp;0027&nbsp;6000&nbsp;3184 asks the bank first</li>
<li>4000&nbsp;0000&nbsp;0000&nbsp;0002 is declined</li><li>4000&nbsp;0000&nbsp;0000&nbsp;9995 has not enough on it</li>
<li>4000&nbsp;0000&nbsp;0000&nbsp;0069 has expired</li><li>4000&nbsp;0000&nbsp;0000&nbsp;0259 is disputed afterwards</li></ul>
Any day to come, any three digits.</details>"""


def pay(session: Thing, problem: str = "", *, field: str = "", kept: Sequence[tuple[str, str]] = ()) -> str:
    """The page itself. `problem` is why the last try did not work, `field` where; `kept` are cards by id and words."""
    total = amount(session["amount_total"], session["currency"])
    rows = "".join(
        f"<tr><th scope=row>{escape(name)}</th><td>{amount(value, session['currency'])}</td></tr>"
        for name, value in session["_lines"]
    )
    said = f'<p class="no" role="alert" id="problem">{escape(problem)}</p>' if problem else ""
    back, action = session["cancel_url"], f"/c/pay/{session['id']}"  # also under the bank's question
    leave = f'<p><a href="{escape(back)}">Back to the shop</a></p>' if back else ""
    again = "".join(
        f'<form method="post" action="{action}"><button class="quiet" name="kept" value="{escape(key)}">'
        f"Pay with {escape(words)}</button></form>"
        for key, words in kept
    )
    return page(
        f"Pay {total}",
        f"""<p class="note">This is a test stand-in for Stripe's page: no real money moves.</p>
<table><tbody>{rows}</tbody><tfoot><tr><th scope=row>Total</th><td>{total}</td></tr></tfoot></table>{said}{again}
<form method="post" action="{action}"><button class="quiet" name="wallet" value="1">Pay with wallet</button></form>
{_card_form(action, field, f"Pay {total}")}{leave}{CARDS_TO_TRY}""",
    )


def leave(session: Thing, problem: str = "", *, field: str = "") -> str:
    """The page on which a card is left for later."""
    said = f'<p class="no" role="alert" id="problem">{escape(problem)}</p>' if problem else ""
    back, action = session["cancel_url"], f"/c/pay/{session['id']}"
    away = f'<p><a href="{escape(back)}">Back to the shop</a></p>' if back else ""
    return page(
        "Save a card",
        f"""<p class="note">This is a test stand-in for Stripe's page: no real money moves.</p>{said}
{_card_form(action, field, "Save card")}{away}{CARDS_TO_TRY}""",
    )


def _card_form(action: str, wrong: str, words: str) -> str:
    return f"""<form method="post" action="{action}">
{_field("number", "Card number", "cc-number", wrong)}
<div class="two"><div>{_field("expiry", "Expiry", "cc-exp", wrong, ' placeholder="MM / YY"')}</div>
<div>{_field("cvc", "CVC", "cc-csc", wrong)}</div></div>
<button>{words}</button></form>"""


def _field(name: str, label: str, purpose: str, wrong: str, more: str = "") -> str:
    marks = ' aria-invalid="true" aria-describedby="problem"' if name == wrong else ""
    return (
        f'<label for="{name}">{label}</label><input id="{name}" name="{name}" inputmode="numeric"'
        f' autocomplete="{purpose}" required{marks}{more}>'
    )


def challenge(session: Thing) -> str:
    """The bank's own question (3-D Secure)."""
    return page(
        "Your bank asks",
        f"""<p class="note">This is a test stand-in for a bank's page: no real money moves.</p>
<p>{_asked(session)}</p>
<form method="post"><button name="proof" value="complete">Complete</button>
<button class="quiet" name="proof" value="fail">Fail</button></form>""",
    )


def _asked(session: Thing) -> str:
    if session["mode"] == "setup":
        return "Do you want to save this card?"
    return f"Do you want to pay {amount(session['amount_total'], session['currency'])}?"


def over(words: str, links: Sequence[tuple[str, str]] = ()) -> str:
    """Nothing can be paid here (any more)."""
    ways = "".join(f'<p><a href="{escape(href)}">{escape(text)}</a></p>' for href, text in links)
    return page("This page is over", f"<p>{escape(words)}</p>{ways}")


def amount(value: int, currency: str) -> str:
    """ "GBP 52.00", in whole yen for yen."""
    if currency.lower() in NO_DECIMALS:
        return f"{currency.upper()} {value}"
    return f"{currency.upper()} {value // 100}.{value % 100:02d}"


def page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style><main><h1>{escape(title)}</h1>{body}</main></html>"
    )

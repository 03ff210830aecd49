"""The stand-ins' pages: who are you, may this site know it; and Apple's that posts the answer."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from fakes.sign_in_companies.companies import Company
from fakes.sign_in_companies.people import PEOPLE, Account, Trouble

STYLE = "body{font:17px/1.5 sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1rem}"


def consent(company: Company, asked: Mapping[str, str]) -> str:
    """Choose an account, or cancel. What was asked comes along."""
    kept = _hidden(asked)
    people = "".join(_person(account, kept) for account in PEOPLE[company.name])
    troubles = "".join(f"<option>{trouble}</option>" for trouble in Trouble)
    return _page(
        f"Sign in with {company.title}",
        f"""<p>This stands in for {company.title}. The site wants to know your name and e-mail address.</p>
{people}
<form method="post">{kept}
<h2>Another account</h2>
<p><label>Address <input name="email" type="email" required></label></p>
<p><label>Name <input name="name"></label></p>
<p><label><input name="verified" type="checkbox" checked> {company.title} has verified the address</label></p>
<p><label>Trouble <select name="trouble">{troubles}</select></label></p>
<button>Continue as this person</button></form>
<form method="post">{kept}<p><button name="cancel" value="1">Cancel</button></p></form>""",
    )


def posting(address: str, fields: Mapping[str, str]) -> str:
    """OAuth 2.0 Form Post Response Mode: the answer, sent on by the browser itself."""
    form = f'<form method="post" action="{escape(address)}">{_hidden(fields)}<noscript><button>Go on</button></noscript></form>'
    return _page("One moment", f"{form}<script>document.forms[0].submit()</script>")


def refusal(words: str) -> str:
    return _page("Error 400", f"<p>{escape(words)}</p>")


def _person(account: Account, kept: str) -> str:
    own = {"email": account.email, "name": account.name, **({"verified": "on"} if account.is_verified else {})}
    label = f"{escape(account.name)} ({escape(account.email)})"
    return f'<form method="post">{kept}{_hidden(own)}<p><button>{label}</button></p></form>'


def _hidden(fields: Mapping[str, str]) -> str:
    return "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields.items()
    )


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style><h1>{escape(title)}</h1>{body}</html>"
    )

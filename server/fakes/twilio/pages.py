"""The page for people: a phone for each number that was written to, its messages and a box to answer in. No scripts."""

from __future__ import annotations

from html import escape

from fakes.serving import Answer, Asked, as_page, go_to
from fakes.twilio.account import FROM
from fakes.twilio.book import Book, Thing
from fakes.twilio.control import number
from fakes.twilio.incoming import receive

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
STYLE = """
:root { color-scheme: light dark; --paper: #F3F1EA; --raised: #FFFFFF; --ink: #1F2430; --muted: #5B6270;
  --line: #D9D4C7; --accent: #1D6B57; --accent-ink: #FFFFFF; --bubble: #E9E6DC; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171C; --raised: #1C2027; --ink: #ECE9E1; --muted: #A6ABB6;
  --line: #3A414C; --accent: #6CC3A6; --accent-ink: #14171C; --bubble: #2A303A; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 1100px; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 4px; } h2 { font-size: 19px; margin: 0; }
p { margin: 0 0 16px; } .muted, small { color: var(--muted); font-size: 15px; } a { color: var(--accent); }
header { display: flex; flex-wrap: wrap; gap: 16px; justify-content: space-between; margin-bottom: 24px; }
.phones { display: grid; gap: 24px; grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
  align-items: start; }
.phone { background: var(--raised); border: 2px solid var(--line); border-radius: 28px; padding: 20px 16px; }
ol { list-style: none; margin: 16px 0 0; padding: 0; display: grid; gap: 12px; }
.words { background: var(--bubble); border-radius: 16px; padding: 10px 14px; margin: 0; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.own { padding-left: 40px; } .own .words { background: var(--accent); color: var(--accent-ink); }
form.reply { display: flex; gap: 8px; margin-top: 12px; align-items: end; } form.reply label { flex: 1; font-size: 15px; }
input { font: inherit; width: 100%; min-height: 48px; padding: 0 12px; border: 1px solid var(--muted);
  border-radius: 10px; background: transparent; color: inherit; }
button { font: inherit; min-height: 48px; padding: 0 20px; border-radius: 10px; cursor: pointer;
  border: 1px solid var(--muted); background: var(--raised); color: var(--ink); white-space: nowrap; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
"""


def seen(book: Book, asked: Asked) -> Answer:
    """A page, or what a button on it does."""
    form = asked.form() if asked.method == "POST" else {}
    match asked.method, asked.path:
        case "GET", "/phone/":
            found = as_page(200, phones(book))
        case "POST", "/phone/reply":
            if form.get("Body", "").strip():
                receive(book, number(form["From"]), form["Body"])
            found = go_to("/")
        case "POST", "/phone/clear":
            book.clear()
            found = go_to("/")
        case _:
            found = as_page(404, _page("Not here", '<h1>Not here</h1><p><a href="/">See all messages</a></p>'))
    found.headers |= {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"}
    return found


def phones(book: Book) -> str:
    """Every number with its messages, that of the newest message first."""
    by_number: dict[str, list[Thing]] = {}
    for message in book.newest_first():
        by_number.setdefault(whose(message), []).append(message)
    clear = '<form method="post" action="/phone/clear"><button>Empty the phones</button></form>' if by_number else ""
    drawn = "".join(_phone(book, owner, found) for owner, found in by_number.items())
    body = f'<div class="phones">{drawn}</div>' if drawn else "<p>Nothing yet. Book something by text message.</p>"
    return _page(
        "Text messages",
        '<header><div><h1>Text messages</h1><p class="muted">Every text message that was sent on this machine. '
        f'Nothing leaves it. <a href="/">Look again</a></p></div>{clear}</header>{body}',
    )


def whose(message: Thing) -> str:
    return str(message["from"] if message["direction"] == "inbound" else message["to"])


def _phone(book: Book, owner: str, messages: list[Thing]) -> str:
    safe, wants_none = escape(owner), (owner, FROM) in book.unsubscribed
    note = '<p class="muted">Has answered STOP and gets nothing more. START undoes it.</p>' if wants_none else ""
    return (
        f'<section class="phone" aria-label="Phone {safe}"><h2>{safe}</h2>{note}'
        f'<form class="reply" method="post" action="/phone/reply"><input type="hidden" name="From" value="{safe}">'
        f'<label>Answer, or STOP or START<input name="Body" autocomplete="off" maxlength="1600"></label>'
        f"<button>Send</button></form><ol>{''.join(map(_bubble, messages))}</ol></section>"
    )


def _bubble(message: Thing) -> str:
    count = message["num_segments"]
    facts = [
        "" if message["direction"] == "inbound" else f"from {message['from'] or 'the messaging service'}",
        message["date_sent"] or message["date_created"],
        f"{count} segment" + "s" * (count != "1"),
        message["status"],
        f"{message['error_code']}: {message['error_message']}" if message["error_code"] else "",
    ]
    kind = ' class="own"' if message["direction"] == "inbound" else ""
    return (
        f'<li{kind}><p class="words" dir="auto">{escape(message["body"])}</p>'
        f"<small>{escape(', '.join(filter(None, facts)))}</small></li>"
    )


def _page(title: str, content: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>{content}</main></body></html>"
    )

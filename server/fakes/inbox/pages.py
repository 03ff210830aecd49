"""The inbox's three pages, without scripts."""

from __future__ import annotations

from html import escape

from fakes.inbox.store import Attachment, Mail

STYLE = """
:root { color-scheme: light dark; --paper: #FBFAF6; --raised: #FFFFFF; --ink: #1F2430; --muted: #5B6270;
  --line: #E4E0D6; --accent: #1D6B57; --accent-ink: #FFFFFF; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171C; --raised: #1C2027; --ink: #ECE9E1; --muted: #A6ABB6;
  --line: #2E343D; --accent: #6CC3A6; --accent-ink: #14171C; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 17px/1.5 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 820px; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font: 600 30px/1.2 "Source Serif 4", Georgia, serif; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font: 600 20px/1.3 "Source Serif 4", Georgia, serif; margin: 32px 0 8px; }
p { margin: 0 0 16px; } .muted { color: var(--muted); } a { color: var(--accent); }
header { display: flex; gap: 16px; align-items: start; justify-content: space-between; margin-bottom: 24px; }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
ol a { display: block; padding: 14px 4px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
ol a:hover strong { text-decoration: underline; }
ol span { display: block; color: var(--muted); font-size: 15px; overflow-wrap: anywhere; }
button { font: inherit; min-height: 48px; padding: 0 20px; border-radius: 10px; cursor: pointer;
  border: 1px solid var(--line); background: var(--raised); color: var(--ink); white-space: nowrap; }
iframe { width: 100%; height: 720px; border: 1px solid var(--line); border-radius: 10px; background: #FBFAF6; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--raised); border: 1px solid var(--line);
  border-radius: 10px; padding: 16px; font: 15px/1.5 ui-monospace, monospace; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 0 0 24px; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
"""


def listing(mails: list[Mail], to: str) -> str:
    """All mails, newest first."""
    clear = '<form method="post" action="/clear"><button>Empty the inbox</button></form>' if mails else ""
    shown = f"Mails to {escape(to)}" if to else "Every mail that was sent on this machine. Nothing leaves it."
    rows = "".join(_row(mail) for mail in mails)
    listed = f"<ol>{rows}</ol>" if mails else "<p>Nothing yet. Book something, and its messages appear here.</p>"
    head = f'<header><div><h1>Inbox</h1><p class="muted">{shown}</p></div>{clear}</header>'
    return _page("Inbox", head + listed)


def opened(mail: Mail) -> str:
    """One mail. Its HTML is shown in a frame that may neither run scripts nor reach anything."""
    facts = "".join(
        f"<dt>{name}</dt><dd><bdi>{escape(value)}</bdi></dd>"
        for name, value in (("From", mail.sender), ("To", ", ".join(mail.to)), ("Sent", _when(mail)))
    )
    frame = (
        '<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The mail as HTML"'
        f' src="/messages/{mail.id}/html"></iframe>'
        if mail.html
        else ""
    )
    files = "".join(_file(mail, number, item) for number, item in enumerate(mail.attachments))
    listed = f"<h2>Files</h2><ul>{files}</ul>" if files else ""
    return _page(
        mail.subject,
        f'<p><a href="/">All mails</a></p><h1><bdi>{escape(mail.subject)}</bdi></h1><dl>{facts}</dl>{frame}{listed}'
        f'<h2>As plain text</h2><pre dir="auto">{escape(mail.text)}</pre>'
        f'<p><a href="/messages/{mail.id}/source">The whole source</a></p>',
    )


def framed(html: str) -> str:
    """A mail's HTML with its links opening a page of their own: ours refuse to be shown in a frame."""
    return html.replace("<head>", '<head><base target="_blank">', 1)


def missing() -> str:
    return _page("Not here", '<h1>Not here</h1><p>There is no such mail. <a href="/">See all mails</a></p>')


def _row(mail: Mail) -> str:
    files = f", {len(mail.attachments)} file" + "s" * (len(mail.attachments) > 1) if mail.attachments else ""
    return (
        f'<li><a href="/messages/{mail.id}"><strong><bdi>{escape(mail.subject)}</bdi></strong>'
        f"<span>To {escape(', '.join(mail.to))}, {escape(_when(mail))}{files}</span></a></li>"
    )


def _file(mail: Mail, number: int, item: Attachment) -> str:
    return f'<li><a href="/messages/{mail.id}/files/{number}">{escape(item.name)}</a> ({item.size} bytes)</li>'


def _when(mail: Mail) -> str:
    return mail.received.replace("T", " ")[:16] + " UTC" if mail.received else "at an unknown time"


def _page(title: str, content: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>{content}</main></body></html>"
    )

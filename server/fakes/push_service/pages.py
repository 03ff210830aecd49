"""The page for people: what browsers were pushed, as they would read it. No scripts."""

from __future__ import annotations

from html import escape
from typing import Any

from fakes.push_service.agents import Agents
from fakes.serving import Answer, as_page

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
STYLE = """
:root { color-scheme: light dark; --paper: #FBFAF6; --raised: #FFFFFF; --ink: #1F2430; --muted: #5B6270; --line: #D9D4C7;
  --accent: #1D6B57; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171C; --raised: #1C2027; --ink: #ECE9E1; --muted: #A6ABB6;
  --line: #3A414C; --accent: #6CC3A6; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 820px; margin: 0 auto; padding: 32px 16px 64px; } h1 { font-size: 30px; margin: 0 0 4px; }
ol { list-style: none; margin: 24px 0 0; padding: 0; display: grid; gap: 16px; } a { color: var(--accent); }
li { background: var(--raised); border: 1px solid var(--line); border-radius: 14px; padding: 14px 16px; }
pre { margin: 0 0 6px; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.muted, small { color: var(--muted); font-size: 15px; overflow-wrap: anywhere; }
"""


def page(agents: Agents) -> Answer:
    rows = "".join(map(_row, agents.told()))
    listed = f"<ol>{rows}</ol>" if rows else "<p>Nothing yet.</p>"
    found = as_page(
        200,
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Push messages</title>'
        f"<style>{STYLE}</style></head><body><main><h1>Push messages</h1>"
        f'<p class="muted">To {len(agents.by_id)} subscriptions of browsers that are stood in for here. '
        f'<a href="/">Look again</a></p>{listed}</main></body></html>',
    )
    found.headers |= {"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"}
    return found


def _row(message: dict[str, Any]) -> str:
    words = message["text"] if message["text"] is not None else f"Cannot be read: {message['problem']}"
    topic = f"topic {message['topic']}" if message["topic"] else ""
    facts = [message["state"], message["at"], f"urgency {message['urgency']}", topic, f"for {message['ttl']} s"]
    said = ", ".join(filter(None, facts))
    return (
        f'<li><pre dir="auto">{escape(words)}</pre><small>{escape(said)}<br>{escape(message["endpoint"])}</small></li>'
    )

"""The frame within the shop's page: the card's fields, cards that are kept, a wallet, and the bank's question (3-D Secure)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from fakes.stripe.pages import CARDS_TO_TRY

STYLE = """
:root{--ink:#1a1f36;--paper:#fff;--go:#0a5c9e;--no:#c0123c}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0;padding:4px;overflow-wrap:anywhere}
label{display:block;margin:.6rem 0 .2rem}.way{display:flex;gap:.6rem;align-items:center;min-height:44px;margin:0}
.way input{width:1.2rem;height:1.2rem;flex:none}
input:not([type=radio]){font:inherit;width:100%;padding:.6rem;box-sizing:border-box;border:1px solid var(--ink);
border-radius:6px;background:transparent;color:inherit}fieldset{border:0;margin:0;padding:0}
.two{display:grid;grid-template-columns:1fr 1fr;gap:.8rem}[hidden]{display:none!important}
button{font:inherit;min-height:44px;padding:0 1rem;margin:.4rem .6rem .4rem 0;border-radius:6px;border:1px solid var(--go);
background:transparent;color:var(--go)}summary{min-height:44px;line-height:44px}
.no{color:var(--no)}:focus-visible{outline:3px solid var(--go);outline-offset:2px}
"""
# The shop's page speaks with the frame through one port, and never sees what is typed here.
SCRIPT = """
const known = Object.fromEntries(new URLSearchParams(location.search));
const form = document.querySelector("form"), bank = document.getElementById("bank"), problem = document.getElementById("problem");
let port = null;
const say = (message) => port && port.postMessage(message);
const grow = () => say({ kind: "height", height: document.documentElement.scrollHeight });
const show = (question) => { form.hidden = question; bank.hidden = !question; grow(); if (question) bank.focus(); };
async function send(fields) {
  const body = new URLSearchParams({ ...fields, ...known });
  const answer = await (await fetch(location.pathname, { method: "POST", body })).json();
  show(answer.result === "challenge");
  problem.textContent = answer.error ? answer.error.message : "";
  grow();
  if (answer.result !== "challenge") say({ kind: "result", answer });
}
const typed = () => Object.fromEntries(new FormData(form));
form.addEventListener("change", () => {
  const fields = document.getElementById("fields");
  fields.hidden = (typed().way || "new") !== "new";
  grow();
});
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of bank.querySelectorAll("button")) button.onclick = () => void send({ proof: button.value });
addEventListener("message", (event) => {
  if (event.data !== "stand-in" || !event.ports[0] || port) return;
  port = event.ports[0];
  port.onmessage = ({ data }) => {
    if (data.kind === "confirm") void send(typed());
    for (const [name, value] of Object.entries(data.look || {})) document.documentElement.style.setProperty(name, value);
  };
  say({ kind: form.dataset.open ? "ready" : "loaderror" });
  grow();
  new ResizeObserver(grow).observe(document.body);
});
"""


def frame(kept: Sequence[tuple[str, str]], *, is_open: bool) -> str:
    """The whole frame; `kept` are cards by id and words."""
    ways = [*kept, ("new", "Card"), ("wallet", "Wallet")]
    chosen = ways[0][0]
    radios = "".join(
        f'<label class="way"><input type="radio" name="way" value="{escape(key)}"{" checked" if key == chosen else ""}>'
        f"{escape(words)}</label>"
        for key, words in ways
    )
    return f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Card details</title><style>{STYLE}</style>
<p>This is a test stand-in for Stripe's fields: no real money moves.</p>
<p class="no" role="alert" id="problem"></p>
<form data-open="{"yes" if is_open else ""}" novalidate><fieldset><legend>How</legend>{radios}</fieldset>
<div id="fields"{"" if chosen == "new" else " hidden"}>
<label for="number">Card number</label>
<input id="number" name="number" inputmode="numeric" autocomplete="cc-number">
<div class="two"><div><label for="expiry">Expiry</label>
<input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" placeholder="MM / YY"></div>
<div><label for="cvc">CVC</label><input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc"></div></div>
{CARDS_TO_TRY}</div></form>
<section id="bank" hidden tabindex="-1" aria-label="Your bank asks"><h2>Your bank asks</h2><p>Do you want to pay?</p>
<button value="complete">Complete</button><button value="fail">Fail</button></section>
<script>{SCRIPT}</script></html>"""

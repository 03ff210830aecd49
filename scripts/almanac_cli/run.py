"""`make run`: install, check the ports, prepare, start, tell where everything is, stay until Ctrl-C."""

import os
from collections.abc import Mapping
from pathlib import Path

from almanac_cli import install, paths, ports, say, settings, stack


def run(*, verbose: bool = False) -> None:
    """Run the whole product on this machine with its data kept in var/."""
    var = settings.var_dir()
    given = {**settings.read(paths.ROOT / ".env"), **os.environ}
    fakes_companies = given.get("ALMANAC_FAKE_SIGN_IN", "").lower() in ("true", "1", "yes", "on")
    doors = chosen_ports(given)
    ports.require_free(doors.named(fakes_companies))
    install.install()
    own = stack.company_keys(doors) if fakes_companies else {}
    env = settings.environment(var, stack.defaults(doors, "localhost", given) | own)
    product = stack.Stack(doors, var, env, fakes_companies=fakes_companies)
    stack.prepare(product, sample_data=env["ALMANAC_ENV"] != "production")
    say.line("Starting API, worker, mail inbox and web ...")
    with stack.up(product, verbose=verbose) as supervisor:
        say.line(summary(product))
        supervisor.watch()


def chosen_ports(env: Mapping[str, str]) -> stack.Ports:
    """The ports to use. Raises Trouble for one that is no port, or named twice."""
    plain = stack.Ports()
    numbers = [port_number(variable, env.get(variable) or str(default)) for _, default, variable in plain.named(True)]
    if len(set(numbers)) < len(numbers):
        raise say.Trouble(f"Two parts of Almanac were given the same port: {', '.join(map(str, numbers))}.")
    return stack.Ports(*numbers)


def port_number(variable: str, text: str) -> int:
    """A port from the environment."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise say.Trouble(f"{variable}={text} is no port; it must be a number from 1 to 65535.")
    return int(text)


def summary(product: stack.Stack) -> str:
    """Where everything is, aligned, and the demo sign-ins."""
    rows = [
        ("Site", f"{product.web_url}/"),
        ("API", f"{product.web_url}/api/docs/"),
        ("Admin", f"{product.web_url}/admin/"),
        ("Mail inbox", f"{product.inbox_url}/"),
        ("Payments", "by stand-ins for Stripe, Mollie, PayPal and GoCardless: no real money; card 4242 4242 4242 4242"),
        *text_message_rows(product),
        ("Data", f"{paths.shown(product.var)}{os.sep}"),
        ("Logs", f"{paths.shown(product.log_dir)}{os.sep}"),
    ]
    lines = ["", say.paint("Almanac is running.", "1"), "", *(f"  {name:<15}{value}" for name, value in rows)]
    lines += ["", *sign_in_lines(product.sign_ins), "Stop with Ctrl-C."]
    return "\n".join(lines)


def text_message_rows(product: stack.Stack) -> list[tuple[str, str]]:
    """The phone on which text messages arrive, where it is theirs."""
    is_stood_in = product.env.get("TWILIO_STAND_IN_URL") and product.env.get("SMS_PROVIDER") == "twilio"
    return [("Text messages", f"{product.phone_url}/")] if is_stood_in else []


def sign_in_lines(path: Path) -> list[str]:
    """The demo sign-ins as they were written when the sample data was made."""
    if not path.is_file():
        return []
    written = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [f"  Demo sign-ins (kept in {paths.shown(path)})", *(f"    {line}" for line in written if line), ""]

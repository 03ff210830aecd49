"""The whole product as processes: API, worker, mail inbox and web, prepared, started, waited for, stopped."""

import http.client
import json
import os
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from functools import partial
from pathlib import Path

from almanac_cli import logs, node, paths, ports, processes, say, settings, web
from almanac_cli.supervisor import Service, Supervisor

KEPT_OPEN_MS = 75_000
READY_SECONDS = 90.0
STAND_INS = {"GOOGLE_PLACES_URL": "fakes.google_places", "POSTCODES_IO_URL": "fakes.postcodes_io"}
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through a proxy to our own machine


@dataclass(frozen=True)
class Ports:
    """Where the doors are."""

    web: int = 3000
    api: int = 8000
    smtp: int = 8025
    inbox: int = 8026
    stripe: int = 8028  # the stand-ins for companies that take money
    paypal: int = 8029
    gocardless: int = 8030
    mollie: int = 8031
    twilio: int = 8032  # the stand-ins for who carries messages
    push: int = 8033
    companies: int = 8027  # the stand-ins to sign in with, where they are wanted

    def named(self, fakes_companies: bool = False) -> list[tuple[str, int, str]]:
        """What each is for, its number, and the variable that chooses another."""
        return [
            ("web pages", self.web, "ALMANAC_WEB_PORT"),
            ("API", self.api, "ALMANAC_API_PORT"),
            ("mail inbox, SMTP", self.smtp, "ALMANAC_INBOX_SMTP_PORT"),
            ("mail inbox, page", self.inbox, "ALMANAC_INBOX_PORT"),
            ("Stripe stand-in", self.stripe, "ALMANAC_FAKE_STRIPE_PORT"),
            ("PayPal stand-in", self.paypal, "ALMANAC_FAKE_PAYPAL_PORT"),
            ("GoCardless stand-in", self.gocardless, "ALMANAC_FAKE_GOCARDLESS_PORT"),
            ("Mollie stand-in", self.mollie, "ALMANAC_FAKE_MOLLIE_PORT"),
            ("Twilio stand-in", self.twilio, "ALMANAC_FAKE_TWILIO_PORT"),
            ("push stand-in", self.push, "ALMANAC_FAKE_PUSH_PORT"),
            *([("sign-in companies", self.companies, "ALMANAC_FAKE_SIGN_IN_PORT")] if fakes_companies else []),
        ]


@dataclass(frozen=True)
class Stack:
    """A product to run: its doors, its data and the environment of its processes."""

    ports: Ports
    var: Path
    env: Mapping[str, str]
    host: str = "localhost"  # the name browsers use; cookies and CSRF go by it
    fakes_companies: bool = False  # whether Google, Microsoft and Apple are stood in for

    @property
    def web_url(self) -> str:
        """Where a browser goes."""
        return f"http://{self.host}:{self.ports.web}"

    @property
    def api_url(self) -> str:
        """Where the API answers; an address, so that no resolver decides between IPv4 and IPv6."""
        return f"http://127.0.0.1:{self.ports.api}"

    @property
    def inbox_url(self) -> str:
        """Where the mails that were sent can be read."""
        return f"http://{self.host}:{self.ports.inbox}"

    @property
    def phone_url(self) -> str:
        """Where the text messages that were sent can be read and answered."""
        return f"http://{self.host}:{self.ports.twilio}"

    @property
    def sign_ins(self) -> Path:
        """Demo sign-ins with their passwords, written by the sample data."""
        return self.var / "demo-sign-ins.txt"

    @property
    def log_dir(self) -> Path:
        """Where every process writes its log."""
        return self.var / "log"


def defaults(doors: Ports, host: str, given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Settings that follow from the ports. `given` are those of the user, which win over them."""
    return {
        **text_messages(doors, given or {}),
        "ALMANAC_ENV": "development",
        "DJANGO_SETTINGS_MODULE": "almanac.config.settings",
        "PUBLIC_URL": f"http://{host}:{doors.web}",
        "EMAIL_URL": f"smtp://127.0.0.1:{doors.smtp}",
        "ALMANAC_API_URL": f"http://127.0.0.1:{doors.api}",
        "STRIPE_STAND_IN_URL": f"http://127.0.0.1:{doors.stripe}",
        "PAYPAL_STAND_IN_URL": f"http://127.0.0.1:{doors.paypal}",
        "GOCARDLESS_STAND_IN_URL": f"http://127.0.0.1:{doors.gocardless}",
        "MOLLIE_STAND_IN_URL": f"http://127.0.0.1:{doors.mollie}",
        "PUSH_STAND_IN_URL": f"http://127.0.0.1:{doors.push}",
    }


def text_messages(doors: Ports, given: Mapping[str, str]) -> dict[str, str]:
    """Settings by which text messages go to the stand-in. Nothing of its account is mixed with an account of the user's own, and
    production has none of it."""
    if given.get("ALMANAC_ENV") == "production":
        return {}
    if given.get("TWILIO_ACCOUNT_SID"):
        return {"SMS_PROVIDER": "twilio"}
    account = settings.read(paths.SERVER / "fakes" / "twilio" / "account.env")
    return {"SMS_PROVIDER": "twilio", "TWILIO_STAND_IN_URL": f"http://127.0.0.1:{doors.twilio}", **account}


def company_keys(doors: Ports) -> dict[str, str]:
    """Settings by which the site signs people in with the stand-ins for Google, Microsoft and Apple."""
    base = f"http://127.0.0.1:{doors.companies}"
    return {
        **settings.read(paths.SERVER / "fakes" / "sign_in_companies" / "keys.env"),
        "SIGN_IN_GOOGLE_URL": f"{base}/google",
        "SIGN_IN_MICROSOFT_URL": f"{base}/microsoft/common/v2.0",
        "SIGN_IN_APPLE_URL": f"{base}/apple",
    }


# One process for all of them: starting Django takes longer than finding that there is nothing to do.
COMMANDS = """
import json, sys, django
from django.core.management import call_command
django.setup()
for arguments in json.loads(sys.argv[1]):
    print("manage.py", *arguments, flush=True)
    call_command(*arguments)
"""


def prepare(stack: Stack, *, sample_data: bool = True) -> None:
    """Build what changed, bring the databases up to date, load the sample data into an empty one."""
    web.build(stack.env, stack.log_dir)
    for folder in ("static", "media", "inbox"):
        (stack.var / folder).mkdir(parents=True, exist_ok=True)
    commands = [
        ["migrate", "--no-input"],
        # By name: finding out of each other app that it has no table there takes as long as making them.
        ["migrate", "sessions", "--database", "ephemeral", "--no-input"],
        ["createcachetable", "--database", "ephemeral"],
    ]
    if sample_data:
        commands.append(["create_sample_data", "--if-empty"])
    with say.step("Preparing the data"):
        processes.must(
            [paths.venv_python(), "-c", COMMANDS, json.dumps(commands)],
            cwd=paths.SERVER,
            env=stack.env,
            what="Preparing the data",
            log=logs.fresh(stack.log_dir / "setup.log"),
        )


def manage(*arguments: str) -> list[str]:
    """A command line of Django's manage.py."""
    return [paths.venv_python(), "manage.py", *arguments]


def services(stack: Stack) -> list[Service]:
    """The processes of the product, and the stand-ins that settings ask for. Only the web part may be opened to the network, by
    ALMANAC_BIND=0.0.0.0.

    It is told the name localhost, not the address: Next.js takes a rewrite to the other spelling of its own host for
    one to a foreign site, and answers pages with redirects to themselves.
    """
    inbox_env = {
        **stack.env,
        "INBOX_SMTP_PORT": str(stack.ports.smtp),
        "INBOX_HTTP_PORT": str(stack.ports.inbox),
        "INBOX_DIR": str(stack.var / "inbox"),
    }
    web_env = node.with_node({**stack.env, "ALMANAC_API_URL": stack.api_url, "NODE_ENV": "production"})
    # Whoever keeps a connection for a while finds it still open: five seconds, as Next has it, lost an answer now and then.
    where = ("-p", str(stack.ports.web), "-H", stack.env.get("ALMANAC_BIND", "localhost"))
    start_web = node.next_command("start", *where, "--keepAliveTimeout", str(KEPT_OPEN_MS))
    companies = [paths.venv_python(), "-m", "fakes.sign_in_companies", "--site", stack.web_url]
    companies += ["--port", str(stack.ports.companies)]
    return [
        *([Service("companies", companies, paths.SERVER, stack.env)] if stack.fakes_companies else []),
        Service("inbox", [paths.venv_python(), "-m", "fakes.inbox"], paths.SERVER, inbox_env),
        Service("api", api_command(stack.ports.api), paths.SERVER, stack.env),
        Service("worker", manage("run_worker"), paths.SERVER, stack.env),
        *payment_companies(stack),
        *message_carriers(stack),
        Service("web", start_web, web.serving_copy(stack.api_url, stack.var / "web"), web_env),
        *stand_ins(stack.env),
    ]


def payment_companies(stack: Stack) -> Iterator[Service]:
    """The stand-ins for companies that take money, of which production knows nothing."""
    if stack.env.get("ALMANAC_ENV") == "production":
        return
    doors = stack.ports
    for name, port in (("stripe", doors.stripe), ("paypal", doors.paypal), ("gocardless", doors.gocardless)):
        command = [paths.venv_python(), "-m", f"fakes.{name}", "--port", str(port)]
        command += ["--webhook-url", f"{stack.api_url}/api/payment-webhooks/{name}"]
        yield Service(name, command, paths.SERVER, stack.env)
    mollie = [
        paths.venv_python(),
        "-m",
        "fakes.mollie",
        "--port",
        str(doors.mollie),
    ]  # each payment says where its calls go
    yield Service("mollie", mollie, paths.SERVER, stack.env)


def message_carriers(stack: Stack) -> Iterator[Service]:
    """The stand-ins for who carries text messages and push messages, of which production knows nothing."""
    if stack.env.get("ALMANAC_ENV") == "production":
        return
    for name, port in (("twilio", stack.ports.twilio), ("push_service", stack.ports.push)):
        command = [paths.venv_python(), "-m", f"fakes.{name}", "--port", str(port)]
        yield Service(name, command, paths.SERVER, stack.env)


def stand_ins(env: Mapping[str, str]) -> Iterator[Service]:
    """The stand-in of each company whose address is set to a free port of this machine."""
    for setting, module in STAND_INS.items():
        url = urllib.parse.urlsplit(env.get(setting, ""))
        if url.hostname in ("127.0.0.1", "localhost") and url.port and ports.is_free(url.port):
            command = [paths.venv_python(), "-m", module, "--port", str(url.port)]
            yield Service(module.removeprefix("fakes."), command, paths.SERVER, env)


def api_command(port: int) -> list[str]:
    """gunicorn with threads; waitress on Windows, where gunicorn does not run."""
    python = paths.venv_python()
    if os.name == "nt":
        return [
            python,
            "-m",
            "waitress",
            "--listen",
            f"127.0.0.1:{port}",
            "--threads",
            "8",
            "almanac.config.wsgi:application",
        ]
    command = [python, "-m", "gunicorn", "almanac.config.wsgi:application", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", "2", "--worker-class", "gthread", "--threads", "4", "--graceful-timeout", "8"]
    command += ["--keep-alive", "75"]  # longer than the web part keeps a connection, so that it never uses a closed one
    return [
        *command,
        "--no-control-socket",
    ]  # its socket has one fixed place for the whole user: two stacks would clash


def problem_at(url: str) -> str | None:
    """Why a page is not served, or None when it is."""
    try:
        with DIRECT.open(url, timeout=10):
            return None
    except urllib.error.HTTPError as refusal:
        return f"{url} answers {refusal.code} {refusal.reason}"
    except (OSError, http.client.HTTPException) as problem:
        return f"{url}: {problem}"


@contextmanager
def up(stack: Stack, *, verbose: bool = False) -> Iterator[Supervisor]:
    """Start the product and wait until API, inbox and web answer; stopped when the block is left."""
    with Supervisor(services(stack), stack.log_dir, verbose=verbose) as supervisor:
        doors = [
            ("The API", f"{stack.api_url}/api/health/ready"),
            ("The mail inbox", f"http://127.0.0.1:{stack.ports.inbox}/"),
            ("The web part", f"{stack.web_url}/"),
        ]
        for what, url in doors:
            supervisor.wait_until(partial(problem_at, url), what=what, seconds=READY_SECONDS)
        yield supervisor


@contextmanager
def throw_away(
    *,
    database_url: str | None = None,
    redis_url: str | None = None,
    verbose: bool = False,
    at: datetime | None = None,
) -> Iterator[tuple[Stack, Supervisor]]:
    """A freshly started product on free ports with its own data, gone afterwards: for journeys, screenshots, figures.

    Without `database_url` it runs on SQLite in its own data directory. `at` is the instant at which its clock starts.
    """
    with tempfile.TemporaryDirectory(prefix="almanac-", ignore_cleanup_errors=True) as folder:
        var = Path(folder)
        *own_doors, places = ports.free(len(fields(Ports)) + 1)
        doors = Ports(*own_doors)
        own = defaults(doors, "localhost") | {
            "ALMANAC_ENV": "test",
            "GOOGLE_PLACES_URL": f"http://127.0.0.1:{places}",
            "GOOGLE_PLACES_KEY": "any-key-does",
            "ALMANAC_TEST_LIFT_RATE_LIMITS": "1",
            "SAMPLE_PAYMENTS": "off",  # a journey switches them on itself
            "ALMANAC_CLOCK_FILE": str(var / "clock"),
        }
        own |= {"DATABASE_URL": database_url} if database_url else {}
        own |= {"REDIS_URL": redis_url} if redis_url else {}
        own |= company_keys(doors)
        stack = Stack(doors, var, settings.isolated(var, own), fakes_companies=True)
        if at is not None:
            (var / "clock").write_text(str(at.timestamp() - time.time()), encoding="ascii")
        prepare(stack)
        with up(stack, verbose=verbose) as supervisor:
            yield stack, supervisor


def visitor_environment(stack: Stack) -> dict[str, str]:
    """What a program that visits the product (browser tests, screenshots) is told about it."""
    return {
        **stack.env,
        "ALMANAC_WEB_URL": stack.web_url,
        "ALMANAC_API_URL": stack.api_url,
        "ALMANAC_INBOX_URL": stack.inbox_url,
        "ALMANAC_SIGN_INS": str(stack.sign_ins),
    }

"""`python -m fakes.twilio --port 8032`. States of messages go to the address that each message was sent with."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.ticking import clock
from fakes.twilio.server import Fake


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for Twilio: text messages that nobody is sent.")
    parser.add_argument("--port", type=int, default=8032)
    parser.add_argument("--webhook-url", default="", help="where states go of messages that name no StatusCallback")
    parser.add_argument("--inbound-url", default="", help="where answers of people go")
    parser.add_argument("--pace", type=float, default=0.4, help="seconds between two states of a message")
    parser.add_argument("--slow-seconds", type=float, default=10)
    options = parser.parse_args()
    with Fake(
        options.port,
        status_url=options.webhook_url,
        inbound_url=options.inbound_url,
        delivers=True,
        pace=options.pace,
        slow_seconds=options.slow_seconds,
        clock=clock,
    ) as fake:
        sys.stdout.write(f"Twilio stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

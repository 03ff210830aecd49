"""`python -m fakes.gocardless --port 8044 --webhook-url http://localhost:8000/api/payment-webhooks/gocardless`."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.gocardless.server import Fake
from fakes.ticking import clock


def main() -> None:
    parser = argparse.ArgumentParser(
        description="A stand-in for GoCardless: API, hosted page, webhooks. No real money."
    )
    parser.add_argument("--port", type=int, default=8044)
    parser.add_argument("--access-token", default="sandbox_standin")
    parser.add_argument("--webhook-secret", default="standin-webhook-secret")
    parser.add_argument("--webhook-url", default="")
    options = parser.parse_args()
    with Fake(
        options.port,
        access_token=options.access_token,
        webhook_secret=options.webhook_secret,
        webhook_url=options.webhook_url,
        clock=clock,
    ) as fake:
        sys.stdout.write(f"GoCardless stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

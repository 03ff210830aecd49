"""`python -m fakes.paypal --port 8043 --webhook-url http://localhost:8000/api/payment-webhooks/paypal`."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.paypal.server import Fake
from fakes.ticking import clock


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for PayPal: API, approval page, webhooks. No real money.")
    parser.add_argument("--port", type=int, default=8043)
    parser.add_argument("--client-id", default="standin-client")
    parser.add_argument("--client-secret", default="standin-secret")
    parser.add_argument("--webhook-id", default="STANDINWEBHOOK")
    parser.add_argument("--webhook-url", default="")
    options = parser.parse_args()
    with Fake(
        options.port,
        client_id=options.client_id,
        client_secret=options.client_secret,
        webhook_id=options.webhook_id,
        webhook_url=options.webhook_url,
        clock=clock,
    ) as fake:
        sys.stdout.write(f"PayPal stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

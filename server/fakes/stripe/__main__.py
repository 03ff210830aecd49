"""`python -m fakes.stripe --port 8042 --webhook-url http://localhost:8000/api/payment-webhooks/stripe`.

What no argument says, FAKE_STRIPE_PORT, _SECRET_KEY, _WEBHOOK_SECRET and _WEBHOOK_URL say.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys

from fakes.stripe.server import Fake
from fakes.ticking import clock


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for Stripe: API, hosted page, webhooks. No real money.")
    said = os.environ.get
    parser.add_argument("--port", type=int, default=int(said("FAKE_STRIPE_PORT", "8042")))
    parser.add_argument("--secret-key", default=said("FAKE_STRIPE_SECRET_KEY", "sk_test_standin"))
    parser.add_argument("--webhook-secret", default=said("FAKE_STRIPE_WEBHOOK_SECRET", "whsec_standin"))
    parser.add_argument("--webhook-url", default=said("FAKE_STRIPE_WEBHOOK_URL", ""))
    options = parser.parse_args()
    with Fake(
        options.port,
        secret_key=options.secret_key,
        webhook_secret=options.webhook_secret,
        webhook_url=options.webhook_url,
        clock=clock,
    ) as fake:
        sys.stdout.write(f"Stripe stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

"""`python -m fakes.mollie --port 8044`. Webhooks go to the address that each payment was made with."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.mollie.server import Fake
from fakes.ticking import clock


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for Mollie: API, hosted page, webhooks. No real money.")
    parser.add_argument("--port", type=int, default=8044)
    parser.add_argument("--api-key", default="test_standinstandinstandinstandin")
    options = parser.parse_args()
    with Fake(options.port, api_key=options.api_key, delivers=True, clock=clock) as fake:
        sys.stdout.write(f"Mollie stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

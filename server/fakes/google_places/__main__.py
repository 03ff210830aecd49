"""`python -m fakes.google_places --port 8031`: point GOOGLE_PLACES_URL there and set any GOOGLE_PLACES_KEY."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.google_places.server import Fake


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for Google Places API (New) with sample addresses.")
    parser.add_argument("--port", type=int, default=8031)
    parser.add_argument("--slow-seconds", type=float, default=10)
    options = parser.parse_args()
    with Fake(options.port, options.slow_seconds) as fake:
        sys.stdout.write(f"Google Places stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

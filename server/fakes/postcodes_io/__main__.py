"""`python -m fakes.postcodes_io --port 8030`: point POSTCODES_IO_URL there and set POSTCODE_PROVIDER=postcodes_io."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.postcodes_io.server import Fake


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for postcodes.io with the sample postcodes.")
    parser.add_argument("--port", type=int, default=8030)
    parser.add_argument("--slow-seconds", type=float, default=10)
    options = parser.parse_args()
    with Fake(options.port, options.slow_seconds) as fake:
        sys.stdout.write(f"postcodes.io stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

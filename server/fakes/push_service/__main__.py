"""`python -m fakes.push_service --port 8033`."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.push_service.server import Fake
from fakes.ticking import clock


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for the push services of browsers.")
    parser.add_argument("--port", type=int, default=8033)
    options = parser.parse_args()
    with Fake(options.port, clock=clock) as fake:
        sys.stdout.write(f"Push stand-in on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

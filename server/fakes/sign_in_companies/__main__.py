"""`python -m fakes.sign_in_companies --site http://localhost:3000`; ALMANAC_FAKE_SIGN_IN=true does it in `make run`."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.sign_in_companies.server import Fake


def main() -> None:
    parser = argparse.ArgumentParser(description="Stand-ins for Google, Microsoft and Apple to sign in with.")
    parser.add_argument("--port", type=int, default=8027)
    parser.add_argument(
        "--site", default="http://localhost:3000", help="PUBLIC_URL of the site they are registered with"
    )
    options = parser.parse_args()
    with Fake(options.port, options.site) as fake:
        sys.stdout.write(f"Stand-ins for Google, Microsoft and Apple on {fake.url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

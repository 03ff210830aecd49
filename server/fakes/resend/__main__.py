"""`python -m fakes.resend --port 8034 --webhook-url http://127.0.0.1:8000/api/mail-reports/resend`."""

from __future__ import annotations

import argparse
import contextlib
import sys

from fakes.resend.account import API_KEY, WEBHOOK_SECRET
from fakes.resend.server import Fake
from fakes.ticking import clock


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for Resend: e-mails that nobody is sent.")
    parser.add_argument("--port", type=int, default=8034)
    parser.add_argument("--webhook-url", default="", help="where events go; without it they are kept")
    options = parser.parse_args()
    with Fake(options.port, webhook_url=options.webhook_url, goes_on=True, clock=clock) as fake:
        sys.stdout.write(f"Resend stand-in on {fake.url}; its mails: {fake.url}/_control/messages\n")
        sys.stdout.write(f"RESEND_API_KEY={API_KEY}\nRESEND_WEBHOOK_SECRET={WEBHOOK_SECRET}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            fake.serve_forever()


if __name__ == "__main__":
    main()

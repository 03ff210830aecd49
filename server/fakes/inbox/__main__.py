"""`python -m fakes.inbox`: a mail server for one machine, with a page to read what it received.

Ports INBOX_SMTP_PORT (8025) and INBOX_HTTP_PORT (8026) on INBOX_HOST (127.0.0.1), files in INBOX_DIR (var/inbox).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from aiosmtpd.controller import Controller

from fakes.inbox import web
from fakes.inbox.smtp import Receiver
from fakes.inbox.store import Store

REPOSITORY = Path(__file__).resolve().parents[3]
LARGEST_MAIL = 30 * 1024 * 1024


def main() -> None:
    """Serve until SIGTERM or SIGINT; a taken port is one clear sentence."""
    host = os.environ.get("INBOX_HOST", "127.0.0.1")
    smtp_port, http_port = (
        int(os.environ.get(f"INBOX_{name}_PORT", port)) for name, port in (("SMTP", "8025"), ("HTTP", "8026"))
    )
    store = Store(Path(os.environ.get("INBOX_DIR", REPOSITORY / "var" / "inbox")))
    over = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: over.set())
    controller = Controller(Receiver(store), hostname=host, port=smtp_port, data_size_limit=LARGEST_MAIL)
    try:
        controller.start()
        site = web.server(store, host, http_port)
    except OSError as error:
        sys.exit(f"The inbox cannot start on ports {smtp_port} and {http_port}: {error.strerror}")
    threading.Thread(target=site.serve_forever, daemon=True).start()
    sys.stderr.write(f"Inbox: mail to {host}:{smtp_port}, read it at http://{host}:{site.server_address[1]}/\n")
    over.wait()
    site.shutdown()
    controller.stop()


if __name__ == "__main__":
    main()

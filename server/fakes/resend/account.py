"""The account that the stand-in knows."""

from __future__ import annotations

API_KEY = "re_standin_0123456789abcdefghij"
WEBHOOK_SECRET = "whsec_c3RhbmQtaW4tZm9yLXJlc2VuZC1zZWNyZXQ="  # noqa: S105  # the stand-in has none to hide

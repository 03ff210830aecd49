"""The account that the stand-in knows: the lines of account.env, and what else may be used in its place."""

from __future__ import annotations

from pathlib import Path

_LINES = (Path(__file__).parent / "account.env").read_text(encoding="utf-8").splitlines()
_SET = dict(line.split("=", 1) for line in _LINES if not line.startswith("#"))

ACCOUNT_SID = _SET["TWILIO_ACCOUNT_SID"]
AUTH_TOKEN = _SET["TWILIO_AUTH_TOKEN"]  # signs every message to the shop, also where an API key is used
FROM = _SET["TWILIO_FROM"]
SERVICE = "MGa1a4ac00a1a4ac00a1a4ac00a1a4ac00"  # a messaging service; its only sender is FROM
API_KEY = "SKa1a4ac00a1a4ac00a1a4ac00a1a4ac00"
API_SECRET = "stand-in-secret-of-thirty-two-sig"  # noqa: S105  # the stand-in has none to hide

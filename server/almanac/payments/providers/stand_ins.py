"""The keys that the stand-ins for companies take: their own, known to everybody."""

from __future__ import annotations

KEYS = {
    "stripe": {
        "secret_key": "sk_test_standin",
        "webhook_secret": "whsec_standin",
        "publishable_key": "pk_test_standin",
    },
    "paypal": {
        "environment": "sandbox",
        "client_id": "standin-client",
        "client_secret": "standin-secret",
        "webhook_id": "STANDINWEBHOOK",
    },
    "mollie": {"api_key": "test_standinstandinstandinstandin", "webhook_secret": "standin"},
    "gocardless": {"access_token": "sandbox_standin", "webhook_secret": "standin-webhook-secret"},
}

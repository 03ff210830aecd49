"""Addresses of ours that companies are told."""

from __future__ import annotations

from django.conf import settings


def webhook_url(provider: str) -> str:
    """Where a company's messages are to be sent."""
    return f"{settings.PUBLIC_URL}/api/payment-webhooks/{provider}"

"""The account that the stand-in knows. Its key for events is made from a number, so that it is the same on every machine."""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

API_KEY = "SG.stand-in.no-key-of-anybody"
PRIVATE_KEY = ec.derive_private_key(0xA1A4AC00A1A4AC00, ec.SECP256R1())
WEBHOOK_KEY = base64.b64encode(
    PRIVATE_KEY.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
).decode("ascii")

"""Encryption at rest: a text field whose column holds only ciphertext, with keys of its own and rotation."""

from __future__ import annotations

from functools import cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models


@cache
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text: str) -> str:
    """Ciphertext (Fernet) of a text under the newest of FIELD_KEYS."""
    return _cipher(tuple(settings.FIELD_KEYS)).encrypt(text.encode()).decode("ascii")


def decrypt(token: str) -> str:
    """The text of a ciphertext made under any of FIELD_KEYS. Raises cryptography's InvalidToken for anything else."""
    return _cipher(tuple(settings.FIELD_KEYS)).decrypt(token.encode("ascii")).decode()


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """A TextField that is encrypted in the database; it can't be searched or sorted by. Empty stays empty."""

    def get_prep_value(self, value: Any) -> Any:
        return encrypt(value) if value else value

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        return decrypt(value) if value else value


def derived(purpose: str, *, length: int) -> bytes:
    """Bytes for one purpose from SECRET_KEY (HKDF, RFC 5869): the same wherever that is the same."""
    return HKDF(hashes.SHA256(), length, salt=None, info=purpose.encode()).derive(settings.SECRET_KEY.encode())

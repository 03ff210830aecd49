"""How passwords are hashed."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 46 MiB, one pass and one lane: the first of the settings in OWASP's password storage cheat sheet.

    Django's own 100 MiB in eight lanes would let twenty sign-ins at once fill a small server. Hashes made otherwise are
    read, and renewed at the next sign-in.
    """

    time_cost = 1
    memory_cost = 46 * 1024  # KiB
    parallelism = 1

"""Passwords are kept as Argon2id hashes, and older ones are renewed when their owner signs in."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, make_password

from almanac.config.tests.allauth_doors import Browser
from almanac.people.models import User

PASSWORD = "a harbour of boats"


def test_a_new_hash_is_argon2id() -> None:
    assert make_password(PASSWORD).startswith("argon2$argon2id$v=19$m=47104,t=1,p=1$")


@pytest.mark.django_db
def test_an_old_hash_is_renewed_at_the_next_sign_in() -> None:
    old = PBKDF2PasswordHasher()
    user = User.objects.create_user("ines", "ines@example.com", name="Ines")
    user.password = old.encode(PASSWORD, old.salt(), iterations=1_000)
    user.save()
    answer = Browser().post("/auth/login", username="ines", password=PASSWORD)
    user.refresh_from_db()
    assert answer.status_code in {200, 401}  # 401 asks for the address to be proven, after the password was right
    assert user.password.startswith("argon2$")
    assert user.check_password(PASSWORD)

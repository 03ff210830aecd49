"""The example of RFC 8291, appendix A, and what no browser would read."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from fakes.push_service.decrypting import HEAD, SALT, Undecryptable, decrypt, point_of
from fakes.push_service.vapid import decoded, encoded

PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
PUBLIC = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
SECRET = decoded("BTBZMqHH6r4Tts7J_aSIgg")
BODY = decoded(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95b"
    "Qpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)
KEY = ec.derive_private_key(int.from_bytes(decoded(PRIVATE)), ec.SECP256R1())


def test_the_example_of_the_standard() -> None:
    assert encoded(point_of(KEY.public_key())) == PUBLIC
    assert decrypt(BODY, KEY, SECRET) == b"When I grow up, I want to be a watermelon"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        BODY[: HEAD - 1],
        BODY[:HEAD],
        BODY[:-1],
        BODY[:-1] + b"\0",
        BODY[:SALT] + (18).to_bytes(4) + BODY[SALT + 4 :],
        BODY[:HEAD] + b"\4" + bytes(64) + BODY[HEAD + 65 :],
        BODY[: HEAD - 1] + b"\0" + BODY[HEAD:],
    ],
)
def test_what_cannot_be_read(body: bytes) -> None:
    with pytest.raises(Undecryptable):
        decrypt(body, KEY, SECRET)


def test_another_secret_or_key_reads_nothing() -> None:
    with pytest.raises(Undecryptable):
        decrypt(BODY, KEY, bytes(16))
    with pytest.raises(Undecryptable):
        decrypt(BODY, ec.generate_private_key(ec.SECP256R1()), SECRET)

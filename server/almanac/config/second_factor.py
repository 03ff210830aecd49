"""What our product adds to allauth's second factor: secrets encrypted with our own keys, and names people know."""

from __future__ import annotations

from io import BytesIO
from typing import cast
from urllib.parse import urlsplit

import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from qrcode.image.svg import SvgPathFillImage

from almanac.kit import crypto
from almanac.notifications.queries.telling import first_business
from almanac.people.models import User


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps and of recovery codes are ciphertext in the database; of a passkey only its public
    key is ever here."""

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text)

    def get_totp_issuer(self) -> str:
        return self._get_site_name()

    def build_totp_svg(self, url: str) -> str:
        """On white, whatever the page's colours: telephones read it."""
        drawn = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(drawn)
        return drawn.getvalue().decode()

    def _get_site_name(self) -> str:
        business = first_business()
        return business.name if business else "Almanac"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the address people type, whatever host a request names."""
        return {"id": urlsplit(settings.PUBLIC_URL).hostname or "localhost", "name": self._get_site_name()}

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, object]:
        entity: dict[str, object] = super().get_public_key_credential_user_entity(user)
        person = cast(User, user)
        return {**entity, "display_name": person.get_full_name(), "name": person.email or person.username}


@require_safe
@never_cache
def totp_picture(request: HttpRequest) -> HttpResponse:
    """The secret of the app that is being added in this session, as a picture for a telephone: drawn here, so that no
    other company is told. 404 when none is being added."""
    user, secret = request.user, request.session.get(SECRET_SESSION_KEY)
    if not isinstance(user, User) or not secret:
        return HttpResponse(status=404)
    adapter = SecondFactorAdapter(request)
    drawn = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    return HttpResponse(drawn, content_type="image/svg+xml")

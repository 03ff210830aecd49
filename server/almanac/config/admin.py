"""What of allauth's tables is not for the administration: companies' keys stand in the environment, their tokens nowhere, and a
way in is connected by its owner alone."""

from __future__ import annotations

from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin

admin.site.unregister([SocialAccount, SocialApp, SocialToken])

"""Registers the implementations of every protocol: the only list of which outside companies there are."""

from __future__ import annotations

from almanac.notifications import registry as notifications
from almanac.notifications.providers.smtp import SmtpProvider
from almanac.payments import registry as payments
from almanac.payments.providers.pay_on_site import PayOnSite

notifications.register(SmtpProvider())
payments.register(PayOnSite())

"""Registers the implementations of every protocol: the only list of which outside companies there are."""

from __future__ import annotations

from almanac.notifications import registry as notifications
from almanac.notifications.providers.resend import ResendProvider
from almanac.notifications.providers.sendgrid import SendgridProvider
from almanac.notifications.providers.smtp import SmtpProvider
from almanac.notifications.providers.twilio import TwilioProvider
from almanac.payments import registry as payments
from almanac.payments.providers.gocardless import GOCARDLESS
from almanac.payments.providers.mollie import MOLLIE
from almanac.payments.providers.pay_on_site import PayOnSite
from almanac.payments.providers.paypal import PAYPAL
from almanac.payments.providers.stripe import STRIPE

notifications.register(SmtpProvider())
for mailer in (ResendProvider(), SendgridProvider()):
    notifications.register(mailer)
    notifications.register_reporting(mailer)
notifications.register_sms(TwilioProvider())
payments.register(PayOnSite())
payments.register_company("card", STRIPE)
payments.register_company("card", MOLLIE)
payments.register_company("paypal", PAYPAL)
payments.register_company("bank_debit", GOCARDLESS)

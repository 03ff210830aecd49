"""Built-in: any SMTP server, as EMAIL_URL says, with time-outs."""

from __future__ import annotations

import smtplib
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from almanac.notifications.providers.base import Email, PermanentFailure, TemporaryFailure


class SmtpProvider:
    name = "smtp"

    def send(self, email: Email) -> str:
        """One connection, one message. A 5xx about this message or its receiver is permanent, all else temporary."""
        message = EmailMultiAlternatives(
            subject=email.subject,
            body=email.text,
            from_email=formataddr((email.from_name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
            to=[email.to_address],
            reply_to=[email.reply_to] if email.reply_to else None,
            headers={"Message-ID": email.message_id, "Auto-Submitted": "auto-generated"},
            connection=get_connection(timeout=settings.EMAIL_TIMEOUT),
        )
        message.attach_alternative(email.html, "text/html")
        if email.calendar:
            message.attach("booking.ics", email.calendar, f"text/calendar; method={email.calendar_method}")
        try:
            message.send()
        except smtplib.SMTPRecipientsRefused as error:
            _refused(max(code for code, _ in error.recipients.values()))
        except smtplib.SMTPDataError as error:
            _refused(error.smtp_code)
        except smtplib.SMTPResponseException as error:
            # Greeting, sign-in, sender: ours to mend, so not the message's end.
            raise TemporaryFailure(f"SMTP {error.smtp_code}") from error
        except (smtplib.SMTPException, OSError) as error:
            raise TemporaryFailure(type(error).__name__) from error
        return ""


def _refused(code: int) -> None:
    if code >= 500:
        raise PermanentFailure(f"SMTP {code}")
    raise TemporaryFailure(f"SMTP {code}")

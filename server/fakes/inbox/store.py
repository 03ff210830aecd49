"""Received mails as .eml files in one folder, read back as what a person or a test wants to see."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import Any

ENVELOPE = "X-Envelope-To"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a mail; `text` is its content when it is text, such as a calendar."""

    name: str
    type: str
    size: int
    text: str


@dataclass(frozen=True, slots=True)
class Mail:
    """One received mail. `to` are the envelope's receivers, in lower case."""

    id: str
    to: list[str]
    sender: str
    subject: str
    received: str
    message_id: str
    text: str
    html: str
    attachments: list[Attachment]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class Store:
    """The folder of mails; several threads may use it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, content: bytes, receivers: list[str]) -> str:
        """Keep a mail for good before saying so; its number in the order of arrival."""
        with self._lock:
            last = max((int(path.stem) for path in self._files()), default=0)
            name = f"{last + 1:08}"
            head = f"{ENVELOPE}: {', '.join(address.lower() for address in receivers)}\r\n".encode()
            partial = self.folder / f"{name}.partial"
            partial.write_bytes(head + content)
            partial.rename(self.folder / f"{name}.eml")
        return name

    def all(self, to: str = "") -> list[Mail]:
        """Mails, newest first; only those to one address when it is given."""
        found = [self._read(path) for path in sorted(self._files(), reverse=True)]
        return [mail for mail in found if not to or to.lower() in mail.to]

    def get(self, name: str) -> Mail | None:
        path = self._path(name)
        return self._read(path) if path else None

    def file(self, name: str, number: int) -> tuple[Attachment, bytes] | None:
        """An attachment's description and bytes."""
        path = self._path(name)
        parts = list(_parse(path).iter_attachments()) if path else []
        return (_attachment(parts[number]), _bytes(parts[number])) if 0 <= number < len(parts) else None

    def raw(self, name: str) -> bytes | None:
        path = self._path(name)
        return path.read_bytes() if path else None

    def clear(self) -> None:
        with self._lock:
            for path in self._files():
                path.unlink()

    def _files(self) -> list[Path]:
        return list(self.folder.glob("[0-9]*.eml"))

    def _path(self, name: str) -> Path | None:
        path = self.folder / f"{name}.eml"
        return path if name.isdecimal() and path.exists() else None

    def _read(self, path: Path) -> Mail:
        mail = _parse(path)
        text, html = mail.get_body(("plain",)), mail.get_body(("html",))
        return Mail(
            id=path.stem,
            to=[address for _, address in getaddresses([mail.get(ENVELOPE, "")])],
            sender=str(mail.get("From", "")),
            subject=str(mail.get("Subject", "")).strip(),
            received=_date(mail),
            message_id=str(mail.get("Message-ID", "")),
            text=text.get_content().replace("\r\n", "\n") if text else "",
            html=html.get_content() if html else "",
            attachments=[_attachment(part) for part in mail.iter_attachments()],
        )


def _parse(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def _date(mail: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(mail["Date"])).isoformat()
    except ValueError:
        return ""


def _attachment(part: EmailMessage) -> Attachment:
    content = _bytes(part)
    is_text = part.get_content_maintype() == "text"
    return Attachment(
        name=part.get_filename() or "file",
        type=part.get_content_type(),
        size=len(content),
        text=content.decode("utf-8", "replace") if is_text else "",
    )


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""

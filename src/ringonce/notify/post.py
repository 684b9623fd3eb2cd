"""Sends letters by SMTP: outside our database, at least once, always under the same Message-ID."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from typing import Protocol
from urllib.parse import unquote, urlsplit

import aiosmtplib

from ringonce.notify.model import Letter

#: What the library raises for text that no header can carry: it keeps to no class of its own.
_UNFIT = (MessageError, ValueError, AttributeError, LookupError, TypeError)
#: Seconds until a mail server that does not answer is given up; the letter is tried again later.
PATIENCE = 20.0


class NotSent(Exception):
    """The mail server did not take it. `is_final`: it never will, so trying again is of no use."""

    def __init__(self, reason: str, *, is_final: bool) -> None:
        self.is_final = is_final
        super().__init__(reason)


class Post(Protocol):
    """Something that carries mail."""

    @property
    def sender(self) -> str:
        """The address that invitations name as their organizer."""

    async def send(self, letter: Letter, recipient: str, letter_id: str, written_at: int) -> None:
        """Hand a letter over. Raises NotSent."""


@dataclass(frozen=True, slots=True)
class SmtpPost:
    """One mail server: `smtp://user:password@host:port` (STARTTLS where offered) or `smtps://`."""

    url: str
    mail_from: str

    @property
    def sender(self) -> str:
        return parseaddr(self.mail_from)[1]

    async def send(self, letter: Letter, recipient: str, letter_id: str, written_at: int) -> None:
        """One connection for one letter. Raises NotSent."""
        try:
            message = compose(letter, self.mail_from, recipient, letter_id, written_at)
        except _UNFIT as unfit:
            # A sender that is no address is a fault of the settings: mended there, the letter goes.
            raise NotSent(_short(unfit), is_final=_can_be_named(self.sender)) from unfit
        try:
            place = urlsplit(self.url)
            await aiosmtplib.send(
                message,
                hostname=place.hostname or "localhost",
                port=place.port or (465 if place.scheme == "smtps" else 587),
                username=unquote(place.username) if place.username else None,
                password=unquote(place.password) if place.password else None,
                use_tls=place.scheme == "smtps",
                timeout=PATIENCE,
            )
        except aiosmtplib.SMTPRecipientsRefused as refused:
            is_final = all(500 <= each.code < 600 for each in refused.recipients)
            raise NotSent(_short(refused), is_final=is_final) from refused
        except aiosmtplib.SMTPResponseException as refused:
            raise NotSent(_short(refused), is_final=500 <= refused.code < 600) from refused
        except (aiosmtplib.SMTPException, OSError, ValueError) as failed:
            raise NotSent(_short(failed), is_final=False) from failed


def compose(letter: Letter, mail_from: str, recipient: str, letter_id: str, written_at: int) -> EmailMessage:
    """The message of a letter; `written_at` in milliseconds is its Date, so every attempt is the same."""
    name, address = parseaddr(mail_from)
    domain = address.rpartition("@")[2] or "localhost"
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(display_name=name, addr_spec=address)
    message["To"] = Address(addr_spec=recipient)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(datetime.fromtimestamp(written_at // 1000, UTC))
    message["Message-ID"] = f"<{letter_id}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    if letter.invitation is not None and letter.method is not None:
        message.add_alternative(
            letter.invitation.decode(), subtype="calendar", params={"method": letter.method}
        )
    return message


def _can_be_named(address: str) -> bool:
    try:
        Address(addr_spec=address)
    except _UNFIT:
        return False
    return True


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]

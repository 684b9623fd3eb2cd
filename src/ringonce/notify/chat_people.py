"""Where the person of a conversation is reached, and in which zone they read times."""

import re
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ringonce.chat.model import Conversation
from ringonce.contacts.people import ContactMissing, load_contact, root_of
from ringonce.kernel.db import Tx
from ringonce.notify.queries import Home
from ringonce.values.ids import WorkspaceId

#: One line, one address: what goes into a header holds nothing that could begin another.
_WORD: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS: Final = re.compile(rf"{_WORD}(?:\.{_WORD})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ADDRESS_MOST: Final = 254


def is_address(text: str) -> bool:
    """Whether a text can be written to, and is nothing else."""
    return len(text) <= _ADDRESS_MOST and _ADDRESS.fullmatch(text) is not None


async def address_of(tx: Tx, workspace_id: WorkspaceId, conversation: Conversation) -> str:
    """The address left in this conversation, else one the person has proved, else one they typed before."""
    left = conversation.answers.get("email")
    if isinstance(left, str) and is_address(left):
        return left
    try:
        contact = await load_contact(
            tx, workspace_id, await root_of(tx, workspace_id, conversation.contact_id)
        )
    except ContactMissing:
        return ""
    known = [one for one in contact.identities if one.kind == "email" and is_address(one.value)]
    proved = [one.value for one in known if one.proved_at is not None]
    return next(iter(proved + [one.value for one in known]), "")


def zone_of(conversation: Conversation, home: Home) -> str:
    """The visitor's zone, if it is one."""
    try:
        return ZoneInfo(conversation.zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return home.zone

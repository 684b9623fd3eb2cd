"""What a new workspace stands ready with: one inbox, so that the first line on a site already works."""

from typing import Final

from ringonce.chat.inbox_model import Inbox, InboxDraft
from ringonce.chat.inboxes import create_inbox
from ringonce.kernel.work import Work

FIRST_SLUG: Final = "website"


async def open_first_inbox(work: Work, workspace_name: str) -> Inbox:
    """Open the inbox of a workspace that was just founded; every member answers in it."""
    return await create_inbox(work, InboxDraft(slug=FIRST_SLUG, name=workspace_name))

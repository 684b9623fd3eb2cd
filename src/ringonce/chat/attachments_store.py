"""All SQL of attachments."""

from typing import Any, Final

from sqlalchemy import BindParameter, and_, bindparam, delete, func, insert, or_, select, update

from ringonce.chat.model import Attachment
from ringonce.chat.tables import attachments
from ringonce.kernel.db import Row, in_list, statement

_W: Final[BindParameter[str]] = bindparam("workspace_id")
_OWNER: Final[BindParameter[str]] = bindparam("owner")

INSERT: Final = statement(
    insert(attachments).values({column.name: bindparam(column.name) for column in attachments.c})
)
#: In the order of their ids, as every lock of several rows is taken.
LOCK: Final = statement(
    select(attachments)
    .where(attachments.c.workspace_id == _W, in_list(attachments.c.id, "ids"))
    .order_by(attachments.c.id)
    .with_for_update()
)
CARRY: Final = statement(
    update(attachments)
    .where(attachments.c.workspace_id == _W, attachments.c.id == bindparam("id"))
    .values(message_id=bindparam("carrier"), position=bindparam("place"))
)
OF_MESSAGES: Final = statement(
    select(attachments)
    .where(
        attachments.c.workspace_id == _W,
        in_list(attachments.c.message_id, "message_ids"),
        attachments.c.erased_at.is_(None),
    )
    .order_by(attachments.c.message_id, attachments.c.position, attachments.c.id)
)
FIND: Final = statement(select(attachments).where(attachments.c.id == bindparam("id")))
SPENT: Final = statement(
    select(
        func.coalesce(func.sum(attachments.c.bytes), 0).label("bytes"),
        func.count().filter(attachments.c.message_id.is_(None)).label("unsent"),
    ).where(
        attachments.c.workspace_id == _W,
        attachments.c.owner == _OWNER,
        attachments.c.created_at > bindparam("since"),
    )
)
# Without a digest nothing names the bytes any more, and the sweep deletes them.
_FORGET: Final[dict[str, Any]] = {
    "name": "",
    "digest": "",
    "preview_digest": None,
    "width": None,
    "height": None,
    "erased_at": bindparam("now"),
}
ERASE_OF_MESSAGES: Final = statement(
    update(attachments)
    .where(
        attachments.c.workspace_id == _W,
        in_list(attachments.c.message_id, "message_ids"),
        attachments.c.erased_at.is_(None),
    )
    .values(_FORGET)
)
DELETE_UNSENT_OF: Final = statement(
    delete(attachments).where(
        attachments.c.workspace_id == _W,
        attachments.c.owner == _OWNER,
        attachments.c.message_id.is_(None),
    )
)
DELETE_UNSENT: Final = statement(
    delete(attachments).where(
        attachments.c.message_id.is_(None), attachments.c.created_at < bindparam("before")
    )
)
NAMED: Final = statement(
    select(attachments.c.digest, attachments.c.preview_digest).where(
        or_(
            in_list(attachments.c.digest, "digests"),
            and_(
                attachments.c.preview_digest.is_not(None),
                in_list(attachments.c.preview_digest, "digests"),
            ),
        )
    )
)


def attachment_of(row: Row) -> Attachment:
    """An attachment from its row."""
    return Attachment(
        id=row["id"],
        message_id=row["message_id"],
        name=row["name"],
        media_type=row["media_type"],
        bytes=row["bytes"],
        width=row["width"],
        height=row["height"],
        has_preview=row["preview_digest"] is not None,
    )

"""Doors to inboxes: where conversations arrive, how they look and ask, and the secret of identities."""

from typing import Any

import msgspec
from msgspec import UNSET

from ringonce.chat.inbox_model import Inbox, InboxDraft, InboxSettings
from ringonce.chat.inboxes import create_inbox, reopen_inbox, retire_inbox, rotate_secret, update_inbox
from ringonce.chat.queries import list_inboxes, load_inbox
from ringonce.chat.signed import secret_of
from ringonce.kernel.secrets import Codes
from ringonce.kernel.work import Work
from ringonce.web.booking_model import VersionBody
from ringonce.web.call import Call, Reply
from ringonce.web.desk_inbox_model import (
    InboxBody,
    InboxList,
    InboxPatch,
    InboxSettingsPart,
    InboxView,
    SecretBody,
    SecretView,
)
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import at_ms

routes = Routes("Chat set-up")
EDITS = ("inbox-missing", "edit-stale")
_HOUR_MS = 3_600_000


@routes.read("/inboxes", answer=InboxList, who=Who.READ, summary="Inboxes, oldest first; retired ones too")
async def inboxes(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: list_inboxes(tx, call.workspace.id))
    return call.ok(InboxList(items=[inbox_view(each) for each in found]))


@routes.read(
    "/inboxes/{inbox_id}", answer=InboxView, who=Who.READ, summary="One inbox, by id or slug",
    errors=("inbox-missing",),
)  # fmt: skip
async def inbox(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: load_inbox(tx, call.workspace.id, call.path["inbox_id"]))
    return call.ok(inbox_view(found))


@routes.write(
    "POST", "/inboxes", body=InboxBody, answer=InboxView, who=Who.CONFIGURE, status=201,
    summary="Make an inbox", errors=("fields-invalid",), example={"slug": "website", "name": "Website"},
)  # fmt: skip
async def make_inbox(call: Call, ask: InboxBody) -> Reply:
    draft = InboxDraft(**_changes(ask))

    async def intent(work: Work) -> InboxView:
        return inbox_view(await create_inbox(work, draft))

    return await call.execute(intent)


@routes.write(
    "PATCH", "/inboxes/{inbox_id}", body=InboxPatch, answer=InboxView, who=Who.CONFIGURE,
    summary="Change an inbox", errors=(*EDITS, "fields-invalid"),
)  # fmt: skip
async def patch_inbox(call: Call, ask: InboxPatch) -> Reply:
    changes = _changes(ask)

    async def intent(work: Work) -> InboxView:
        return inbox_view(await update_inbox(work, call.path["inbox_id"], ask.version, changes))

    return await call.execute(intent)


@routes.write(
    "DELETE", "/inboxes/{inbox_id}", body=VersionBody, answer=InboxView, who=Who.CONFIGURE,
    summary="Take no new conversations; those that are live go on", errors=EDITS,
)  # fmt: skip
async def remove_inbox(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> InboxView:
        return inbox_view(await retire_inbox(work, call.path["inbox_id"], ask.version))

    return await call.execute(intent)


@routes.write(
    "POST", "/inboxes/{inbox_id}/reopen", body=VersionBody, answer=InboxView, who=Who.CONFIGURE,
    summary="Take new conversations again", errors=EDITS,
)  # fmt: skip
async def open_inbox_again(call: Call, ask: VersionBody) -> Reply:
    async def intent(work: Work) -> InboxView:
        return inbox_view(await reopen_inbox(work, call.path["inbox_id"], ask.version))

    return await call.execute(intent)


@routes.read(
    "/inboxes/{inbox_id}/secret", answer=SecretView, who=Who.CONFIGURE,
    summary="The secret with which a site signs who its people are", errors=("inbox-missing",),
)  # fmt: skip
async def inbox_secret(call: Call, _: Nothing) -> Reply:
    found = await call.read(lambda tx: load_inbox(tx, call.workspace.id, call.path["inbox_id"]))
    return call.ok(_secret(call.edge.codes, found))


@routes.write(
    "POST", "/inboxes/{inbox_id}/secret", body=SecretBody, answer=SecretView, who=Who.CONFIGURE,
    summary="Sign with the next secret; the one before is taken for a while", errors=EDITS,
)  # fmt: skip
async def next_secret(call: Call, ask: SecretBody) -> Reply:
    async def intent(work: Work) -> SecretView:
        old_for = ask.old_for_hours * _HOUR_MS
        return _secret(work.codes, await rotate_secret(work, call.path["inbox_id"], ask.version, old_for))

    return await call.execute(intent)


def inbox_view(found: Inbox) -> InboxView:
    """An inbox as those who set it up see it, without its secret."""
    return InboxView(
        id=found.id,
        slug=found.slug,
        name=found.name,
        settings=msgspec.convert(msgspec.to_builtins(found.settings), InboxSettingsPart),
        schedule_id=found.schedule_id,
        team_id=found.team_id,
        agents=list(found.agents),
        active=found.active,
        version=found.version,
        created_at=at_ms(found.created_at),
        seen_at=None if found.seen_at is None else at_ms(found.seen_at),
    )


def _changes(body: InboxPatch) -> dict[str, Any]:
    """What a body says, as fields of the draft; what it leaves out is left out."""
    given = {name: getattr(body, name) for name in body.__struct_fields__ if name != "version"}
    changes = {name: value for name, value in given.items() if value is not UNSET}
    if "settings" in changes:
        changes["settings"] = msgspec.convert(msgspec.to_builtins(changes["settings"]), InboxSettings)
    if "agents" in changes:
        changes["agents"] = tuple(dict.fromkeys(changes["agents"]))
    return changes


def _secret(codes: Codes, found: Inbox) -> SecretView:
    return SecretView(
        secret=secret_of(codes, found),
        number=found.secret_no,
        version=found.version,
        old_until=None if found.old_secret_until is None else at_ms(found.old_secret_until),
    )

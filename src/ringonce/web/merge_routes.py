"""Doors of merging: what it would do, doing it, undoing it, and what was decided."""

from ringonce.chat.merge import list_groups, merge_conversations, preview_merge
from ringonce.chat.unmerge import undo_merge
from ringonce.contacts.merge import (
    MergeContacts,
    list_merges,
    merge_contacts,
    preview_contacts,
    undo_contacts,
)
from ringonce.contacts.people import family_of, load_contact
from ringonce.contacts.refusals import MergeMissing
from ringonce.kernel.db import Tx
from ringonce.kernel.work import Work
from ringonce.web.call import Call, Reply
from ringonce.web.contact_model import (
    FieldValueView,
    FieldView,
    MergeAnswer,
    MergeBody,
    MergeList,
    MergePreview,
    MergesQuery,
    MergeView,
    PlaceView,
    contact_part,
    conversation_part,
    merge_view,
)
from ringonce.web.problems import invalid
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.times import at_ms

routes = Routes("Merges")

REFUSALS = ("merge-with-itself", "merge-chain", "merge-cycle", "merge-foreign-inbox", "merge-field-unknown")
MISSING = ("conversation-missing", "contact-missing")


@routes.write(
    "POST", "/merges/preview", body=MergeBody, answer=MergePreview, who=Who.CONFIGURE, keyed=False,
    summary="What a merge would do, with nothing done", errors=(*REFUSALS, *MISSING),
)  # fmt: skip
async def preview(call: Call, ask: MergeBody) -> Reply:
    """Needs no key: nothing is done."""
    job = _preview_contacts if ask.kind == "contacts" else _preview_conversations
    return call.ok(await call.read(lambda tx: job(tx, call.workspace.id, ask)))


@routes.write(
    "POST", "/merges", body=MergeBody, answer=MergeAnswer, who=Who.CONFIGURE, status=201,
    summary="Merge conversations or contacts; can be undone for 30 days", errors=(*REFUSALS, *MISSING),
)  # fmt: skip
async def merge(call: Call, ask: MergeBody) -> Reply:
    """The same merge again answers the one that stands."""

    async def intent(work: Work) -> MergeAnswer:
        if ask.kind == "contacts":
            return MergeAnswer(merge=merge_view("contacts", await merge_contacts(work, _asked(ask))))
        group = await merge_conversations(work, ask.winner_id, tuple(ask.loser_ids))
        return MergeAnswer(merge=merge_view("conversations", group))

    return await call.execute(intent)


@routes.write(
    "POST", "/merges/{merge_id}/undo", answer=MergeAnswer, who=Who.CONFIGURE,
    summary="Undo a merge: everything back where it came from",
    errors=("merge-missing", "merge-undone", "merge-too-old"),
)  # fmt: skip
async def undo(call: Call, _: Nothing) -> Reply:
    merge_id = call.path["merge_id"]

    async def intent(work: Work) -> MergeAnswer:
        try:
            return MergeAnswer(merge=merge_view("conversations", await undo_merge(work, merge_id)))
        except MergeMissing:
            return MergeAnswer(merge=merge_view("contacts", await undo_contacts(work, merge_id)))

    return await call.execute(intent)


@routes.read(
    "/merges", query=MergesQuery, answer=MergeList, who=Who.READ, errors=("contact-missing",),
    summary="Merges of a conversation or of a contact, undone ones too",
)  # fmt: skip
async def merges(call: Call, ask: MergesQuery) -> Reply:
    """The oldest first."""
    if (ask.conversation is None) == (ask.contact is None):
        raise invalid("conversation", "wrong-value", "name a conversation or a contact")

    async def job(tx: Tx) -> list[MergeView]:
        if ask.conversation is not None:
            groups = await list_groups(tx, call.workspace.id, [ask.conversation])
            return [merge_view("conversations", each) for each in groups]
        family = await family_of(tx, call.workspace.id, ask.contact or "")
        return [merge_view("contacts", each) for each in await list_merges(tx, call.workspace.id, family)]

    return call.ok(MergeList(items=await call.read(job)))


def _asked(ask: MergeBody) -> MergeContacts:
    return MergeContacts(winner_id=ask.winner_id, loser_ids=tuple(ask.loser_ids), fields=ask.fields)


async def _preview_contacts(tx: Tx, workspace_id: str, ask: MergeBody) -> MergePreview:
    plan = await preview_contacts(tx, workspace_id, _asked(ask))
    return MergePreview(
        winner=contact_part(plan.winner),
        losers=[contact_part(each) for each in plan.losers],
        order=[],
        fields=[
            FieldView(
                field=one.field,
                values=[FieldValueView(id=owner, value=value) for owner, value in one.values],
                wins=one.wins,
            )
            for one in plan.fields
        ],
        moved_sessions=0,
    )


async def _preview_conversations(tx: Tx, workspace_id: str, ask: MergeBody) -> MergePreview:
    plan = await preview_merge(tx, workspace_id, ask.winner_id, ask.loser_ids)
    names = {}
    for each in (plan.winner, *plan.losers):
        names[each.id] = (await load_contact(tx, workspace_id, each.contact_id)).name
    return MergePreview(
        winner=conversation_part(plan.winner, names[plan.winner.id]),
        losers=[conversation_part(each, names[each.id]) for each in plan.losers],
        order=[
            PlaceView(
                conversation_id=one.conversation_id,
                message_id=one.message_id,
                at=at_ms(one.at),
                seq_new=one.seq,
            )
            for one in plan.order
        ],
        fields=[],
        moved_sessions=plan.moved_sessions,
    )

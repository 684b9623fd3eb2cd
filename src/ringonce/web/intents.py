"""What became of an idempotency key: a page that was reloaded asks this before it shows a fresh form."""

from urllib.parse import unquote

import msgspec

from ringonce.web.accounts_model import IntentView
from ringonce.web.call import Call, Reply
from ringonce.web.routing import Nothing, Routes, Who

routes = Routes("Intents")


@routes.read(
    "/intents/{key}", answer=IntentView, who=Who.KNOWN, errors=("key-malformed",),
    summary="What became of an idempotency key: nothing, running, or its stored answer",
)  # fmt: skip
async def look_up(call: Call, _: Nothing) -> Reply:
    """Only the caller's own keys exist here; another's is `none`."""
    found = await call.edge.executor.look_up(call.workspace.id, call.principal.receipt_scope, _key_of(call))
    if found.answer is None:
        return call.ok(IntentView(state=found.state))
    return call.ok(
        IntentView(state=found.state, status=found.answer.status, body=msgspec.Raw(found.answer.body))
    )


def _key_of(call: Call) -> str:
    # The address as it was sent: a key may hold a slash or a percent sign.
    raw: bytes = call.request.scope["raw_path"]
    return unquote(raw.partition(b"?")[0].partition(b"/intents/")[2].decode("latin-1"))

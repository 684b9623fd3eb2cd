"""The door of a click's story."""

from ringonce.insight.story import tell_story
from ringonce.kernel.db import Tx
from ringonce.web.call import Call, Reply
from ringonce.web.routing import Nothing, Routes, Who
from ringonce.web.trace_view import StoryView, Told, story_view, with_letters

routes = Routes("Log")


@routes.read(
    "/trace/{request_id}", answer=StoryView, who=Who.READ, errors=("request-unknown",),
    summary="Everything one click did, in order: attempts, replays, facts, pushes, letters",
)  # fmt: skip
async def trace_request(call: Call, _: Nothing) -> Reply:
    """Pushes are those of this process since it started. Raises RequestUnknown."""
    request_id = call.path["request_id"]

    async def job(tx: Tx) -> Told:
        return await with_letters(tx, await tell_story(tx, call.workspace.id, request_id))

    return call.ok(story_view(request_id, await call.read(job), call.edge.pushes))

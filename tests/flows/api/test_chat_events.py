"""The contract of the socket: committed, whole, and what really goes over it."""

import re
from pathlib import Path
from typing import Any

from ringonce.web import events_schema
from tests.support.chats import open_desk
from tests.support.house import House

COMMITTED = Path(__file__).parents[3] / events_schema.FILE


def test_the_committed_schema_is_the_codes() -> None:
    assert events_schema.main(["--check", "--file", str(COMMITTED)]) == 0


def test_drift_is_found(tmp_path: Path) -> None:
    older = tmp_path / "events.schema.json"
    older.write_text(events_schema.text().replace('"reset"', '"restart"'))
    assert events_schema.main(["--check", "--file", str(older)]) == 1


def test_every_reference_leads_somewhere() -> None:
    document = events_schema.document()
    named = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', events_schema.text()))
    assert named <= set(document["$defs"])
    assert "AgentMessage" in named


async def test_frames_have_the_fields_that_the_schema_says(house: House) -> None:
    defined = events_schema.document()["$defs"]

    def fields(name: str) -> set[str]:
        return set(defined[name]["properties"])

    desk = await open_desk(house)
    visitor = desk.visitor()
    await visitor.start("Hello")
    heard: dict[str, Any] = {}
    async with desk.socket(visitor) as page, desk.socket(desk.owner) as agent:
        heard["thread"] = await page.follow()
        assert agent.live is not None
        for topic in ("inbox", "presence"):
            await agent.live.say(type="subscribe", id=topic, topic=topic)
            heard[topic] = await agent.live.hear(topic)
        desks = await agent.follow(visitor.conversation)
    for kind, body in (("thread", "ThreadBody"), ("inbox", "InboxBody"), ("presence", "PresenceBody")):
        assert set(heard[kind]) == fields(body) | {"type", "id"}
    assert set(heard["thread"]["conversation"]) == fields("VisitorConversation")
    assert set(heard["thread"]["messages"][0]) == fields("VisitorMessage")
    assert set(desks["conversation"]) == fields("AgentConversation")
    assert set(desks["messages"][0]) <= fields("AgentMessage")

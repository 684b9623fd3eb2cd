"""What goes over the live socket, as one JSON schema. `python -m ringonce.web.events_schema --check`.

Like openapi.json it is committed, and the clients' types are made from it.
"""

import argparse
import json
import sys
from difflib import unified_diff
from pathlib import Path
from typing import Any, Final

import msgspec

from ringonce.web.chat_model import VisitorConversation, VisitorMessage, VisitorPlace
from ringonce.web.desk_chat_model import AgentConversation, AgentMessage, CountsView
from ringonce.web.live_frames import (
    Beat,
    Change,
    Current,
    Events,
    Hello,
    InboxBody,
    Looking,
    LookingHeard,
    PresenceBody,
    Refusal,
    Snapshot,
    Subscribe,
    ThreadBody,
    TokenMinted,
    Typing,
    TypingHeard,
    Unsubscribe,
    Visiting,
    VisitingHeard,
    Welcome,
)

FILE: Final = "events.schema.json"
_REF: Final = "#/$defs/{name}"
_SAID: Final = (Hello, TokenMinted, Subscribe, Unsubscribe, Typing, Looking, Visiting, Beat)
_TOLD: Final = (Welcome, Refusal, Beat, TypingHeard, LookingHeard, VisitingHeard)
#: Bodies that many subscribers share; type and id are written before them.
_FRAMED: Final = {
    "snapshot": Snapshot,
    "current": Current,
    "delta": Change,
    "events": Events,
    "thread": ThreadBody,
    "inbox": InboxBody,
    "presence": PresenceBody,
}
#: Fields that are carried encoded, and what stands in them.
_INSIDE: Final[dict[str, dict[str, Any]]] = {
    "ThreadBody": {
        "conversation": {
            "anyOf": [
                {"$ref": "#/$defs/VisitorConversation"},
                {"$ref": "#/$defs/AgentConversation"},
                {"type": "null"},
            ]
        },
        "messages": {"type": "array", "items": {"$ref": "#/$defs/Place"}},
        "changed": {"type": "array", "items": {"$ref": "#/$defs/Place"}},
    },
    "InboxBody": {
        "conversations": {"type": "array", "items": {"$ref": "#/$defs/AgentConversation"}},
        "counts": {"$ref": "#/$defs/CountsView"},
    },
    "Refusal": {"problem": {"$ref": "#/$defs/Problem"}},
}
_PROBLEM: Final = {
    "type": "object",
    "description": "a problem document, as the API answers it",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
    },
    "additionalProperties": True,
}


def document() -> dict[str, Any]:
    """Every frame, both ways."""
    places = (VisitorMessage, AgentMessage, VisitorConversation, AgentConversation, CountsView)
    kinds = [*_SAID, *_TOLD, *_FRAMED.values(), *places]
    _, defined = msgspec.json.schema_components(list(dict.fromkeys(kinds)), ref_template=_REF)
    for name, fields in _INSIDE.items():
        defined[name]["properties"].update(fields)
    withdrawn = _withdrawn()
    defined |= {
        "Withdrawn": withdrawn,
        "Place": {"anyOf": [_ref("VisitorMessage"), _ref("AgentMessage"), _ref("Withdrawn")]},
        "Problem": _PROBLEM,
    }
    for kind, body in _FRAMED.items():
        defined[f"{kind.capitalize()}Frame"] = {
            "allOf": [_ref(body.__name__)],
            "type": "object",
            "required": ["type", "id"],
            "properties": {"type": {"const": kind}, "id": {"type": "string"}},
        }
    told = [_ref(each.__name__) for each in _TOLD] + [_ref(f"{kind.capitalize()}Frame") for kind in _FRAMED]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Frames of the live socket, /api/v1/live",
        "$defs": {
            **defined,
            "ClientFrame": {"oneOf": [_ref(each.__name__) for each in _SAID]},
            "ServerFrame": {"anyOf": told},
        },
        "anyOf": [_ref("ClientFrame"), _ref("ServerFrame")],
    }


def text() -> str:
    """As it is committed."""
    return json.dumps(document(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _REF.format(name=name)}


def _withdrawn() -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.schema(VisitorPlace)["anyOf"][1]
    return found


def main(argv: list[str]) -> int:
    """`--write` writes the committed file, `--check` compares with it."""
    parser = argparse.ArgumentParser(prog="python -m ringonce.web.events_schema")
    parser.add_argument("--file", type=Path, default=Path(FILE))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(argv)
    now = text()
    if asked.write:
        asked.file.write_text(now, encoding="utf-8")
        return 0
    if not asked.check:
        sys.stdout.write(now)
        return 0
    committed = asked.file.read_text(encoding="utf-8") if asked.file.exists() else ""
    if committed == now:
        return 0
    drift = unified_diff(
        committed.splitlines(), now.splitlines(), "committed", "from the code", lineterm="", n=2
    )
    sys.stderr.write(
        "\n".join(drift) + f"\n{asked.file} has drifted: run with --write and look at the change.\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A thread as a page knows it, from frames alone: the twin of frontend/packages/sync/src/thread.ts.

Pure: tests hold what the server says against it, and both reducers against tests/golden/threads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

View = Literal["visitor", "desk"]
Place = Mapping[str, Any]
Frame = Mapping[str, Any]


@dataclass(frozen=True)
class Thread:
    """`messages` by seq, without withdrawn ones; `upto`: every place up to here has been taken in."""

    conversation: Mapping[str, Any] | None = None
    messages: tuple[Place, ...] = ()
    upto: int = 0

    def plain(self) -> dict[str, Any]:
        """As traces keep it."""
        return {"conversation": self.conversation, "messages": list(self.messages), "upto": self.upto}

    def texts(self) -> list[str]:
        return [place["text"] for place in self.messages if place["kind"] in ("text", "note")]


def take_frame(thread: Thread, frame: Frame, view: View = "visitor") -> Thread | None:
    """The thread after a frame; None when places are missing between them: ask again."""
    if frame.get("reset"):
        messages = _placed((), frame, view)
        return Thread(frame["conversation"], messages, max(frame["from"], frame["upto"]))
    ours, theirs = thread.conversation, frame["conversation"]
    if ours and theirs and ours["id"] != theirs["id"]:
        return None
    if frame["from"] > thread.upto:
        return None
    is_older = ours is not None and (theirs is None or theirs["version"] < ours["version"])
    return Thread(
        ours if is_older else theirs,
        _placed(thread.messages, frame, view),
        max(thread.upto, frame["upto"]),
    )


def take_all(thread: Thread, frames: Sequence[Frame], view: View = "visitor") -> Thread:
    """The thread after frames that leave no gap. Raises AssertionError at one that does."""
    for frame in frames:
        after = take_frame(thread, frame, view)
        assert after is not None, f"a gap: have {thread.upto}, frame from {frame['from']}"
        thread = after
    return thread


def _placed(before: Sequence[Place], frame: Frame, view: View) -> tuple[Place, ...]:
    by_seq = {place["seq"]: place for place in before}
    places = [*frame["messages"], *frame.get("changed", ())]
    for place in places:
        if "withdrawn" in place:
            by_seq.pop(place["seq"], None)
        elif _version_of(by_seq.get(place["seq"])) <= _version_of(place):
            by_seq[place["seq"]] = place
    for place in places:
        for seq in () if "withdrawn" in place else _emptied_by(place, view):
            by_seq.pop(seq, None)
    return tuple(by_seq[seq] for seq in sorted(by_seq))


def _emptied_by(place: Place, view: View) -> list[int]:
    """The places that the undoing of a merge emptied, as its line in the thread names them."""
    extra = place.get("extra", {})
    if place["kind"] != "event" or extra.get("code") != "unmerged":
        return []
    return list(extra.get("visitor_withdrawn" if view == "visitor" else "withdrawn", ()))


def _version_of(place: Place | None) -> int:
    found = (place or {}).get("extra", {}).get("version")
    return found if isinstance(found, int) else 0


@dataclass
class Page:
    """A page that follows one thread over whatever sockets it gets: what it holds, and what it asks for."""

    view: View = "visitor"
    thread: Thread = field(default_factory=Thread)

    def ask(self) -> dict[str, Any]:
        """The fields with which it subscribes again."""
        conversation = self.thread.conversation
        return {"conversation": conversation["id"] if conversation else None, "after": self.thread.upto}

    def take(self, frame: Frame) -> None:
        """Raises AssertionError at a gap, which a server that keeps its word never leaves."""
        self.thread = take_all(self.thread, [frame], self.view)

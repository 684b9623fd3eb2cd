"""The story of a click as people read it: every attempt, fact, push and letter, in the order of time."""

from dataclasses import dataclass
from typing import Any, Literal

from ringonce.insight.story import Story
from ringonce.kernel.db import Tx
from ringonce.kernel.pushes import Pushes
from ringonce.notify.told_queries import ToldLetter, list_told
from ringonce.web.accounts_model import View
from ringonce.web.times import Instant, at_ms

StepKind = Literal["attempt", "replay", "fact", "push", "letter", "dead"]
# Of one instant: first the attempt, then what it did, then what left the house.
_RANK = {"attempt": 0, "fact": 1, "push": 2, "letter": 3, "dead": 4, "replay": 5}


class StepView(View):
    """One step. Which fields are filled in follows from `kind`; `text` is a code, never a person's words."""

    kind: StepKind
    at: Instant
    request_id: str | None = None
    principal: str | None = None
    status: int | None = None
    seq: int | None = None
    stream: str | None = None
    action: str | None = None
    refs: dict[str, Any] | None = None
    actor_kind: str | None = None
    actor_id: str | None = None
    pages: int | None = None
    letter_id: str | None = None
    state: str | None = None
    text: str | None = None


class DeliveryView(View):
    """How far a consumer of the outbox is: whether it has done its part for the last fact."""

    consumer: str
    state: Literal["done", "waiting", "dead"]
    attempts: int
    reason: str


class StoryView(View):
    """What one click did. `replays`: how often its stored answer was given again."""

    request_id: str
    attempts: int
    replays: int
    facts: int
    steps: list[StepView]
    deliveries: list[DeliveryView]


@dataclass(frozen=True, slots=True)
class Told:
    """A story with the letters that it caused."""

    story: Story
    letters: tuple[ToldLetter, ...]


async def with_letters(tx: Tx, story: Story) -> Told:
    """Read the letters of a story's facts."""
    return Told(story, await list_told(tx, story.workspace_id, story.entries))


def story_view(request_id: str, told: Told, pushes: Pushes | None) -> StoryView:
    """The story in order. `pushes` are this process's, and None where there is no server."""
    story = told.story
    steps = [*_attempts(story), *_facts(story), *_letters(told), *_dead(story)]
    if pushes is not None:
        for push in pushes.of(story.workspace_id, [entry.seq for entry in story.entries]):
            steps.append(StepView(kind="push", at=at_ms(push.at), seq=push.upto, pages=push.pages))
    steps.sort(key=lambda step: (step.at, _RANK[step.kind], step.seq or 0))
    replays = sum(step.kind == "replay" for step in steps)
    return StoryView(
        request_id=request_id,
        attempts=sum(step.kind in ("attempt", "replay") for step in steps),
        replays=replays,
        facts=len(story.entries),
        steps=steps,
        deliveries=[
            DeliveryView(
                consumer=one.consumer,
                state=one.state,  # type: ignore[arg-type]
                attempts=one.attempts,
                reason=one.reason,
            )
            for one in story.deliveries
        ],
    )


def _attempts(story: Story) -> list[StepView]:
    return [
        StepView(
            kind="replay" if attempt.replayed else "attempt",
            at=at_ms(attempt.at),
            request_id=attempt.request_id,
            principal=intention.principal,
            status=intention.status,
        )
        for intention in story.intentions
        for attempt in intention.attempts
    ]


def _facts(story: Story) -> list[StepView]:
    return [
        StepView(
            kind="fact",
            at=at_ms(entry.at),
            request_id=entry.request_id,
            seq=entry.seq,
            stream=entry.stream,
            action=entry.action,
            refs=entry.refs,
            actor_kind=entry.actor_kind,
            actor_id=entry.actor_id,
        )
        for entry in story.entries
    ]


def _letters(told: Told) -> list[StepView]:
    return [
        StepView(
            kind="letter",
            at=at_ms(letter.sent_at or letter.created_at),
            seq=letter.seq,
            letter_id=letter.id,
            state=letter.state,
            text=f"{letter.kind}:{letter.reader}",
        )
        for letter in told.letters
    ]


def _dead(story: Story) -> list[StepView]:
    return [
        StepView(
            kind="dead", at=at_ms(one.at), seq=one.seq, state=one.state, text=f"{one.consumer}:{one.reason}"
        )
        for one in story.deliveries
        if one.state == "dead" and one.at is not None
    ]

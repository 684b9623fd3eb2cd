"""When an inbox answers: its opening hours, and how long answers really took."""

from dataclasses import dataclass
from statistics import median
from typing import Final

from ringonce.availability.arrays import cut
from ringonce.availability.model import DAY, Schedule
from ringonce.availability.windows import open_spans, present_spans
from ringonce.calendars.model import HoursSchedule
from ringonce.calendars.public_holidays import holiday_aways
from ringonce.calendars.queries import find_schedules
from ringonce.chat import reading_store
from ringonce.chat.inbox_model import Inbox
from ringonce.kernel.db import Tx
from ringonce.values.ids import ScheduleId
from ringonce.values.zones import date_at, local_minute

MINUTE: Final = 60_000
#: How far ahead the next opening is looked for.
AHEAD_DAYS: Final = 60
#: Measured over this stretch, and said only from so many answers on.
REPLY_DAYS: Final = 14
REPLIES_LEAST: Final = 5
_REPLIES_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether an inbox is open now. `opens_at` (Unix ms) is the next opening of a closed one, None if none
    is near; `zone` is its schedule's, empty where it is always open.
    """

    is_open: bool
    opens_at: int | None
    zone: str


async def opening(tx: Tx, workspace_id: str, inbox: Inbox, now: int) -> Opening:
    """Whether an inbox is open at an instant (Unix ms); one without a schedule always is."""
    if inbox.schedule_id is None:
        return Opening(True, None, "")
    found = await find_schedules(tx, workspace_id, [inbox.schedule_id])
    schedule = found.get(ScheduleId(inbox.schedule_id))
    return Opening(True, None, "") if schedule is None else opening_by(schedule, now)


def opening_by(schedule: HoursSchedule, now: int) -> Opening:
    """As `opening`, by a schedule that was read."""
    minute = now // MINUTE
    today = local_minute(schedule.zone, minute) // DAY
    hours = Schedule(schedule.zone, schedule.weekly, schedule.overrides, schedule.travels)
    spans = open_spans(hours, today - 1, today + AHEAD_DAYS)
    start, end = spans.start, spans.end
    if schedule.holidays is not None:
        first = date_at(schedule.zone, minute).year
        last = date_at(schedule.zone, minute + AHEAD_DAYS * DAY).year
        aways = holiday_aways(schedule.holidays, schedule.zone, first, last)
        start, end, _ = cut(start, end, present_spans(aways))
    ahead = sorted((int(a), int(b)) for a, b in zip(start, end, strict=True) if b > minute)
    if not ahead:
        return Opening(False, None, schedule.zone)
    opens, _ = ahead[0]
    if opens <= minute:
        return Opening(True, None, schedule.zone)
    return Opening(False, opens * MINUTE, schedule.zone)


async def reply_time(tx: Tx, workspace_id: str, inbox_id: str, now: int) -> int | None:
    """The median of how long visitors waited for a first answer these 14 days, in whole minutes, at least
    one; None where too few were answered to say.
    """
    rows = await tx.all(
        reading_store.FIRST_REPLIES,
        workspace_id=workspace_id,
        inbox_id=inbox_id,
        since=now - REPLY_DAYS * DAY * MINUTE,
        most=_REPLIES_MOST,
    )
    if len(rows) < REPLIES_LEAST:
        return None
    waited: float = median(row["first_reply_at"] - row["created_at"] for row in rows)
    return max(1, round(waited / MINUTE))

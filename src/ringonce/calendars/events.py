"""Facts about hosts, schedules and external calendars: ids, numbers and codes, never a name or a note."""

from collections.abc import Mapping
from dataclasses import dataclass

Refs = Mapping[str, str | int | bool | list[str] | None]


@dataclass(frozen=True, slots=True)
class ScheduleFact:
    """`raised` are the hosts whose pages it moved."""

    schedule_id: str
    version: int
    raised: tuple[str, ...] = ()

    @property
    def stream(self) -> str:
        return f"schedule:{self.schedule_id}"

    def to_refs(self) -> Refs:
        return {"schedule": self.schedule_id, "version": self.version, "hosts": list(self.raised)}


@dataclass(frozen=True, slots=True)
class ScheduleCreated(ScheduleFact):
    """There is a new schedule."""


@dataclass(frozen=True, slots=True)
class ScheduleChanged(ScheduleFact):
    """Its hours, zone, travel or holidays changed."""


@dataclass(frozen=True, slots=True)
class ScheduleRemoved(ScheduleFact):
    """Nobody used it, and it is gone."""


@dataclass(frozen=True, slots=True)
class HostFact:
    """`version` is the host's revision: what an editor compares."""

    host_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"host:{self.host_id}"

    def to_refs(self) -> Refs:
        return {"host": self.host_id, "version": self.version}


@dataclass(frozen=True, slots=True)
class HostCreated(HostFact):
    """Somebody, or something, can be booked."""


@dataclass(frozen=True, slots=True)
class HostChanged(HostFact):
    """A host's own settings changed."""


@dataclass(frozen=True, slots=True)
class HostRetired(HostFact):
    """The host takes part in nothing new; the past stays."""


@dataclass(frozen=True, slots=True)
class AwayFact:
    """A stretch of absence, in UTC minutes."""

    host_id: str
    away_id: str
    start_minute: int
    end_minute: int

    @property
    def stream(self) -> str:
        return f"host:{self.host_id}"

    def to_refs(self) -> Refs:
        return {
            "host": self.host_id,
            "away": self.away_id,
            "start_minute": self.start_minute,
            "end_minute": self.end_minute,
        }


@dataclass(frozen=True, slots=True)
class AwayAdded(AwayFact):
    """A host will be away."""


@dataclass(frozen=True, slots=True)
class AwayRemoved(AwayFact):
    """A host will be there after all."""


@dataclass(frozen=True, slots=True)
class CalendarFact:
    """An outside calendar of a host."""

    host_id: str
    calendar_id: str

    @property
    def stream(self) -> str:
        return f"host:{self.host_id}"

    def to_refs(self) -> Refs:
        return {"host": self.host_id, "calendar": self.calendar_id}


@dataclass(frozen=True, slots=True)
class CalendarConnected(CalendarFact):
    """An outside calendar counts from now on."""


@dataclass(frozen=True, slots=True)
class CalendarChanged(CalendarFact):
    """Its name or its policy changed."""


@dataclass(frozen=True, slots=True)
class CalendarDisconnected(CalendarFact):
    """It counts no longer."""


@dataclass(frozen=True, slots=True)
class CalendarFailing(CalendarFact):
    """It could not be read; the owner is to be told."""


@dataclass(frozen=True, slots=True)
class ExternalBusyRead(CalendarFact):
    """It was read; `stretches` is how many busy ones it has in that range, `changed` whether they differ."""

    stretches: int
    changed: bool

    def to_refs(self) -> Refs:
        return {
            "host": self.host_id,
            "calendar": self.calendar_id,
            "stretches": self.stretches,
            "changed": self.changed,
        }

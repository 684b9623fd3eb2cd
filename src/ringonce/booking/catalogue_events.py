"""Facts about services and teams: ids and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

Refs = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class ServiceFact:
    """`version` is the service's revision: what an editor compares."""

    service_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"service:{self.service_id}"

    def to_refs(self) -> Refs:
        return {"service": self.service_id, "version": self.version}


@dataclass(frozen=True, slots=True)
class ServiceCreated(ServiceFact):
    """There is something new to book."""


@dataclass(frozen=True, slots=True)
class ServiceChanged(ServiceFact):
    """Its rules, its form or its hosts changed."""


@dataclass(frozen=True, slots=True)
class ServiceRetired(ServiceFact):
    """It can be booked no longer; its bookings stand."""


@dataclass(frozen=True, slots=True)
class TeamFact:
    """`version` is the team's revision."""

    team_id: str
    version: int

    @property
    def stream(self) -> str:
        return f"team:{self.team_id}"

    def to_refs(self) -> Refs:
        return {"team": self.team_id, "version": self.version}


@dataclass(frozen=True, slots=True)
class TeamCreated(TeamFact):
    """Hosts share a page and limits."""


@dataclass(frozen=True, slots=True)
class TeamChanged(TeamFact):
    """Its zone, limits or hosts changed."""


@dataclass(frozen=True, slots=True)
class TeamRetired(TeamFact):
    """Services keep their hosts; the team is gone."""

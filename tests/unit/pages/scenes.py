"""A studio's page to draw, without a server: two weeks of free times in December."""

from datetime import date
from typing import Any

from ringonce.availability.model import Mode
from ringonce.booking.catalogue_model import Approval, Location, LocationKind, Service, ServiceRules
from ringonce.values import zones
from ringonce.values.ids import ServiceId
from ringonce.web.pages.asked import Asked
from ringonce.web.pages.book import Reading, Scenery
from ringonce.web.pages.month import PageSlot
from ringonce.web.pages.summary import HostName
from ringonce.web.pages.visit import Visit

ZONE = "Europe/Amsterdam"
DECEMBER = date(2026, 12, 1)


def minute(day: int, hour: int, past: int = 0) -> int:
    """The UTC minute of a time in December."""
    return zones.day_start(ZONE, date(2026, 12, day)) + hour * 60 + past


def service(**fields: Any) -> Service:
    plain: dict[str, Any] = {
        "id": ServiceId("svc_00000000000000000000000000"),
        "slug": "cut",
        "title": "Cut & finish",
        "description": "Wash, cut and blow-dry.",
        "colour": "#0e5359",
        "price_text": "",
        "hidden": False,
        "private_token": None,
        "lengths": (45,),
        "questions": (),
        "locations": (Location(id="shop", kind=LocationKind.IN_PERSON, value="Lange Nieuwstraat 9"),),
        "rules": ServiceRules(),
        "schedule_id": None,
        "restriction_schedule_id": None,
        "team_id": None,
        "mode": Mode.ANY,
        "seats": 1,
        "approval": Approval.NONE,
        "pending_blocks": True,
        "hold_minutes": 5,
        "cancel_until": 1440,
        "move_until": 1440,
        "keep_host_on_move": False,
        "visitor_limit": None,
        "success_url": None,
        "active": True,
        "position": 0,
        "version": 1,
        "revision": 1,
        "created_at": 0,
        "retired_at": None,
    }
    return Service(**(plain | fields))


def visit(locale: str = "en", asked: Asked | None = None, **fields: Any) -> Visit:
    plain: dict[str, Any] = {
        "hour12": False,
        "first_weekday": 0,
        "workspace_id": "wsp_1",
        "workspace_slug": "studio",
        "workspace_name": "Studio Nine",
        "home_zone": ZONE,
        "path": "/studio/cut",
        "now_minute": minute(8, 13, 18),
        "nonce": "bm9uY2U=",
        "request_id": "req_test",
        "build": "build",
    }
    return Visit(locale=locale, asked=asked or Asked(), **(plain | fields))


def scenery(*, seats_left: int | None = None, **fields: Any) -> Scenery:
    slots = [PageSlot(minute(day, hour), seats_left) for day in (9, 10, 11) for hour in (9, 10, 15)]
    reading = Reading(
        first=DECEMBER,
        slots=slots,
        etag="tag",
        version="v1",
        epoch="1",
        true_until=None,
        server_time="2026-12-08T12:18:00Z",
    )
    plain: dict[str, Any] = {
        "visit": visit(),
        "service": service(),
        "path": "/studio/cut",
        "zone": ZONE,
        "length": 45,
        "hosts": [HostName("hst_1", "Ana"), HostName("hst_2", "Rui")],
        "team": None,
        "reading": reading,
        "key": "k" * 24,
    }
    return Scenery(**(plain | fields))

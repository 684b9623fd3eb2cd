"""The calendar file that a receipt offers."""

from ringonce.booking.catalogue_model import Service
from ringonce.booking.model import Booking
from ringonce.notify.invitation import invitation
from ringonce.notify.model import Meeting
from ringonce.web.pages.visit import Visit


def calendar_file(
    visit: Visit, booking: Booking, service: Service, manage_url: str, stamped_at: int
) -> bytes:
    """The booking for a calendar to keep: nobody is invited by it. `stamped_at` in milliseconds."""
    meeting = Meeting(
        workspace=visit.workspace_name,
        service=service.title,
        start_minute=booking.start_minute,
        length_minutes=booking.length_minutes,
        zone=booking.zone,
        locale=visit.locale,
        hosts=(),
        place=str((booking.location or {}).get("value") or ""),
        name="",
        email="",
        manage_url=manage_url,
        ics_uid=booking.ics_uid,
        ics_sequence=booking.ics_sequence,
    )
    return invitation(meeting, method="PUBLISH", organizer="noreply@invalid", stamped_at=stamped_at)

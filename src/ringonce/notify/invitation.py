"""iCalendar invitations (RFC 5545, 5546): UID and SEQUENCE are the booking's, so a move updates one entry."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

from ringonce.notify.model import LetterKind, Meeting

#: The iTIP method of each letter; a letter that is not here carries no invitation.
METHODS = {
    LetterKind.CONFIRMED: "REQUEST",
    LetterKind.APPROVED: "REQUEST",
    LetterKind.MOVED: "REQUEST",
    LetterKind.CANCELLED: "CANCEL",
}
#: What ends a request: a CANCEL to those whose calendars have it, from before it was moved.
ENDINGS = frozenset({LetterKind.REJECTED, LetterKind.EXPIRED})


def method_of(kind: LetterKind, *, was_invited: bool) -> str | None:
    """The method of a letter to somebody who has been invited earlier, or has not."""
    return "CANCEL" if was_invited and kind in ENDINGS else METHODS.get(kind)


def invitation(meeting: Meeting, *, method: str, organizer: str, stamped_at: int) -> bytes:
    """Write the calendar object of a meeting.

    `method` is REQUEST, CANCEL or PUBLISH (RFC 5546); `stamped_at` is in milliseconds. The same
    arguments give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Ringonce//Ringonce//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_event(meeting, method, organizer, stamped_at))
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, method: str, organizer: str, stamped_at: int) -> Event:
    event = Event()
    start = datetime.fromtimestamp(meeting.start_minute * 60, UTC)
    event.add("uid", meeting.ics_uid)
    event.add("sequence", meeting.ics_sequence)
    event.add("dtstamp", datetime.fromtimestamp(stamped_at // 1000, UTC))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=meeting.length_minutes))
    event.add("summary", f"{meeting.service} · {meeting.workspace}")
    if meeting.place:
        event.add("location", meeting.place)
    if meeting.manage_url and method != "CANCEL":
        event.add("description", meeting.manage_url)
        event.add("url", meeting.manage_url)
    event.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    event.add("transp", "OPAQUE")
    sender = vCalAddress(f"mailto:{organizer}")
    sender.params["cn"] = vText(meeting.workspace)
    event.add("organizer", sender)
    if meeting.email:
        guest = vCalAddress(f"mailto:{meeting.email}")
        guest.params["cn"] = vText(meeting.name or meeting.email)
        guest.params["role"] = vText("REQ-PARTICIPANT")
        guest.params["partstat"] = vText("ACCEPTED")
        guest.params["rsvp"] = vText("FALSE")
        event.add("attendee", guest)
    return event

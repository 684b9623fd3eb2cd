"""Writes a letter from a meeting: text, HTML and invitation, in the reader's zone and language."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_name
from jinja2 import Environment, PackageLoader, StrictUndefined

from ringonce.notify.invitation import invitation, method_of
from ringonce.notify.model import Letter, LetterKind, Meeting, Reader, Words

_PAGES = Environment(loader=PackageLoader("ringonce.notify"), autoescape=True, undefined=StrictUndefined)


@lru_cache(maxsize=64)
def _locale(name: str) -> Locale:
    return Locale.parse(name, sep="-")


def when(minute: int, length_minutes: int, zone: str, locale: str) -> str:
    """A stretch of time in words: weekday, date and both ends, in the zone given."""
    start = datetime.fromtimestamp(minute * 60, UTC).astimezone(ZoneInfo(zone))
    end = datetime.fromtimestamp((minute + length_minutes) * 60, UTC).astimezone(ZoneInfo(zone))
    words = _locale(locale)
    day = format_date(start, "full", locale=words)
    first = format_time(start, "short", tzinfo=start.tzinfo, locale=words)
    last = format_time(end, "short", tzinfo=end.tzinfo, locale=words)
    joint = " " if words.language == "zh" else ", "
    return f"{day}{joint}{first}–{last}"


def zone_words(minute: int, zone: str, locale: str) -> str:
    """The zone's name as a reader of the locale knows it."""
    at = datetime.fromtimestamp(minute * 60, UTC).astimezone(ZoneInfo(zone))
    return str(get_timezone_name(at, "long", locale=_locale(locale)))


def write_letter(
    meeting: Meeting, kind: LetterKind, reader: Reader, *, words: Words, sender: str, stamped_at: int
) -> Letter:
    """Write the letter of one happening to one reader.

    People's text enters the HTML escaped and the subject on one line. A host gets no
    invitation: the desk is where hosts look.
    """
    values = _values(meeting, words)

    def say(key: str) -> str:
        return words(meeting.locale, f"mail.{key}", values)

    lines = _lines(meeting, kind, words, values)
    ended = kind in (LetterKind.CANCELLED, LetterKind.REJECTED, LetterKind.EXPIRED)
    has_link = reader is Reader.HOST or (reader is Reader.GUEST and not ended)
    links = [(say(f"link.{reader}"), meeting.manage_url)] if has_link else []
    subject = " ".join(say(f"{kind}.{reader}.subject").split())
    opening = say(f"{kind}.{reader}.opening")
    facts = [f"{label}: {value}" for label, value in lines]
    calls = [f"\n{label}:\n{url}" for label, url in links]
    text = "\n".join([opening, "", *facts, *calls, "", meeting.workspace, ""])
    page = _PAGES.get_template("letter.html").render(
        locale=meeting.locale,
        subject=subject,
        opening=opening,
        lines=lines,
        links=links,
        workspace=meeting.workspace,
    )
    method = None if reader is Reader.HOST else method_of(kind, was_invited=meeting.was_invited)
    # The link in an entry lets its holder move the booking: people who were brought along do not get it.
    shown = meeting if has_link else replace(meeting, manage_url="")
    paper = invitation(shown, method=method, organizer=sender, stamped_at=stamped_at) if method else None
    return Letter(subject=subject, text=text, html=page, invitation=paper, method=method)


def _values(meeting: Meeting, words: Words) -> dict[str, object]:
    return {
        "workspace": meeting.workspace,
        "service": meeting.service,
        "name": meeting.name,
        "when": when(meeting.start_minute, meeting.length_minutes, meeting.zone, meeting.locale),
        "hosts": ", ".join(meeting.hosts),
    }


def _lines(
    meeting: Meeting, kind: LetterKind, words: Words, values: dict[str, object]
) -> list[tuple[str, str]]:
    def label(key: str) -> str:
        return words(meeting.locale, f"mail.label.{key}", {})

    lines = [(label("what"), meeting.service), (label("when"), str(values["when"]))]
    lines.append((label("zone"), zone_words(meeting.start_minute, meeting.zone, meeting.locale)))
    if kind is LetterKind.MOVED and meeting.previous_start_minute is not None:
        before = when(meeting.previous_start_minute, meeting.length_minutes, meeting.zone, meeting.locale)
        lines.append((label("before"), before))
    if meeting.hosts:
        lines.append((label("with"), str(values["hosts"])))
    if meeting.place:
        lines.append((label("where"), meeting.place))
    if meeting.reason:
        lines.append((label("reason"), meeting.reason))
    return lines

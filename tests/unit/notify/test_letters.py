"""Letters are pure: the same meeting gives the same words and the same calendar entry."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from icalendar import Calendar, Component

from ringonce.notify.invitation import invitation
from ringonce.notify.letters import when, write_letter
from ringonce.notify.model import Letter, LetterKind, Meeting, Reader
from ringonce.web.messages import words_for

# 2026-12-10 14:30 UTC
START = 1_796_913_000 // 60

MEETING = Meeting(
    workspace="Studio Nine",
    service="Cut & finish",
    start_minute=START,
    length_minutes=45,
    zone="Europe/Amsterdam",
    locale="en",
    hosts=("Mei",),
    place="Lange Nieuwstraat 9, Utrecht",
    name="Ana",
    email="ana@example.org",
    manage_url="https://book.example.org/studio/b/code",
    ics_uid="bkg_1@ringonce",
    ics_sequence=0,
)


def words(locale: str, key: str, values: Mapping[str, object]) -> str:
    return words_for(locale)(key, **values)  # type: ignore[arg-type]


def letter(meeting: Meeting, kind: LetterKind, reader: Reader = Reader.GUEST) -> Letter:
    return write_letter(
        meeting, kind, reader, words=words, sender="desk@example.org", stamped_at=1_790_000_000_000
    )


def test_time_is_said_in_the_zone_and_language_of_the_reader() -> None:
    assert when(START, 45, "Europe/Amsterdam", "en").startswith("Thursday, December 10, 2026, 3:30")
    assert when(START, 45, "Asia/Shanghai", "zh-CN") == "2026年12月10日星期四 22:30–23:15"


def test_a_meeting_over_a_clock_change_ends_by_elapsed_minutes() -> None:
    # 2026-10-25 00:30 UTC is 02:30 summer time in Berlin; an hour later the clocks show 02:30 again.
    assert when(1_792_888_200 // 60, 60, "Europe/Berlin", "de").endswith("02:30–02:30")


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("reader", list(Reader))
def test_every_letter_can_be_written(locale: str, kind: LetterKind, reader: Reader) -> None:
    written = letter(replace(MEETING, locale=locale), kind, reader)
    assert "Cut & finish" in written.subject
    assert "Cut &amp; finish" in written.html
    assert "{" not in written.subject + written.text


def test_what_people_typed_is_text_and_stays_on_its_line() -> None:
    hostile = replace(MEETING, name="Ana\r\nBcc: all@example.org", service="<script>alert(1)</script>")
    written = letter(hostile, LetterKind.CONFIRMED, Reader.HOST)
    assert "<script>" not in written.html
    assert "\n" not in written.subject
    assert "\r" not in written.subject


def test_only_who_may_change_it_gets_the_link() -> None:
    assert MEETING.manage_url in letter(MEETING, LetterKind.CONFIRMED).text
    companion = letter(MEETING, LetterKind.CONFIRMED, Reader.COMPANION)
    assert MEETING.manage_url not in companion.text + companion.html
    assert companion.invitation is not None
    assert MEETING.manage_url.encode() not in companion.invitation.replace(b"\r\n ", b"")


def _entry(raw: bytes) -> tuple[Component, Component]:
    calendar = Calendar.from_ical(raw)
    return calendar, calendar.walk("VEVENT")[0]


def test_a_move_updates_the_entry_and_a_cancellation_ends_it() -> None:
    first = letter(MEETING, LetterKind.CONFIRMED)
    moved = letter(replace(MEETING, start_minute=START + 60, ics_sequence=1), LetterKind.MOVED)
    ended = letter(replace(MEETING, ics_sequence=2), LetterKind.CANCELLED)
    seen = []
    for each in (first, moved, ended):
        assert each.invitation is not None
        calendar, event = _entry(each.invitation)
        seen.append(
            (str(event["UID"]), str(event["SEQUENCE"]), str(calendar["METHOD"]), str(event["STATUS"]))
        )
    assert seen == [
        ("bkg_1@ringonce", "0", "REQUEST", "CONFIRMED"),
        ("bkg_1@ringonce", "1", "REQUEST", "CONFIRMED"),
        ("bkg_1@ringonce", "2", "CANCEL", "CANCELLED"),
    ]


def test_the_invitation_is_the_same_bytes_every_time() -> None:
    papers = {
        invitation(MEETING, method="REQUEST", organizer="a@example.org", stamped_at=1_790_000_000_000)
        for _ in "123"
    }
    assert len(papers) == 1


@pytest.mark.parametrize("kind", [LetterKind.REQUESTED, LetterKind.REJECTED, LetterKind.EXPIRED])
def test_nothing_enters_a_calendar_before_it_is_booked(kind: LetterKind) -> None:
    assert letter(MEETING, kind).invitation is None


@pytest.mark.parametrize("kind", [LetterKind.REJECTED, LetterKind.EXPIRED])
def test_what_was_booked_before_leaves_the_calendar(kind: LetterKind) -> None:
    invited = replace(MEETING, was_invited=True, ics_sequence=2)
    assert letter(invited, kind).method == "CANCEL"
    assert letter(invited, kind, Reader.HOST).invitation is None

"""What a letter looks like on its way."""

import pytest

from ringonce.notify.model import Letter
from ringonce.notify.post import NotSent, SmtpPost, compose

LETTER = Letter(
    subject="已预约：剪发",
    text="文字",
    html="<p>文字</p>",
    invitation=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    method="REQUEST",
)


def test_every_attempt_has_the_same_message_id_and_date() -> None:
    first, second = (
        compose(LETTER, "Studio Nine <desk@example.org>", "ana@example.org", "12-guest-0", 1_790_000_000_000)
        for _ in range(2)
    )
    assert first["Message-ID"] == second["Message-ID"] == "<12-guest-0@example.org>"
    assert first["Date"] == second["Date"]


def test_a_letter_has_three_faces_and_the_calendar_names_its_method() -> None:
    message = compose(LETTER, "desk@example.org", "ana@example.org", "12-guest-0", 1_790_000_000_000)
    faces = [(part.get_content_type(), part.get_param("method")) for part in message.walk()]
    assert faces == [
        ("multipart/alternative", None),
        ("text/plain", None),
        ("text/html", None),
        ("text/calendar", "REQUEST"),
    ]
    assert message["Subject"] == "已预约：剪发"
    bytes(message)


@pytest.mark.parametrize(
    ("sender", "recipient", "is_final"),
    [
        ("desk@example.org", "ada..l@example.org", True),
        ("desk@example.org", "jörg@example.org", True),
        ("desk@example.org", "a,b@example.org", True),
        ("desk@example.org", "(a)@example.org", True),
        ("desk@example.org", "a@[example.org", True),
        ("desk@example.org", "a\x01@example.org", True),
        ("desk..x@example.org", "ada@example.org", False),
    ],
)
async def test_what_no_header_can_carry_is_not_sent(sender: str, recipient: str, is_final: bool) -> None:
    # The mail server is never asked.
    post = SmtpPost("smtp://127.0.0.1:1", sender)
    with pytest.raises(NotSent) as refused:
        await post.send(LETTER, recipient, "12-guest-0", 1_790_000_000_000)
    assert "SMTP" not in str(refused.value)
    assert refused.value.is_final is is_final

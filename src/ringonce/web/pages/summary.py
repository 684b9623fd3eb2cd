"""What a service is, in a few lines: facts, the rule about changes, and the choices beside the month."""

from collections.abc import Sequence
from dataclasses import dataclass

from ringonce.booking.catalogue_model import Approval, LocationKind, Service
from ringonce.web.messages import Words
from ringonce.web.pages.form import place_text
from ringonce.web.pages.visit import Visit

DAY_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Fact:
    icon: str
    text: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    value: str
    text: str
    chosen: bool
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    name: str
    label: str
    options: list[ChoiceOption]


@dataclass(frozen=True, slots=True)
class HostName:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Card:
    """One line of the list of services."""

    href: str
    title: str
    intro: str
    facts: list[Fact]
    colour: str


def facts_of(words: Words, service: Service, length: int | None) -> list[Fact]:
    """Length, place, price and seats; `length` None: all that the service has."""
    found = [Fact("clock", _length_text(words, service.lengths, length))]
    if service.locations:
        place = service.locations[0]
        full = (
            place.value if place.kind is LocationKind.IN_PERSON and place.value else place_text(words, place)
        )
        found.append(Fact("place", full, place.label if place.label != full else ""))
    if service.price_text:
        found.append(Fact("price", service.price_text))
    if service.is_seated:
        found.append(Fact("people", words("booking.page.seats", count=service.seats)))
    return found


def _length_text(words: Words, lengths: Sequence[int], length: int | None) -> str:
    if length is None and len(lengths) > 1:
        return words("booking.page.minutes.range", least=min(lengths), most=max(lengths))
    return words("booking.page.minutes", count=length or lengths[0])


def rule_of(words: Words, service: Service) -> str:
    """Until when a guest may move or cancel, or that every request is looked at."""
    if service.approval is Approval.ALWAYS:
        return words("booking.page.rule.request")
    until = [each for each in (service.cancel_until, service.move_until) if each is not None]
    if not until:
        return words("booking.page.rule.none")
    return (
        words("booking.page.rule.both", until=_until(words, max(until)))
        if max(until)
        else words("booking.page.rule.any")
    )


def _until(words: Words, minutes: int) -> str:
    if minutes % DAY_MINUTES == 0 and minutes > 2 * DAY_MINUTES:
        return words("booking.page.until.days", count=minutes // DAY_MINUTES)
    if minutes % 60 == 0:
        return words("booking.page.until.hours", count=minutes // 60)
    return words("booking.page.until.minutes", count=minutes)


def choices_of(visit: Visit, service: Service, length: int, hosts: Sequence[HostName]) -> list[Choice]:
    """Several lengths, and with whom, where there is something to choose."""
    words, found = visit.words, []
    if len(service.lengths) > 1:
        options = [
            ChoiceOption(str(each), words("booking.page.minutes", count=each), each == length)
            for each in service.lengths
        ]
        found.append(Choice("length", words("booking.page.length"), options))
    if len(hosts) > 1:
        asked = visit.asked.host
        anyone = ChoiceOption("", words("booking.page.with.any"), asked is None, wide=True)
        people = [ChoiceOption(each.id, each.name, each.id == asked) for each in hosts]
        found.append(Choice("host", words("booking.page.with"), [anyone, *people]))
    return found


def card_of(visit: Visit, service: Service) -> Card:
    href = visit.asked.link(
        f"/{visit.workspace_slug}/{service.slug}", leave=("length", "host", "move", "private")
    )
    intro = service.description.partition("\n")[0]
    return Card(href, service.title, intro, facts_of(visit.words, service, None), service.colour)

"""Public holidays of a country as stretches of a zone; the only module that imports `holidays`."""

from datetime import date
from functools import lru_cache

import holidays as almanac

from ringonce.availability.model import Away, AwayKind
from ringonce.calendars.model import Holidays
from ringonce.values.zones import date_span


@lru_cache(maxsize=256)
def _dates(country: str, subdivision: str | None, year: int) -> tuple[tuple[date, str], ...]:
    found = almanac.country_holidays(country, subdiv=subdivision, years=year)
    # Observed days of the year before or after may come along; each date belongs to its own year.
    return tuple(sorted((on, name) for on, name in found.items() if on.year == year))


@lru_cache(maxsize=1)
def _countries() -> dict[str, frozenset[str]]:
    return {
        country: frozenset(parts)
        for country, parts in almanac.list_supported_countries(include_aliases=False).items()
    }


def is_known(holidays: Holidays) -> bool:
    """Whether the almanac has this country, and this subdivision of it."""
    parts = _countries().get(holidays.country)
    return parts is not None and (holidays.subdivision is None or holidays.subdivision in parts)


@lru_cache(maxsize=256)
def holiday_aways(holidays: Holidays, zone: str, first_year: int, last_year: int) -> tuple[Away, ...]:
    """Every holiday of the years, both inclusive, from midnight to midnight in the zone."""
    return tuple(
        Away(*date_span(zone, on, on), AwayKind.HOLIDAY, name)
        for year in range(first_year, last_year + 1)
        for on, name in _dates(holidays.country, holidays.subdivision, year)
    )

"""The founding incident of the live chat, in Chromium and Firefox: one conversation, whatever happens."""

import pytest
from playwright.async_api import Browser

from tests.browser.chat.cases import CASES, SLOW_CASES
from tests.browser.chat.conftest import Stages

EVERY = {**CASES, **SLOW_CASES}


@pytest.mark.parametrize("when", ["before", "off"])
@pytest.mark.parametrize("case", EVERY)
async def test_a_first_message_is_one_conversation(
    case: str, when: str, chromium: Browser, stages: Stages
) -> None:
    await EVERY[case](await stages(chromium, when))


async def test_with_questions_after_the_first_message(chromium: Browser, stages: Stages) -> None:
    await CASES["ten clicks"](await stages(chromium, "after"))


@pytest.mark.parametrize("case", CASES)
async def test_in_firefox(case: str, firefox: Browser, stages: Stages) -> None:
    await CASES[case](await stages(firefox, "before" if case != "code delayed" else "off"))

"""The founding incident of the live chat, in Chromium and Firefox: one conversation, whatever happens."""

import pytest
from playwright.async_api import Browser

from tests.browser.chat.cases import CASES, EVERY, prove_one_conversation
from tests.browser.chat.conftest import Stages


@pytest.mark.parametrize("when", ["before", "off"])
@pytest.mark.parametrize("case", EVERY)
async def test_a_first_message_is_one_conversation(
    case: str, when: str, chromium: Browser, stages: Stages
) -> None:
    await prove_one_conversation(await stages(chromium, when), case)


async def test_with_questions_after_the_first_message(chromium: Browser, stages: Stages) -> None:
    await prove_one_conversation(await stages(chromium, "after"), "ten clicks")


@pytest.mark.parametrize("case", CASES)
async def test_in_firefox(case: str, firefox: Browser, stages: Stages) -> None:
    stage = await stages(firefox, "before" if case != "code delayed" else "off")
    await prove_one_conversation(stage, case)

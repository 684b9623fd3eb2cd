"""The founding incident in WebKit. Its driver changes no request: what goes wrong goes wrong in the proxy."""

from collections.abc import Awaitable, Callable

import pytest

from tests.browser.chat.cases import CASES, prove_one_conversation
from tests.browser.chat.stage import Stage, open_inbox
from tests.browser.chat.tabs import Tab, WebKitTab
from tests.browser.widget.acts import Desk
from tests.support.faultproxy import FaultProxy
from tests.support.hostsite import HostSite
from tests.support.product import Product
from tests.support.webkit import WebKit, webkit

# One window is all there is: two tabs are for the other browsers.
IN_ONE_WINDOW = [name for name in CASES if name != "two tabs"]


@pytest.mark.parametrize("case", IN_ONE_WINDOW)
async def test_a_first_message_is_one_conversation(
    case: str, salon: Product, desk: Desk, faults: FaultProxy
) -> None:
    when = "off" if case == "code delayed" else "before"
    async with HostSite(open_roots=True) as site, webkit() as window:
        stage = Stage(salon, desk, faults, site, when, await open_inbox(desk, when), of(window))
        await prove_one_conversation(stage, case)


def of(window: WebKit) -> Callable[[], Awaitable[Tab]]:
    async def new_tab() -> Tab:
        return WebKitTab(window)

    return new_tab

"""The founding incident: every way in which a first message was lost or doubled once, as one act each."""

import asyncio

from tests.browser.chat.stage import SAYS, Stage, asks_after, chat_code, lives, starts
from tests.support.faultproxy import Fault


async def ten_clicks(stage: Stage) -> None:
    tab = await stage.arrive()
    await stage.write(tab)
    await stage.press(tab)
    await stage.holds()
    assert len(stage.asked) == 1


async def enter_held(stage: Stage) -> None:
    tab = await stage.arrive()
    await tab.hold_enter(await stage.write(tab))
    await stage.holds()
    assert len(stage.asked) == 1


async def code_delayed(stage: Stage) -> None:
    """The launcher is pressed again and again while the chat's code is on its way."""
    stage.faults.set(Fault(delay=1.2, matches=chat_code))
    tab = await stage.arrive(times=10)
    await stage.write(tab)
    await stage.press(tab)
    await stage.holds()
    assert len(stage.asked) == 1


async def latency(stage: Stage) -> None:
    """Every request takes a second and a half."""
    stage.faults.set(Fault(delay=1.5))
    tab = await stage.arrive()
    await stage.write(tab)
    await stage.press(tab)
    await tab.until(SAYS, "Sending")
    await stage.press(tab)
    await stage.holds()
    assert len(stage.asked) == 1


async def answer_dropped(stage: Stage) -> None:
    stage.faults.set(Fault(drop_answer=True, times=1, matches=starts))
    tab = await stage.arrive()
    await stage.write(tab)
    await stage.press(tab)
    await stage.holds()


async def answer_late(stage: Stage) -> None:
    """The server has long done it, and nothing tells the page. It says that it is slow; presses count for
    nothing.
    """
    stage.faults.set(
        Fault(hold_answer=True, times=1, matches=starts),
        Fault(hold=True, matches=lives),
    )
    tab = await stage.arrive()
    await stage.write(tab)
    await stage.press(tab)
    await tab.until(SAYS, "Still sending, slow connection. It will not be sent twice.")
    await stage.press(tab)
    await stage.is_one()
    stage.faults.clear()
    stage.faults.release()
    await stage.holds()
    assert len(stage.asked) == 1


async def answer_late_but_seen(stage: Stage) -> None:
    """The socket tells the page before the answer does: the message stands there as sent, and stays one."""
    stage.faults.set(Fault(hold_answer=True, times=1, matches=starts))
    tab = await stage.arrive()
    await stage.write(tab)
    await stage.press(tab)
    await stage.holds()
    stage.faults.release()
    await stage.holds()
    assert len(stage.asked) == 1


async def two_tabs(stage: Stage) -> None:
    """Neither tab knows of the other, and both begin at the same moment."""
    one, other = await stage.arrive(), await stage.arrive()
    texts = [f"{stage.text} The first tab.", f"{stage.text} The second tab."]
    await stage.write(one, texts[0])
    await stage.write(other, texts[1])
    stage.faults.set(Fault(hold=True, matches=starts))
    await asyncio.gather(stage.press(one), stage.press(other))
    await stage.faults.wait_for(2, held=True)
    stage.faults.clear()
    stage.faults.release()
    await stage.holds(*texts)


async def reload_while_sending(stage: Stage) -> None:
    """The page that comes back asks what became of the key; the request itself arrives last of all."""
    stage.faults.set(Fault(hold=True, times=1, matches=starts))
    tab = await stage.arrive()
    await stage.write(tab)
    await stage.press(tab)
    await stage.faults.wait_for(1, held=True)
    await stage.back(tab)
    await stage.holds()
    stage.faults.release()
    assert len({each.body for each in stage.asked}) == 1
    await stage.is_one()


async def prove_one_after_a_kill(stage: Stage) -> None:
    """The answer never leaves and nothing else tells; the server comes back, and the page asks."""
    stage.faults.set(
        Fault(drop_answer=True, matches=starts),
        Fault(hold=True, matches=asks_after),
        Fault(drop_request=True, matches=lambda exchange: exchange.path.startswith("/api/")),
    )
    tab = await stage.arrive()
    await stage.write(tab)
    await stage.press(tab)
    await stage.faults.wait_for(1, held=True)
    await stage.product.restart()
    stage.faults.clear()
    stage.faults.release()
    await stage.holds()


CASES = {
    "ten clicks": ten_clicks,
    "Enter held": enter_held,
    "code delayed": code_delayed,
    "answer dropped": answer_dropped,
    "two tabs": two_tabs,
    "reload while sending": reload_while_sending,
}
SLOW_CASES = {"latency": latency, "answer late": answer_late, "answer late but seen": answer_late_but_seen}
EVERY = {**CASES, **SLOW_CASES}


async def prove_one_conversation(stage: Stage, case: str) -> None:
    """Act the case; whatever it does, one conversation is all there is. Raises AssertionError."""
    await EVERY[case](stage)

"""Search at the desk: both engines, two Chinese characters, every word, no false hit."""

from typing import Any

from ringonce.chat.search import find_messages
from tests.flows.chat.desk import open_desk
from tests.support.house import House, done


async def found(desk: Any, words: str) -> list[str]:
    answer = await done(desk.owner.get("/search", {"q": words}))
    return [each["excerpt"] for each in answer["conversations"]]


async def test_words_are_found_from_their_beginning_and_all_of_them(house: House) -> None:
    desk = await open_desk(house)
    await desk.start("ada", "Could I RESCHEDULE my haircut to Thursday?")
    await desk.start("bea", "A beard trim on Thursday")
    assert await found(desk, "thurs resch") == ["Could I RESCHEDULE my haircut to Thursday?"]
    assert len(await found(desk, "thursday")) == 2
    assert await found(desk, "schedule") == []
    assert await found(desk, "thursday nails") == []


async def test_two_chinese_characters_are_found_and_chance_pairs_are_not(house: House) -> None:
    desk = await open_desk(house)
    await desk.start("ada", "我想明天預約剪髮")
    await desk.start("bea", "明天 天明")
    assert await found(desk, "預約") == ["我想明天預約剪髮"]
    assert await found(desk, "明天明") == []
    assert len(await found(desk, "明天")) == 2


async def test_percent_and_underscore_are_no_wildcards(house: House) -> None:
    desk = await open_desk(house)
    await desk.start("ada", "100% sure, a_b")
    assert await found(desk, "%") == []
    assert await found(desk, "100%") == ["100% sure, a_b"]
    assert await found(desk, "1_0") == []


async def test_an_excerpt_is_plain_text_around_the_hit(house: House) -> None:
    desk = await open_desk(house)
    await desk.start("ada", "x " * 200 + "<b>needle</b>" + " y" * 200)
    (excerpt,) = await found(desk, "needle")
    assert "<b>needle</b>" in excerpt
    assert len(excerpt) < 150


async def test_notes_and_people_are_found_too(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada", "hello")
    await desk.reply(conversation["id"], "she was here about the invoice", note=True)
    answer = await done(desk.owner.get("/search", {"q": "invoice"}))
    (hit,) = answer["conversations"]
    assert hit["conversation"]["id"] == conversation["id"]
    assert hit["seq"] == (await desk.read(conversation["id"]))["last_seq"]


async def test_another_workspace_finds_nothing(house: House) -> None:
    desk = await open_desk(house)
    await desk.start("ada", "a very particular word: xylophone")
    other = await open_desk(house)
    assert await found(other, "xylophone") == []
    assert len(await found(desk, "xylophone")) == 1


async def test_an_erased_message_is_not_found(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada", "my secret is marmalade")
    assert len(await found(desk, "marmalade")) == 1
    await done(desk.owner.post(f"/contacts/{conversation['contact']['id']}/erase"))
    assert await found(desk, "marmalade") == []


async def test_chance_pairs_do_not_hide_a_hit_behind_them(house: House) -> None:
    """More candidates than one page holds: the search goes on until the text has decided."""
    desk = await open_desk(house)
    conversation = await desk.start("ada", "明天明白")
    for _ in range(5):
        await desk.say("ada", conversation["id"], "明天 天明")
    database = house.app.edge.database
    hits = await database.read(lambda tx: find_messages(tx, desk.workspace.id, "明天明", 10, page=2))
    assert [hit.excerpt for hit in hits] == ["明天明白"]


async def test_the_number_of_a_merged_conversation_finds_where_it_stands(house: House) -> None:
    desk = await open_desk(house)
    winner, loser = await desk.start("ada"), await desk.start("bea")
    body = {"kind": "conversations", "winner_id": winner["id"], "loser_ids": [loser["id"]]}
    await done(desk.owner.post("/merges", body))
    listed = await desk.listed(q=f"#{loser['number']}")
    assert [each["id"] for each in listed["items"]] == [winner["id"]]


async def test_a_place_beyond_the_thread_is_its_end(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    path = f"/conversations/{conversation['id']}/messages"
    whole = await done(desk.owner.get(path))
    page = await done(desk.owner.get(path, {"before": 2**32}))
    assert page["messages"] == whole["messages"]

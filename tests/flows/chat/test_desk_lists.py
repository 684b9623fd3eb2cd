"""The desk's lists: what stands in which view, exact counts, stable pages, one cost whatever their length."""

from datetime import timedelta

from ringonce.chat.desk_model import ListAsk
from ringonce.chat.listing_queries import count_views, list_conversations
from ringonce.kernel.db import Tx
from ringonce.values.paging import PageAsk
from tests.flows.chat.desk import Desk, open_desk
from tests.support.counting import count_reads
from tests.support.house import House


def ids_of(listed: dict[str, list[dict[str, str]]]) -> list[str]:
    return [each["id"] for each in listed["items"]]


async def three(desk: Desk) -> list[str]:
    """Three conversations, the last one with the newest words."""
    made = []
    for name in ("ada", "bea", "cleo"):
        made.append((await desk.start(name, f"hello from {name}"))["id"])
        desk.house.clock.move(timedelta(minutes=1))
    return made


async def test_the_newest_words_come_first_and_move_a_conversation_up(house: House) -> None:
    desk = await open_desk(house)
    first, second, third = await three(desk)
    assert ids_of(await desk.listed()) == [third, second, first]
    await desk.say("ada", first, "still there?")
    listed = await desk.listed()
    assert ids_of(listed) == [first, third, second]
    assert listed["items"][0]["preview"] == {
        **listed["items"][0]["preview"],
        "text": "still there?",
        "author_kind": "visitor",
    }


async def test_pages_go_on_where_the_last_ended_even_while_words_come(house: House) -> None:
    desk = await open_desk(house)
    first, second, third = await three(desk)
    page = await desk.listed(limit=2)
    assert ids_of(page) == [third, second]
    await desk.say("cleo", third, "one more")
    rest = await desk.listed(limit=2, cursor=page["next_cursor"])
    assert ids_of(rest) == [first]
    assert rest["next_cursor"] is None


async def test_views_and_counts_are_exact(house: House) -> None:
    desk = await open_desk(house)
    first, second, third = await three(desk)
    agent, member = await desk.agent()
    await desk.deed(first, "assign", {"assignee_id": member.id})
    await desk.deed(third, "resolve")
    mine = await desk.listed(by=agent, view="mine")
    assert ids_of(mine) == [first]
    assert mine["counts"] == {"mine": 1, "unassigned": 1, "all": 2, "mentions": 0}
    assert ids_of(await desk.listed(view="unassigned", state="open")) == [second]
    assert ids_of(await desk.listed(state="resolved")) == [third]
    assert (await desk.listed())["counts"]["mine"] == 0


async def test_filters_narrow_together(house: House) -> None:
    desk = await open_desk(house)
    first, second, _ = await three(desk)
    label = (await desk.owner.post("/labels", {"name": "Invoice", "hue": 10})).json()
    await desk.deed(first, "labels", {"add": [label["id"]]})
    await desk.deed(second, "labels", {"add": [label["id"]]})
    contact = (await desk.read(first))["contact"]["id"]
    assert ids_of(await desk.listed(label=label["id"])) == [second, first]
    assert ids_of(await desk.listed(label=label["id"], contact=contact)) == [first]
    assert ids_of(await desk.listed(inbox=desk.inbox["id"], assignee=desk.owner_id)) == []
    number = (await desk.read(second))["number"]
    assert ids_of(await desk.listed(q=f"#{number}")) == [second]
    assert ids_of(await desk.listed(q="from ada")) == [first]


async def test_unread_is_counted_for_each_member(house: House) -> None:
    desk = await open_desk(house)
    agent, _ = await desk.agent()
    conversation = await desk.start("ada", "one")
    assert conversation["unread"] == 1
    await desk.say("ada", conversation["id"], "two")
    await desk.reply(conversation["id"], "an answer is not unread")
    seen = await desk.deed(conversation["id"], "seen", {"seq": conversation["last_seq"]})
    assert seen.json()["conversation"]["unread"] == 1
    assert (await desk.read(conversation["id"], by=agent))["unread"] == 2
    last = (await desk.read(conversation["id"]))["last_seq"]
    await desk.deed(conversation["id"], "seen", {"seq": last})
    # An old mark that comes late takes nothing back.
    await desk.deed(conversation["id"], "seen", {"seq": 1})
    assert (await desk.read(conversation["id"]))["unread"] == 0


async def test_a_mark_in_one_conversation_counts_in_no_other(house: House) -> None:
    desk = await open_desk(house)
    long = await desk.start("ada", "one")
    for text in ("two", "three"):
        await desk.say("ada", long["id"], text)
    short = await desk.start("bob", "one")
    # The short one is read first: its low mark must not stand for the long one's.
    for each in (short, long):
        last = (await desk.read(each["id"]))["last_seq"]
        await desk.deed(each["id"], "seen", {"seq": last})
    assert [(await desk.read(each["id"]))["unread"] for each in (long, short)] == [0, 0]
    await desk.say("bob", short["id"], "two")
    assert [(await desk.read(each["id"]))["unread"] for each in (long, short)] == [0, 1]


async def test_a_mention_is_listed_until_it_was_looked_at(house: House) -> None:
    desk = await open_desk(house)
    agent, member = await desk.agent()
    conversation = await desk.start("ada")
    said = await desk.reply(conversation["id"], "please look", note=True, mentions=[member.id])
    assert said["message"]["note"] is True
    assert said["message"]["visitor_seq"] is None
    listed = await desk.listed(by=agent, view="mentions")
    assert ids_of(listed) == [conversation["id"]]
    assert listed["counts"]["mentions"] == 1
    assert ids_of(await desk.listed(view="mentions")) == []
    await desk.deed(conversation["id"], "seen", {"seq": said["message"]["seq"]}, by=agent)
    assert ids_of(await desk.listed(by=agent, view="mentions")) == []


async def test_only_members_can_be_mentioned(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    body = {"client_id": "client-x1", "text": "look", "note": True, "mentions": ["mem_nobody"]}
    refused = await desk.owner.post(f"/conversations/{conversation['id']}/messages", body)
    assert (refused.status_code, refused.json()["code"]) == (400, "mention-unknown")
    assert (await desk.read(conversation["id"]))["last_seq"] == conversation["last_seq"]


async def test_what_belongs_to_notes_is_refused_in_a_reply_and_a_choice_has_its_own_id(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    _, member = await desk.agent()
    path = f"/conversations/{conversation['id']}/messages"
    twice = [{"id": "a", "label": "Beard"}, {"id": "a", "label": "Hair"}]
    for field, value in (("mentions", [member.id]), ("choices", twice)):
        body = {"client_id": "client-x2", "text": "look", field: value}
        refused = await desk.owner.post(path, body)
        assert (refused.status_code, refused.json()["code"]) == (400, "request-invalid")
        assert [fault["field"] for fault in refused.json()["errors"]] == [field]
    assert (await desk.owner.post(path, {"client_id": "client-x2", "text": "look"})).status_code == 201


async def test_a_thread_is_read_from_its_end_backwards_and_after_a_place(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada", "1")
    for number in range(2, 8):
        await desk.say("ada", conversation["id"], str(number))
    path = f"/conversations/{conversation['id']}/messages"
    last = (await desk.read(conversation["id"]))["last_seq"]
    newest = (await desk.owner.get(path, {"limit": 3})).json()
    assert [each["seq"] for each in newest["messages"]] == [last - 2, last - 1, last]
    assert (newest["upto"], newest["more"]) == (last, True)
    before = (await desk.owner.get(path, {"before": last - 2, "limit": 2})).json()
    assert [each["seq"] for each in before["messages"]] == [last - 4, last - 3]
    after = (await desk.owner.get(path, {"after": last - 1})).json()
    assert [each["text"] for each in after["messages"]] == ["7"]
    assert after["more"] is False


async def test_a_page_costs_the_same_however_long_it_is(house: House) -> None:
    desk = await open_desk(house)

    async def cost() -> int:
        async def job(tx: Tx) -> None:
            ask = ListAsk(member_id=desk.owner_id)
            await list_conversations(tx, desk.workspace.id, ask, PageAsk(limit=50))
            await count_views(tx, desk.workspace.id, desk.owner_id)

        return await count_reads(house.app.edge.database, job)

    await desk.start("one")
    of_one = await cost()
    for number in range(8):
        await desk.start(f"more-{number}")
    assert await cost() == of_one == 4

"""What the desk does with conversations: compare and set, idempotent by state, several at once."""

from datetime import timedelta
from typing import Any

from tests.flows.chat.desk import Desk, client_id, open_desk
from tests.support.house import House, done


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


# --- assigning


async def test_who_takes_it_second_is_told_who_has_it(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    (ann, ann_member), (ben, ben_member) = await desk.agent(), await desk.agent()
    first = await desk.deed(conversation["id"], "assign", {"assignee_id": ann_member.id}, by=ann)
    assert first.json()["conversation"]["assignee_id"] == ann_member.id
    second = await desk.deed(conversation["id"], "assign", {"assignee_id": ben_member.id}, by=ben)
    assert told(second) == (409, "assigned-meanwhile")
    assert second.json()["assignee_id"] == ann_member.id
    body = {"assignee_id": ben_member.id, "expected_assignee_id": ann_member.id}
    third = await desk.deed(conversation["id"], "assign", body, by=ben)
    assert third.json()["conversation"]["assignee_id"] == ben_member.id
    assert (await desk.codes(conversation["id"]))[1:] == ["joined", "joined"]


async def test_assigning_what_is_assigned_so_changes_nothing(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    body = {"assignee_id": desk.owner_id}
    first = (await desk.deed(conversation["id"], "assign", body)).json()["conversation"]
    again = (await desk.deed(conversation["id"], "assign", body)).json()["conversation"]
    assert again["version"] == first["version"]
    assert (await desk.actions(conversation["id"])).count("ConversationAssigned") == 1


async def test_letting_go_and_a_note_for_the_next(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    _, member = await desk.agent()
    body = {"assignee_id": member.id, "note": "she speaks Frisian"}
    await desk.deed(conversation["id"], "assign", body)
    page = (await desk.owner.get(f"/conversations/{conversation['id']}/messages")).json()
    notes = [each for each in page["messages"] if each["kind"] == "note"]
    assert [each["text"] for each in notes] == ["she speaks Frisian"]
    assert notes[0]["author"]["member_id"] == desk.owner_id
    free = await desk.deed(
        conversation["id"], "assign", {"assignee_id": None, "expected_assignee_id": member.id}
    )
    assert free.json()["conversation"]["assignee_id"] is None
    assert (await desk.codes(conversation["id"]))[-1] == "unassigned"


async def test_a_note_is_kept_where_a_colleague_has_assigned_so_meanwhile(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    await desk.deed(conversation["id"], "assign", {"assignee_id": desk.owner_id})
    body = {"assignee_id": desk.owner_id, "note": "she speaks Frisian"}
    await desk.deed(conversation["id"], "assign", body)
    page = (await desk.owner.get(f"/conversations/{conversation['id']}/messages")).json()
    assert [each["text"] for each in page["messages"] if each["kind"] == "note"] == ["she speaks Frisian"]
    assert (await desk.actions(conversation["id"])).count("ConversationAssigned") == 1


async def test_only_active_members_of_this_workspace_are_given_anything(house: House) -> None:
    desk, other = await open_desk(house), await open_desk(house)
    conversation = await desk.start("ada")
    refused = await desk.deed(conversation["id"], "assign", {"assignee_id": other.owner_id})
    assert told(refused) == (400, "agent-unknown")
    team = (await other.owner.post("/agent-teams", {"name": "Theirs"})).json()
    refused = await desk.deed(conversation["id"], "assign", {"team_id": team["id"]})
    assert told(refused) == (404, "agent-team-missing")


async def test_a_team_gives_it_to_whoever_of_it_is_there(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    _, there = await desk.agent(present=True)
    _, absent = await desk.agent()
    await desk.agent(present=True)
    team = await done(desk.owner.post("/agent-teams", {"name": "Colour", "members": [there.id, absent.id]}))
    moved = (await desk.deed(conversation["id"], "assign", {"team_id": team["id"]})).json()["conversation"]
    assert (moved["team_id"], moved["assignee_id"]) == (team["id"], there.id)


# --- turns


async def test_starts_go_round_among_those_who_are_there(house: House) -> None:
    desk = await open_desk(house)
    _, ann = await desk.agent(present=True)
    _, ben = await desk.agent(present=True)
    await desk.agent()
    given = []
    for number in range(4):
        given.append((await desk.start(f"v{number}"))["assignee_id"])
        house.clock.move(timedelta(seconds=1))
    assert given == [*sorted([ann.id, ben.id])] * 2


async def test_nobody_is_given_more_than_the_capacity_and_the_next_free_place_is_filled(
    house: House,
) -> None:
    desk = await open_desk(house)
    _, ann = await desk.agent(present=True, capacity=1)
    first = await desk.start("ada")
    house.clock.move(timedelta(seconds=1))
    second = await desk.start("bea")
    house.clock.move(timedelta(seconds=1))
    third = await desk.start("cleo")
    assert (first["assignee_id"], second["assignee_id"]) == (ann.id, None)
    await desk.deed(first["id"], "resolve")
    assert (await desk.read(second["id"]))["assignee_id"] == ann.id
    assert (await desk.read(third["id"]))["assignee_id"] is None


async def test_busy_agents_and_manual_inboxes_are_given_nothing(house: House) -> None:
    desk = await open_desk(house)
    agent, member = await desk.agent(present=True)
    await done(agent.patch("/agents/me", {"status": "busy"}))
    waiting = await desk.start("ada")
    assert waiting["assignee_id"] is None
    await done(agent.patch("/agents/me", {"status": "online"}))
    assert (await desk.read(waiting["id"]))["assignee_id"] == member.id
    body = {"slug": "byhand", "name": "By hand", "settings": {"assignment": "manual"}}
    inbox = await done(desk.owner.post("/inboxes", body))
    assert (await desk.start("bea", inbox=inbox["slug"]))["assignee_id"] is None


async def test_an_inbox_with_agents_of_its_own_turns_to_them_alone(house: House) -> None:
    desk = await open_desk(house)
    _, mine = await desk.agent(present=True)
    await desk.agent(present=True)
    await done(desk.owner.patch(f"/inboxes/{desk.inbox['id']}", {"version": 1, "agents": [mine.id]}))
    given = set()
    for number in range(3):
        given.add((await desk.start(f"v{number}"))["assignee_id"])
        house.clock.move(timedelta(seconds=1))
    assert given == {mine.id}


async def test_presence_lapses_without_a_beat(house: House) -> None:
    desk = await open_desk(house)
    _, member = await desk.agent()
    assert await desk.come(member.id) is True
    assert await desk.come(member.id) is False
    present = (await desk.owner.get("/presence")).json()
    assert (present["agents"][member.id], present["is_open"]) == ("online", True)
    house.clock.move(timedelta(seconds=91))
    assert (await desk.owner.get("/presence")).json()["agents"][member.id] == "offline"
    assert (await desk.start("ada"))["assignee_id"] is None


# --- states


async def test_states_are_idempotent(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    until = {"until": "2027-01-01T09:00:00Z"}
    for deed, body in (("snooze", until), ("priority", {"priority": "high"}), ("resolve", {})):
        first = (await desk.deed(conversation["id"], deed, body)).json()["conversation"]
        again = (await desk.deed(conversation["id"], deed, body)).json()["conversation"]
        assert again["version"] == first["version"], deed
    assert (await desk.actions(conversation["id"]))[-3:] == [
        "ConversationSnoozed",
        "ConversationPrioritised",
        "ConversationResolved",
    ]
    assert again["state"] == "resolved"
    assert again["snoozed_until"] is None
    assert again["priority"] == "high"


async def test_a_reply_leaves_a_resolved_conversation_resolved_and_the_answer_reopens_it(
    house: House,
) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    await desk.deed(conversation["id"], "resolve")
    await desk.reply(conversation["id"], "and have a good trip")
    assert (await desk.read(conversation["id"]))["state"] == "resolved"
    await desk.say("ada", conversation["id"], "thanks!")
    assert (await desk.read(conversation["id"]))["state"] == "open"


async def test_reopening_brings_the_visitor_back(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    await desk.deed(conversation["id"], "resolve")
    opened = (await desk.deed(conversation["id"], "reopen")).json()["conversation"]
    assert opened["state"] == "open"
    assert (await desk.start("ada", "again"))["id"] == conversation["id"]
    again = (await desk.deed(conversation["id"], "reopen")).json()["conversation"]
    assert again["state"] == "open"
    assert (await desk.codes(conversation["id"])).count("reopened") == 1


async def test_reopening_beside_a_live_one_is_refused_with_its_id(house: House) -> None:
    desk = await open_desk(house)
    old = await desk.start("ada")
    await desk.deed(old["id"], "resolve")
    new = await desk.start("ada", "something else")
    assert new["id"] != old["id"]
    refused = await desk.deed(old["id"], "reopen")
    assert told(refused) == (409, "live-elsewhere")
    assert refused.json()["conversation_id"] == new["id"]
    await desk.deed(new["id"], "resolve")
    assert (await desk.deed(old["id"], "reopen")).status_code == 200


async def test_a_snoozed_one_wakes_by_the_visitor_and_is_not_snoozed_into_the_past(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    past = await desk.deed(conversation["id"], "snooze", {"until": "2020-01-01T00:00:00Z"})
    assert told(past) == (400, "snooze-invalid")
    await desk.deed(conversation["id"], "snooze", {"until": "2027-01-01T09:00:00Z"})
    await desk.say("ada", conversation["id"], "one more thing")
    now = await desk.read(conversation["id"])
    assert (now["state"], now["snoozed_until"]) == ("open", None)
    await desk.deed(conversation["id"], "resolve")
    ended = await desk.deed(conversation["id"], "snooze", {"until": "2027-01-01T09:00:00Z"})
    assert told(ended) == (409, "conversation-ended")


async def test_labels_are_added_once_and_deleted_everywhere(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    label = await done(desk.owner.post("/labels", {"name": "Invoice", "hue": 10}))
    twin = await desk.owner.post("/labels", {"name": " INVOICE ", "hue": 20})
    assert twin.json()["errors"] == [{"field": "name", "code": "taken"}]
    for _ in range(2):
        answer = await desk.deed(conversation["id"], "labels", {"add": [label["id"]]})
    assert answer.json()["conversation"]["labels"] == [label["id"]]
    assert (await desk.codes(conversation["id"])).count("label-added") == 1
    unknown = await desk.deed(conversation["id"], "labels", {"add": ["lbl_none"]})
    assert told(unknown) == (404, "label-missing")
    await done(desk.owner.delete(f"/labels/{label['id']}", {"version": 1}))
    assert (await desk.read(conversation["id"]))["labels"] == []


async def test_deeds_on_a_merged_conversation_land_in_the_winner(house: House) -> None:
    desk = await open_desk(house)
    winner, loser = await desk.start("ada"), await desk.start("bea")
    body = {"kind": "conversations", "winner_id": winner["id"], "loser_ids": [loser["id"]]}
    await done(desk.owner.post("/merges", body))
    answer = (await desk.deed(loser["id"], "priority", {"priority": "urgent"})).json()
    assert answer["conversation"]["id"] == winner["id"]
    assert (await desk.read(winner["id"]))["priority"] == "urgent"
    assert (await desk.read(loser["id"]))["priority"] == "none"
    page = (await desk.owner.get(f"/conversations/{loser['id']}/messages")).json()
    assert page["conversation"]["id"] == winner["id"]
    assert [each["id"] for each in (await desk.listed())["items"]] == [winner["id"]]
    assert (await desk.read(winner["id"]))["number_of_merged"] == 1


# --- several at once


async def test_bulk_does_what_it_can_and_says_what_it_could_not(house: House) -> None:
    desk = await open_desk(house)
    old = await desk.start("ada")
    await desk.deed(old["id"], "resolve")
    live = await desk.start("ada", "new one")
    other = await desk.start("bea")
    await desk.deed(other["id"], "resolve")
    body = {"ids": [old["id"], other["id"], "cnv_none", other["id"]], "action": "reopen"}
    results = (await done(desk.owner.post("/conversations/bulk", body)))["results"]
    assert [(each["id"], each["code"]) for each in results] == [
        (old["id"], "live-elsewhere"),
        (other["id"], None),
        ("cnv_none", "conversation-missing"),
    ]
    assert results[0]["conversation"] is None
    assert results[1]["conversation"]["state"] == "open"
    assert (await desk.read(old["id"]))["state"] == "resolved"
    assert "ConversationReopened" not in await desk.actions(old["id"])
    assert (await desk.read(live["id"]))["state"] == "open"


async def test_bulk_twice_with_one_key_is_once(house: House) -> None:
    desk = await open_desk(house)
    ids = [(await desk.start(name))["id"] for name in ("ada", "bea")]
    body = {"ids": ids, "action": "priority", "priority": "low"}
    first = await desk.owner.post("/conversations/bulk", body, key="one-bulk-key-0000001")
    again = await desk.owner.post("/conversations/bulk", body, key="one-bulk-key-0000001")
    assert again.content == first.content
    assert (await desk.actions(ids[0])).count("ConversationPrioritised") == 1


# --- what is set up


async def test_a_canned_reply_is_rendered_for_a_conversation(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    body = {
        "shortcut": "/Hello",
        "body": "Hi {{ contact.first_name }}, {{agent.name}} of {{workspace.name}} here about"
        " #{{conversation.number}} {{unknown.thing}}",
    }
    reply = await done(desk.owner.post("/canned-replies", body))
    assert reply["shortcut"] == "hello"
    path = f"/canned-replies/{reply['id']}/render"
    text = (await done(desk.owner.get(path, {"conversation": conversation["id"]})))["text"]
    number = conversation["number"]
    # The visitor has no name yet: the agent sees the gap and fills it.
    assert text == (
        f"Hi {{{{ contact.first_name }}}}, Olive Owner of {desk.workspace.name} here about"
        f" #{number} {{{{unknown.thing}}}}"
    )
    taken = await desk.owner.post("/canned-replies", {"shortcut": "HELLO", "body": "x"})
    assert taken.json()["errors"] == [{"field": "shortcut", "code": "taken"}]
    found = await done(desk.owner.get("/canned-replies", {"q": "/hel"}))
    assert [each["id"] for each in found["items"]] == [reply["id"]]


async def test_edits_ask_for_the_version_that_was_read(house: House) -> None:
    desk = await open_desk(house)
    label = await done(desk.owner.post("/labels", {"name": "One"}))
    team = await done(desk.owner.post("/agent-teams", {"name": "One"}))
    reply = await done(desk.owner.post("/canned-replies", {"shortcut": "one", "body": "One"}))
    for path, body in (
        (f"/labels/{label['id']}", {"name": "Two"}),
        (f"/agent-teams/{team['id']}", {"name": "Two"}),
        (f"/canned-replies/{reply['id']}", {"body": "Two"}),
        (f"/inboxes/{desk.inbox['id']}", {"name": "Two"}),
    ):
        changed = await done(desk.owner.patch(path, {"version": 1, **body}))
        assert changed["version"] == 2, path
        assert told(await desk.owner.patch(path, {"version": 1, **body})) == (409, "edit-stale")


async def test_a_team_in_use_is_not_deleted(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    team = await done(desk.owner.post("/agent-teams", {"name": "Colour"}))
    await desk.deed(conversation["id"], "assign", {"team_id": team["id"]})
    path = f"/agent-teams/{team['id']}"
    assert told(await desk.owner.delete(path, {"version": 1})) == (409, "agent-team-in-use")
    await desk.deed(conversation["id"], "resolve")
    assert (await desk.owner.delete(path, {"version": 1})).status_code == 200


async def test_the_secret_of_an_inbox_changes_and_only_configurers_see_it(house: House) -> None:
    desk = await open_desk(house)
    agent, _ = await desk.agent()
    path = f"/inboxes/{desk.inbox['id']}/secret"
    before = await done(desk.owner.get(path))
    after = await done(desk.owner.post(path, {"version": 1}))
    assert before["secret"] != after["secret"]
    assert after["old_until"] is not None
    assert (await desk.owner.get(path)).json() == after
    assert told(await agent.get(path)) == (403, "not-allowed")


async def test_a_key_answers_as_a_key_and_has_read_nothing(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    made = await done(desk.owner.post("/keys", {"name": "bot", "scopes": ["read", "book"]}))
    bot = house.holder(made["secret"])
    said = await desk.reply(conversation["id"], "beep", by=bot)
    assert said["message"]["author"]["kind"] == "key"
    assert said["message"]["author"]["name"] == "bot"
    assert said["conversation"]["unread"] == 1
    assert (await desk.deed(conversation["id"], "seen", {"seq": 1}, by=bot)).status_code == 403


async def test_a_retry_of_an_answer_is_the_answer(house: House) -> None:
    desk = await open_desk(house)
    conversation = await desk.start("ada")
    body = {"client_id": client_id(), "text": "once"}
    path = f"/conversations/{conversation['id']}/messages"
    first, again = await done(desk.owner.post(path, body)), await done(desk.owner.post(path, body))
    assert again["message"] == first["message"]
    assert (await desk.read(conversation["id"]))["last_seq"] == first["message"]["seq"]


async def test_an_agent_writes_first(house: House) -> None:
    desk: Desk = await open_desk(house)
    contact = (await desk.start("ada"))["contact"]["id"]
    body = {"inbox_id": desk.inbox["id"], "contact_id": contact, "client_id": client_id(), "text": "Hi!"}
    said = await done(desk.owner.post("/conversations", body))
    assert said["message"]["text"] == "Hi!"
    missing = await desk.owner.post("/conversations", {**body, "contact_id": "ctc_none"})
    assert told(missing) == (404, "contact-missing")

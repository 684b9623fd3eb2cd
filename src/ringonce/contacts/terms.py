"""Words by which the desk finds a person: name, addresses and attributes, cut by `values.terms`."""

import msgspec

from ringonce.contacts import store
from ringonce.kernel.work import Work
from ringonce.values.terms import terms_of


async def add_terms(work: Work, contact_id: str, *texts: str) -> None:
    """A contact is found by these texts too."""
    words = {word for text in texts for word in terms_of(text)}
    place = {"workspace_id": work.workspace_id, "contact_id": contact_id}
    if words:
        await work.tx.run_many(store.ADD_TERM, [{**place, "term": word} for word in sorted(words)])


async def index_contact(work: Work, contact_id: str) -> None:
    """Write the words of a contact's own row and addresses anew; an erased contact has none."""
    place = {"workspace_id": work.workspace_id, "contact_id": contact_id}
    row = await work.tx.one(store.FIND_CONTACT, workspace_id=work.workspace_id, id=contact_id)
    await work.tx.run(store.FORGET_TERMS, **place)
    if row is None or row["erased_at"] is not None:
        return
    attributes = msgspec.json.decode(row["attributes"]).values()
    addresses = [one["value"] for one in await work.tx.all(store.TERM_SOURCES, **place)]
    await add_terms(
        work, contact_id, row["name"], *(each for each in attributes if isinstance(each, str)), *addresses
    )

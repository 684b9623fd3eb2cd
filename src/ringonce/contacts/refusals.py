"""Why a merge, of contacts or of conversations, is refused; the codes are the same for both."""

from ringonce.values.errors import DomainError, Kind

#: A merge can be undone for so long (ms).
UNDO_FOR = 30 * 24 * 3_600_000
#: One decision names at most so many.
LOSERS_MOST = 20


class MergeMissing(DomainError):
    """No merge has this id."""

    code = "merge-missing"
    kind = Kind.MISSING


class MergeWithItself(DomainError):
    """A merge needs two different things."""

    code = "merge-with-itself"
    kind = Kind.INVALID


class MergeChain(DomainError):
    """One of them is already part of another merge: undo that one first, or merge into its winner."""

    code = "merge-chain"
    kind = Kind.CONFLICT


class MergeCycle(DomainError):
    """They are merged already, the other way around."""

    code = "merge-cycle"
    kind = Kind.CONFLICT


class MergeUndone(DomainError):
    """The merge was undone before."""

    code = "merge-undone"
    kind = Kind.CONFLICT


class MergeTooOld(DomainError):
    """A merge can be undone for 30 days."""

    code = "merge-too-old"
    kind = Kind.CONFLICT


class MergeFieldUnknown(DomainError):
    """A field was given to a contact that has no part in the merge, or is no field."""

    code = "merge-field-unknown"
    kind = Kind.INVALID

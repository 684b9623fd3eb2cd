"""How conversations are refused."""

from ringonce.values.errors import DomainError, Kind


class ConversationMissing(DomainError):
    """No conversation has this id, or it is not this visitor's: the two look alike on purpose."""

    code = "conversation-missing"
    kind = Kind.MISSING


class InboxMissing(DomainError):
    """No inbox has this id or slug, or it takes no new conversations."""

    code = "inbox-missing"
    kind = Kind.MISSING


class TextMissing(DomainError):
    """There is nothing to say."""

    code = "text-missing"
    kind = Kind.INVALID


class TextTooLong(DomainError):
    """Params: most, how many characters there may be."""

    code = "text-too-long"
    kind = Kind.INVALID


class ClientIdMalformed(DomainError):
    """A client's id of a message is 8 to 128 printable ASCII characters without blanks."""

    code = "client-id-malformed"
    kind = Kind.INVALID


class AnswersInvalid(DomainError):
    """A form's answers. Params: errors, a list of {field, code}."""

    code = "answers-invalid"
    kind = Kind.INVALID


class FormMissing(DomainError):
    """No form waits for an answer in this conversation."""

    code = "form-missing"
    kind = Kind.MISSING


class LooksAutomatic(DomainError):
    """A hidden field was filled in, or the form was sent faster than anybody types."""

    code = "looks-automatic"
    kind = Kind.INVALID


class IdentityNeeded(DomainError):
    """This inbox is for people whom the site has signed in."""

    code = "identity-needed"
    kind = Kind.FORBIDDEN

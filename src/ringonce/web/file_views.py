"""An attachment as it goes over the wire."""

from ringonce.chat.attachments import path_of, preview_path_of
from ringonce.chat.model import Attachment
from ringonce.kernel.secrets import Codes
from ringonce.web.chat_model import AttachmentView


def attachment_view(codes: Codes, attachment: Attachment) -> AttachmentView:
    """With the addresses that its bytes are served at."""
    return AttachmentView(
        id=attachment.id,
        name=attachment.name,
        media_type=attachment.media_type,
        bytes=attachment.bytes,
        width=attachment.width,
        height=attachment.height,
        url=path_of(codes, attachment),
        preview_url=preview_path_of(codes, attachment),
    )

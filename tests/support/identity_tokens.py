"""Tokens as a site's own server signs them, written from the paper alone."""

import base64
import hashlib
import hmac
import json
from typing import Any


def coded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def jwt(secret: str, claims: dict[str, Any], header: dict[str, Any] | None = None) -> str:
    """A JWT signed with HS256, whatever its header says."""
    head = header if header is not None else {"alg": "HS256", "typ": "JWT"}
    signed = f"{coded(json.dumps(head).encode())}.{coded(json.dumps(claims).encode())}"
    return f"{signed}.{coded(hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest())}"


def short(secret: str, workspace: str, inbox: str, exp: int, sub: str, email: str = "") -> str:
    """The short form."""
    text = f"{workspace}|{inbox}|{exp}|{sub}|{email}"
    signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    return f"v1.{exp}.{coded(sub.encode())}.{coded(email.encode())}.{signature}"

"""Keeps what nobody here uses out of memory. To be imported before alembic.

Alembic's templates load every lexer of pygments, 8 MB, to colour a traceback that no one sees; told that the
plugin is missing, they go on without it.
"""

import sys

sys.modules.setdefault("mako.ext.pygmentplugin", None)  # type: ignore[arg-type]

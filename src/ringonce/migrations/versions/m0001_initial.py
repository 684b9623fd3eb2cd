"""The first schema."""

from alembic import op

from ringonce.kernel.db import DialectName
from ringonce.migrations.declared import declared_ddl
from ringonce.migrations.frozen import frozen_path, read_frozen

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    dialect: DialectName = "sqlite" if connection.dialect.name == "sqlite" else "postgresql"
    # Until `ringonce.migrations.freeze` has written the text, the code itself is the schema.
    is_frozen = frozen_path("0001_initial", dialect).exists()
    for sql in read_frozen("0001_initial", dialect) if is_frozen else declared_ddl(dialect):
        connection.exec_driver_sql(sql)

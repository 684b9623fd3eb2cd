"""The first schema."""

from alembic import op

from ringonce.migrations.declared import declared_ddl

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    for sql in declared_ddl("sqlite" if connection.dialect.name == "sqlite" else "postgresql"):
        connection.exec_driver_sql(sql)

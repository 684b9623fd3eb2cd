"""Alembic's entry: runs the migrations on the connection that kernel.migrate opened."""

from alembic import context


def run() -> None:
    """Run what is missing, in one transaction on both engines."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        transactional_ddl=True,
        render_as_batch=connection.dialect.name == "sqlite",
        version_table="schema_version",
    )
    with context.begin_transaction():
        context.run_migrations()


run()

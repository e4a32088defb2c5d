"""What Alembic runs: the steps on the connection it is given, or as SQL text for a DBA."""

from alembic import context

connection = context.config.attributes.get("connection")
if context.is_offline_mode():
    context.configure(dialect_name="postgresql", literal_binds=True)
else:
    context.configure(connection=connection)
with context.begin_transaction():
    context.run_migrations()

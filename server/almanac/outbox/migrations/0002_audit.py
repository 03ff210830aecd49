"""What the audit log is searched by. PostgreSQL also indexes whole payloads, for the ids in them."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ADD = "CREATE INDEX IF NOT EXISTS event_payload ON outbox_event USING gin (payload jsonb_path_ops)"
DROP = "DROP INDEX IF EXISTS event_payload"


def _add(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ADD)


def _drop(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial")]
    operations = [
        migrations.AddIndex(
            model_name="eventrow", index=models.Index(fields=["at", "id"], name="event_at")
        ),
        migrations.AddIndex(
            model_name="eventrow", index=models.Index(fields=["user_id", "at"], name="event_user_at")
        ),
        migrations.RunPython(_add, _drop),
    ]

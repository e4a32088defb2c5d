"""The changes of the hub's schema, in plain SQL; a database administrator can have them printed."""

"""The bureau's server: a stateless ASGI application over PostgreSQL, blobs in object storage."""

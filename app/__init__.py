"""The client: the only folder that knows Qt."""

__version__ = "0.1.0"

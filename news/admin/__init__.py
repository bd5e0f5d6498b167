"""The staff's desk for what is published, one noun a file."""

from . import article, column, picture

__all__ = ["article", "column", "picture"]

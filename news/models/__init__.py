"""The nouns of what is published, one noun a file."""

from .article import Article
from .attachment import Attachment
from .attendance import Attendance
from .column import Column, ColumnTree
from .picture import Picture
from .source import Source
from .video import Video

__all__ = [
    "Article",
    "Attachment",
    "Attendance",
    "Column",
    "ColumnTree",
    "Picture",
    "Source",
    "Video",
]

"""From the text of an article to the people who took part in it. Pure Python, no Django.

from news.attendees import extract
extraction = extract(text)      # people, groups, residue; see extraction.py
"""

from .extraction import Extraction, Group, LeftOut, Person, Piece, Residue, extract

__all__ = ["Extraction", "Group", "LeftOut", "Person", "Piece", "Residue", "extract"]

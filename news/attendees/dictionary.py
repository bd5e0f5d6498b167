"""The segmentation dictionary, loaded with its first question: 50 MB that no page view pays for."""

from functools import lru_cache

LONGEST_KEPT = 12  # letters; longer texts seldom come again


def tags(text: str) -> tuple[tuple[str, str], ...]:
    """(word, part of speech) of each word of a text, by the tag set of ICTCLAS."""
    return _kept_tags(text) if len(text) <= LONGEST_KEPT else _tags(text)


def _tags(text: str) -> tuple[tuple[str, str], ...]:
    import rjieba

    return tuple(rjieba.tag(text))


_kept_tags = lru_cache(maxsize=20_000)(_tags)


def is_word(text: str) -> bool:
    import rjieba

    return rjieba.has_word(text)


def tag_of(text: str) -> str:
    """The part of speech of a text that is one word of the dictionary, else ''."""
    return tags(text)[0][1] if is_word(text) and len(tags(text)) == 1 else ""


def words(line: str) -> frozenset[str]:
    """A set written as one line of words."""
    return frozenset(line.split())

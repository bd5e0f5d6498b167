"""How deep HTML is nested, and how to make it flatter without losing a word.

Parsers of HTML walk up the open elements at nearly every tag: 60,000 `<ul>` inside one another, a
text of 240 kB, take one 13 seconds. Here every tag is looked at once. Imports no Django.

What a reader takes for a tag follows the standard's tokenizer, so that a tag in an attribute, a
comment or a script is not counted as one; where in doubt the text counts as deeper, never as flatter.
"""

import re
from collections import Counter

DEEPEST = 100  # elements inside one another; an editor's text has about ten

SPACE = r"[ \t\n\r\f]"
VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\r\f>"'][^ \t\n\r\f>]*+)"""
ATTRIBUTE = rf"[ \t\n\r\f/]*+[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+(?:{SPACE}*+={SPACE}*+(?:{VALUE})?+)?+"
# Each alternative always ends somewhere, at the latest at the end of the text: one pass, no retry.
TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?:[!?]|/[^a-zA-Z])[^>]*+>?"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\r\f/>]*+)(?:{ATTRIBUTE})*+[ \t\n\r\f/]*+>?",
    re.DOTALL,
)
# Void, or closed by the parser itself as soon as the next of their kind begins.
NEVER_DEEP = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup",
}  # fmt: skip
# Tags inside these may be none, so nothing is taken as closed there.
RAW = {"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"}
FOREIGN = {"svg", "math"}


def flatten(html: str, deepest: int = DEEPEST) -> str:
    """The HTML without the tags that open deeper than `deepest`; all words stay."""
    if html.count("<") <= deepest:
        return html
    return TOKEN.sub(_Depth(deepest).keep, html)


class _Depth:
    """The open elements, counted by name, as the tags go by."""

    def __init__(self, deepest: int):
        self.deepest, self.depth = deepest, 0
        self.open, self.dropped = Counter(), Counter()
        self.opaque = ""  # the element whose content is not looked into

    def keep(self, token: re.Match) -> str:
        name = (token["name"] or "").lower()
        if not name or name in NEVER_DEEP:
            return token[0]
        kept = self._closes(name) if token["end"] else self._opens(name)
        return token[0] if kept else ""

    def _opens(self, name: str) -> bool:
        if name in RAW and not self.opaque:
            self.opaque = name  # holds no elements; without its tags its content would be words
            return True
        if self.depth >= self.deepest:
            self.dropped[name] += 1
            return False
        if name in FOREIGN:
            self.opaque = self.opaque or name
        self.open[name] += 1
        self.depth += 1
        return True

    def _closes(self, name: str) -> bool:
        if self.opaque and name != self.opaque:
            return True
        self.opaque = ""
        if self.dropped[name]:
            self.dropped[name] -= 1
            return False
        if self.open[name]:
            self.open[name] -= 1
            self.depth -= 1
        return True

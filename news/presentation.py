"""What the rendered text of an article gets besides what is stored: sizes of pictures, marked links, framed tables.

Works on cleaned HTML only (`richtext.clean`), whose tags are all spelt `<name attribute="value">`
with escaped values. No query: a picture's sizes are read from its address.
"""

import itertools
import re
from html import unescape

from django.utils.html import escape, format_html

from .outside import Outside, Way
from .renditions import StoredPicture

ATTRIBUTE = re.compile(r' ([\w-]+)="([^"]*)"')
IMAGE = re.compile(r'<img((?: [\w-]+="[^"]*")*)>')
LINK = re.compile(r'<a((?: [\w-]+="[^"]*")*)>|</a>')

# Read aloud, not copied with the words (CSS), beside the arrow that is drawn for the eye.
SPOKEN_MARK = format_html(
    '<span class="outside-link__spoken visually-hidden">{}</span>', "（外部网站）"
)

# The keyboard must reach what scrolls (WCAG 2.2, 2.1.1); Safari does not make it focusable by itself.
TABLE_FRAME = '<div class="table-frame" role="region" aria-label="表格，可左右滑动" tabindex="0">'

WIDEST_TEXT = 840  # px: the text column of elder mode at its plain size; standard mode has 680


def complete_pictures(html: str) -> str:
    """Each picture says its size, so that nothing shifts, and comes in the size it is shown at.

    All but the first are fetched only when the reader comes near.
    """
    number = itertools.count()
    return IMAGE.sub(
        lambda match: _picture(dict(ATTRIBUTE.findall(match[1])), is_first=next(number) == 0), html
    )


def _picture(attributes: dict[str, str], *, is_first: bool) -> str:
    if stored := StoredPicture.at(attributes["src"]):
        # Staff may have made it smaller in the editor; the height always follows from the width.
        width = int(attributes.get("width", 0)) or stored.shown
        shown = min(width, WIDEST_TEXT)
        attributes |= {
            "width": str(width),
            "height": str(stored.height_at(width)),
            "srcset": stored.srcset,
            "sizes": f"(min-width: {shown}px) {shown}px, 100vw",
        }
    if not is_first:
        attributes["loading"] = "lazy"
    return _tag("img", attributes | {"decoding": "async"})


def frame_tables(html: str) -> str:
    """A wide table scrolls within its own frame instead of squeezing its words to one a line."""
    return html.replace("<table>", f"{TABLE_FRAME}<table>").replace("</table>", "</table></div>")


def mark_links(html: str, outside: Outside) -> str:
    """Links that leave the site say so, and lead through the leaving page where one is due."""
    marks = []  # of the links open at this point: a table within a link may hold another

    def replaced(match):
        if match[0] == "</a>":
            return f"{marks.pop()}</a>"
        way, tag = _link(dict(ATTRIBUTE.findall(match[1])), outside)
        marks.append(SPOKEN_MARK if way.is_outside else "")
        return tag

    return LINK.sub(replaced, html)


def _link(attributes: dict[str, str], outside: Outside) -> tuple[Way, str]:
    way = outside.way_to(unescape(attributes.get("href", "")))
    if way.is_outside:
        attributes |= {"href": escape(way.href), "class": "outside-link"}
    return way, _tag("a", attributes)


def _tag(name: str, attributes: dict[str, str]) -> str:
    """`attributes` hold escaped values."""
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>"

"""The home page: the blocks staff composed, in bands, each with what it shows now.

The headlines come first. A block over the full width is a band of its own; the blocks between two
of them share one, main ones left and side ones right. A block with nothing to show is left out:
政府网站发展指引 allows no blank columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from news.models import Article, Column, ColumnTree

from .frame import Frame
from .models import HomeBlock, ServiceLink
from .models.home_block import MOST_COLUMNS

PICTURED = 3  # articles shown with their picture in a block with pictures

Kind, Place = HomeBlock.Kind, HomeBlock.Place


@dataclass(frozen=True)
class Section:
    """One block with its rows: articles, services or links."""

    block: HomeBlock
    rows: Sequence = ()

    @property
    def is_blank(self) -> bool:
        return not self.rows and self.block.kind != Kind.HOTLINE

    @property
    def template(self) -> str:
        return f"home/_{self.block.kind}.html"

    @property
    def pictured(self) -> list[Article]:
        if not self.block.has_pictures:
            return []
        return [article for article in self.rows if article.cover][:PICTURED]

    @property
    def listed(self) -> list[Article]:
        pictured = self.pictured
        return [article for article in self.rows if article not in pictured]


@dataclass(frozen=True)
class Band:
    """Blocks side by side, or one over the full width."""

    main: list[Section] = field(default_factory=list)
    side: list[Section] = field(default_factory=list)
    full: list[Section] = field(default_factory=list)

    @property
    def groups(self) -> list[list[Section]]:
        return [group for group in (self.main, self.side, self.full) if group]

    @property
    def is_split(self) -> bool:
        return len(self.groups) > 1


@dataclass(frozen=True)
class Home:
    headline: Article | None
    newest: Section
    bands: list[Band]


def compose(frame: Frame) -> Home:
    """Queries: the blocks, their services, and two for the articles of all blocks together."""
    blocks = _blocks(frame.columns)
    top = next((block for block in blocks if block.kind == Kind.HEADLINES), None)
    top = top or HomeBlock(kind=Kind.HEADLINES, place=Place.FULL)
    headlines, articles = _articles(frame.columns, top, blocks)
    sections = [
        Section(block, _rows(block, frame, articles)) for block in blocks if block.kind != top.kind
    ]
    lead = _lead(headlines)
    return Home(
        headline=lead,
        newest=Section(top, [article for article in headlines if article != lead]),
        bands=_bands([section for section in sections if not section.is_blank]),
    )


def _lead(headlines: list[Article]) -> Article | None:
    """The first with a picture, else the first."""
    pictured = [article for article in headlines if article.cover]
    return next(iter(pictured or headlines), None)


def _blocks(tree: ColumnTree) -> list[HomeBlock]:
    """What staff composed, each with its column at hand; a plain order where they have not."""
    blocks = list(HomeBlock.objects.all())
    for block in blocks:
        block.column = tree.by_id.get(block.column_id)
    # A column made since the frame was read is not in its tree yet.
    known = [block for block in blocks if block.column or block.kind != Kind.COLUMN]
    return known or _plain_order(tree)


def _plain_order(tree: ColumnTree) -> list[HomeBlock]:
    """News to the left; the hotline, notices and services to the right; links below."""
    columns = [column for column in tree.navigation() if not column.is_page][:MOST_COLUMNS]
    return [
        HomeBlock(kind=Kind.HOTLINE, place=Place.SIDE),
        *(HomeBlock(column=column, place=_plain_place(column)) for column in columns),
        HomeBlock(kind=Kind.LINKS, place=Place.FULL),
    ]


def _plain_place(column: Column) -> str:
    return Place.MAIN if column.kind == Column.Kind.NEWS else Place.SIDE


def _articles(tree: ColumnTree, top: HomeBlock, blocks: list[HomeBlock]):
    """The headlines, and each column's articles by the column.

    A list does not repeat the headlines as long as its column has others to fill its rows: it asks
    for as many more as there are headlines. A block with pictures leaves out the lead only, whose
    picture is above; of the others this is the first one on the page.
    """
    of_columns = [block for block in blocks if block.column]
    shelves = [(_news_columns(tree), top.rows)]
    shelves += [(tree.with_below(block.column), block.rows + top.rows) for block in of_columns]
    headlines, *found = Article.objects.published().first_of_each(shelves)
    lead = [article for article in headlines if article == _lead(headlines)]
    return headlines, {
        block.column: _unrepeated(articles, lead if block.has_pictures else headlines, block.rows)
        for block, articles in zip(of_columns, found, strict=True)
    }


def _news_columns(tree: ColumnTree) -> list[Column]:
    news = [column for column in tree.navigation() if column.kind == Column.Kind.NEWS]
    return [each for column in news for each in tree.with_below(column)]


def _unrepeated(articles: list[Article], above: list[Article], most: int) -> list[Article]:
    others = [article for article in articles if article not in above]
    return (others if len(others) >= most else articles)[:most]


def _rows(block: HomeBlock, frame: Frame, articles: dict[Column, list[Article]]) -> Sequence:
    if block.kind == Kind.COLUMN:
        return articles[block.column]
    if block.kind == Kind.SERVICES:
        return list(ServiceLink.objects.select_related("icon")[: block.rows])
    return frame.links if block.kind == Kind.LINKS else ()


def _bands(sections: list[Section]) -> list[Band]:
    bands = []
    for section in sections:
        place = section.block.place
        if place == Place.FULL or not bands or bands[-1].full:
            bands.append(Band())
        getattr(bands[-1], place).append(section)
    return bands

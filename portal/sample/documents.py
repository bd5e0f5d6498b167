"""The sample's attachments, made when it is loaded: a table to fill in and a form to fill in."""

import io
import zipfile
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONSHIPS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
DOCUMENT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="36"/></w:rPr><w:t>{title}</w:t></w:r></w:p>
<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>
<w:tblGrid><w:gridCol w:w="2600"/><w:gridCol w:w="6400"/></w:tblGrid>{rows}</w:tbl>
<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>"""
ROW = """<w:tr><w:trPr><w:trHeight w:val="620"/></w:trPr><w:tc><w:p><w:r><w:t>{field}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"""
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(title: str, headings: list[str], rows: int = 12) -> bytes:
    """An .xlsx with a title, the headings, and numbered empty rows."""
    book = Workbook()
    sheet = book.active
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(headings) + 1)
    sheet.append(["序号", *headings])
    for number in range(1, rows + 1):
        sheet.append([number, *([None] * len(headings))])
    _arrange(sheet, headings)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _arrange(sheet, headings: list[str]) -> None:
    line = Side(style="thin")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    for number, heading in enumerate(headings, start=2):
        sheet.column_dimensions[get_column_letter(number)].width = max(12, 2.4 * len(heading))
    sheet.freeze_panes = "A3"


def form(title: str, fields: list[str]) -> bytes:
    """A .docx with a title and one empty line for each field."""
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in SIDES)
    rows = "".join(ROW.format(field=escape(field)) for field in fields)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr("_rels/.rels", RELATIONSHIPS)
        document = DOCUMENT.format(title=escape(title), borders=borders, rows=rows)
        package.writestr("word/document.xml", document)
    return data.getvalue()

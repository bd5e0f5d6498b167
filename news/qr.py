"""QR codes drawn here, by no outside service."""

import io

import segno


def qr_svg(text: str) -> bytes:
    """An SVG without a size of its own, black on white, with the quiet zone of four modules.

    Error correction M: read from paper with a crease, and still coarse enough for old phones.
    """
    svg = io.BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(svg, kind="svg", border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return svg.getvalue()

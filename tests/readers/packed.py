"""Small Word and Excel files made part by part, for what no office program writes."""

import io
import zipfile

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def _types(parts: dict[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relations(targets: dict[str, str]) -> str:
    """Return a part of relationships: target by kind."""
    told = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def docx(body: str, head: str = "", **more: str) -> bytes:
    """Return a Word file; `body` is the XML inside w:body, `head` stands before the root."""
    kinds = {"word/document.xml": f"{_WORD}.document.main+xml"}
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": _types(kinds),
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": head + document,
            **more,
        }
    )


def paragraph(*runs: str) -> str:
    """Return a w:p of these runs; what is no XML becomes a run."""
    inner = (r if r.startswith("<") else f"<w:r><w:t>{r}</w:t></w:r>" for r in runs)
    return f"<w:p>{''.join(inner)}</w:p>"


def xlsx(sheet: str) -> bytes:
    """Return a workbook of one sheet, Homes; `sheet` is the XML inside its root."""
    kinds = {
        "xl/workbook.xml": f"{_EXCEL}.sheet.main+xml",
        "xl/worksheets/sheet1.xml": f"{_EXCEL}.worksheet+xml",
    }
    return packed(
        {
            "[Content_Types].xml": _types(kinds),
            "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_S}" xmlns:r="{_RELATIONS}"><sheets>'
                f'<sheet name="Homes" sheetId="1" r:id="r0"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": relations({"worksheet": "worksheets/sheet1.xml"}),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_S}">{sheet}</worksheet>',
        }
    )


def row(number: int, *cells: str) -> str:
    """Return a row of texts."""
    inner = "".join(
        f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for column, cell in enumerate(cells)
    )
    return f'<row r="{number}">{inner}</row>'

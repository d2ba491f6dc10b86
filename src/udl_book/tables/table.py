"""Tables that directives make from data files."""

from docutils import nodes


def table(columns: dict[str, int], rows: list[list], class_: str) -> nodes.table:
    """Make a table.

    Parameters
    ----------
    columns
        Heading and share of the width of each column.
    rows
        For each row its cells; each a list of paragraphs, which are lists of nodes.
    class_
        Class of the table, for the style sheet.
    """
    group = nodes.tgroup(cols=len(columns))
    group += [nodes.colspec(colwidth=width) for width in columns.values()]
    group += nodes.thead("", _row([[[nodes.Text(heading)]] for heading in columns]))
    group += nodes.tbody("", *map(_row, rows))
    return nodes.table("", group, classes=["colwidths-given", class_])


def _row(cells):
    entries = []
    for cell in cells:
        paragraphs = [nodes.paragraph("", "", *content) for content in cell]
        entries.append(nodes.entry("", *paragraphs))
    return nodes.row("", *entries)

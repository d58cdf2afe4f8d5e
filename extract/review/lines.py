"""Lines of text with styles, for whoever prints them: the command, in colours where the terminal has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Fragment = tuple[str, str]
"""Some text and its style, in the words of rich («bold green»); an empty style is plain."""
Line = tuple[Fragment, ...]


def plain(line: Line) -> str:
    """A line without its styles.

    >>> plain((("12 jiwa", "bold"), (" kini", "")))
    '12 jiwa kini'
    """
    return "".join(text for text, _ in line)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, indent: str = "  ") -> Iterator[Line]:
    """Rows under a head, in columns: the first to the left, the others to the right.

    >>> [plain(line) for line in table(["", "tp"], [["participants", "7"]])]
    ['                tp', '  participants   7']
    """
    body = [list(row) for row in rows]
    widths = [max(len(row[at]) for row in [list(head), *body]) for at in range(len(head))]
    for number, row in enumerate([list(head), *body]):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield ((indent + "  ".join(cells).rstrip(), "dim" if number == 0 else ""),)

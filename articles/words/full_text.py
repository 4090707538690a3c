"""Stems as the full text of either database is asked for them.

Stems are letters and digits alone, and each is quoted: nothing that a visitor types is syntax.
"""

import numpy as np
from numpy.typing import NDArray

# Any stem of a group, every group together.
Groups = tuple[tuple[str, ...], ...]


def in_fts5(groups: Groups, columns: str) -> str:
    """For MATCH on SQLite; `columns` are their names with spaces between."""
    words = " AND ".join("(" + " OR ".join(f'"{stem}"' for stem in group) + ")" for group in groups)
    return f"{{{columns}}} : ({words})"


def in_tsquery(groups: Groups) -> str:
    """For @@ on PostgreSQL."""
    return " & ".join("(" + " | ".join(f"'{stem}'" for stem in group) + ")" for group in groups)


def numbers(listed: str | None) -> NDArray[np.int64]:
    """Keys that the database gives in one piece of text: 50,000 rows would take three times as long."""
    return np.fromstring(listed or "", np.int64, sep=",")

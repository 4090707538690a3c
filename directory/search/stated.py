"""What listings state, read from the index instead of from hundreds of rows."""

from collections.abc import Iterable, Sequence

import numpy as np

from directory.search.index import NOBODY, Index


def stated(index: Index, listing_ids: Iterable[int], terms: Sequence[tuple[str, str]]) -> dict[int, list]:
    """Which of these terms, given by facet and slug, are true of each of these listings; in their order."""
    slots = index.columns.slots_of(np.array(list(listing_ids), np.int64)).tolist()
    sets = [(term, index.facets.get(term[0], {}).get(term[1], NOBODY)) for term in terms]
    return {int(index.columns.listing_id[slot]): [term for term, bits in sets if slot in bits] for slot in slots}

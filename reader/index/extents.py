"""How large the works are: what frequencies and plots are measured against."""

from collections.abc import Sequence

import numpy as np

from reader.index.shard import Shard
from reader.index.values import Extent


def extents(shards: Sequence[Shard]) -> tuple[Extent, ...]:
    """Return the size of each work, by short id; notes and concepts are not counted."""
    found: dict[str, Extent] = {}
    for shard in shards:
        aside = np.union1d(shard.facet("kind:note"), shard.facet("kind:concept"))
        for facet in shard.vocabulary.facets_of("work", "", beginning=True):
            docs = np.setdiff1d(shard.facet(facet), aside, assume_unique=True)
            if len(docs):
                work = facet.removeprefix("work:")
                last = int(docs[np.argmax(shard.layout.starts[docs])])
                first, end = shard.documents([int(docs[0]), last])
                words = int(shard.layout.lengths[docs].sum())
                found[work] = Extent(work, first.author, words, end.start + len(end.text))
    return tuple(found[work] for work in sorted(found))

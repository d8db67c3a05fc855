"""The best single-root tree under a matrix of arc scores (Chu-Liu/Edmonds)."""
import numpy as np

IMPOSSIBLE = -1e9


def cycle_of(heads):
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node != 0 and state[node] == 0:
            state[node] = start
            path.append(node)
            node = heads[node]
        if node != 0 and state[node] == start and node in path:
            return path[path.index(node):]
    return None


def arborescence(scores):
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = cycle_of(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    size = len(outside) + 1
    smaller = np.full((size, size), IMPOSSIBLE)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(outside, cycle)]
    smaller[:-1, -1] = into.max(1)
    gain = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    smaller[-1, :-1] = gain.max(0)
    np.fill_diagonal(smaller, IMPOSSIBLE)
    smaller[0] = IMPOSSIBLE
    contracted = arborescence(smaller)
    result = heads.copy()
    for i, node in enumerate(outside):
        if node:
            result[node] = cycle[into[i].argmax()] if contracted[i] == size - 1 else outside[contracted[i]]
    entry = contracted[-1]
    result[cycle[gain[:, entry].argmax()]] = outside[entry]
    return result


def best_tree(scores):
    """Heads of the words 1... under scores[dependent, head], where 0 is the root, with exactly one word under it."""
    scores = scores.astype(np.float64)
    np.fill_diagonal(scores, IMPOSSIBLE)
    scores[0] = IMPOSSIBLE
    heads = arborescence(scores)
    roots = [i for i in range(1, len(heads)) if heads[i] == 0]
    if len(roots) == 1:
        return heads
    best = None
    for root in roots:
        single = scores.copy()
        single[:, 0] = IMPOSSIBLE
        single[root] = IMPOSSIBLE
        single[root, 0] = scores[root, 0]
        candidate = arborescence(single)
        total = sum(single[i, candidate[i]] for i in range(1, len(heads)))
        if best is None or total > best[0]:
            best = (total, candidate)
    return best[1]

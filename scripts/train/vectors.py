"""Makes the vectors by which words of a question are held against other words of an article.

usage: vectors.py DATA OUT        DATA holds treebank/, raw/ and news/

A word's vector is what the pretrained encoder (all-MiniLM-L6-v2, Apache 2.0) makes of the word alone, its pieces averaged, reduced
to 64 components (PCA) and to unit length, in signed bytes. With each go the numbers of its nearest words, by which a search finds
sentences in other words. The words are the encoder's own whole words and those that occur at
least twice in the data. Deterministic; takes half a minute.
"""
import collections
import gzip
import os
import re
import struct
import sys

import numpy as np
import torch

from encoder import Encoder, WordPieces

COMPONENTS = 64
NEIGHBOURS = 6
NEAR = 0.55
NOBODY = 0xFFFF
MAGIC = b"DSRVEC02"


def vocabulary(data, pieces):
    counts = collections.Counter()
    for folder in ("treebank", "raw", "news"):
        for path, _, names in sorted(os.walk(os.path.join(data, folder))):
            for name in sorted(names):
                opener = gzip.open if name.endswith(".gz") else open
                with opener(os.path.join(path, name), "rt", encoding="utf-8", errors="ignore") as file:
                    counts.update(re.findall(r"[a-z]+", file.read().lower()))
    own = {w for w in pieces.ids if w.isascii() and w.isalpha() and len(w) > 1}
    return sorted(own | {w for w, count in counts.items() if count >= 2 and 2 < len(w) < 20})


def encoded(words, pieces):
    encoder = Encoder().eval()
    result = []
    with torch.no_grad():
        for start in range(0, len(words), 512):
            rows = [[pieces.ids["[CLS]"], *pieces.pieces(w), pieces.ids["[SEP]"]] for w in words[start:start + 512]]
            mask = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.bool)
            ids = torch.zeros_like(mask, dtype=torch.long)
            for i, row in enumerate(rows):
                ids[i, :len(row)] = torch.tensor(row)
                mask[i, :len(row)] = True
            hidden = encoder(ids, mask)
            result.append((hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True))
    return torch.cat(result).numpy().astype(np.float64)


def reduced(vectors):
    centred = vectors - vectors.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    small = centred @ axes[:, ::-1][:, :COMPONENTS]
    return np.rint(127 * small / np.linalg.norm(small, axis=1, keepdims=True)).astype(np.int8)


def neighbours(rows):
    """The numbers of the nearest other words of each, nearest first, filled up with NOBODY."""
    result = np.full((len(rows), NEIGHBOURS), NOBODY, dtype="<u2")
    wide = rows.astype(np.float32)
    for start in range(0, len(rows), 1000):
        near = wide[start:start + 1000] @ wide.T / 127 ** 2
        near[np.arange(len(near)), np.arange(start, start + len(near))] = -1
        best = np.argsort(-near, axis=1, kind="stable")[:, :NEIGHBOURS]
        sure = np.take_along_axis(near, best, 1) >= NEAR
        result[start:start + 1000] = np.where(sure, best, NOBODY)
    return result


def main():
    data, out = sys.argv[1:]
    torch.manual_seed(0)
    torch.set_num_threads(1)
    pieces = WordPieces()
    words = vocabulary(data, pieces)
    rows = reduced(encoded(words, pieces))
    text = "".join(words).encode()
    ends = np.cumsum([len(w) for w in words]).astype("<u4")
    with open(out, "wb") as file:
        file.write(MAGIC + struct.pack("<III", len(words), COMPONENTS, NEIGHBOURS) + rows.tobytes()
                   + neighbours(rows).tobytes() + ends.tobytes() + text)
    print(f"{len(words)} words, {os.path.getsize(out)} bytes")


if __name__ == "__main__":
    main()

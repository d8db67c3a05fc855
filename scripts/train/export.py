"""Writes the weights of the small net as the file that Dossier maps into memory (Sources/Linguistics/ModelFile.swift).

usage: export.py STUDENT.pt OUT.weights
"""
import struct
import sys

import numpy as np
import torch

from corpus import NAME_LABELS
from heads import fnv

HEADER, ENTRY, ALIGNMENT = 64, 64, 64
FLOATS, QUANTISED, WORDS, TEXT = range(4)


class Writer:
    def __init__(self):
        self.tables = []

    def add(self, name, kind, rows, columns, data):
        assert len(name) <= 40
        self.tables.append((name, kind, rows, columns, data))

    def floats(self, name, values):
        values = np.asarray(values, dtype="<f4").ravel()
        self.add(name, FLOATS, 1, len(values), values.tobytes())

    def quantised(self, name, values):
        """Rows of int8 with a scale each."""
        values = np.asarray(values, dtype=np.float32)
        scale = np.maximum(np.abs(values).max(1), 1e-8) / 127
        whole = np.rint(values / scale[:, None]).astype(np.int8)
        self.add(name, QUANTISED, *values.shape, scale.astype("<f4").tobytes() + whole.tobytes())

    def words(self, name, values):
        self.add(name, WORDS, len(values), 1, np.asarray(values, dtype="<u8").tobytes())

    def text(self, name, lines):
        data = "\n".join(lines).encode()
        self.add(name, TEXT, len(data), 1, data)

    def save(self, path):
        at = HEADER + ENTRY * len(self.tables)
        directory, body = b"", b""
        for name, kind, rows, columns, data in self.tables:
            padding = -(at + len(body)) % ALIGNMENT
            body += bytes(padding)
            directory += struct.pack("<40sIIIIII", name.encode(), kind, rows, columns, at + len(body), len(data), 0)
            body += data
        content = directory + body
        header = struct.pack("<8sIIQQ", b"DOSSIERL", 1, len(self.tables), HEADER + len(content), checksum(content)).ljust(HEADER, b"\0")
        with open(path, "wb") as file:
            file.write(header + content)


def checksum(data):
    mask, total = 0xFFFFFFFFFFFFFFFF, 0xCBF29CE484222325
    for (word,) in struct.iter_unpack("<Q", data[:len(data) // 8 * 8]):
        total = ((total ^ word) * 0x100000001B3) & mask
        total ^= total >> 29
    rest = int.from_bytes(data[len(data) // 8 * 8:], "little")
    return ((total ^ rest) * 0x100000001B3) & mask


def pad(count):
    return (count + 15) // 16 * 16


def export(student, path):
    state = {k: v.float().numpy() for k, v in student["state"].items()}
    index, out = student["index"], Writer()
    out.text("dilations", map(str, student["dilations"]))
    out.text("tags-after", [str(student["tags_after"])])
    for kind in ("upos", "xpos", "relations"):
        out.text(kind, list(index[kind]))
    out.text("name-labels", NAME_LABELS)

    hashes = np.array([fnv(w) for w in student["words"]], dtype=np.uint64)
    order = np.argsort(hashes)
    rows = state["vectors"] @ state["project.weight"].T + state["words.weight"]
    out.words("words.hashes", hashes[order])
    out.quantised("words", np.concatenate([rows[:1], rows[1:][order]]))
    for i, name in enumerate(("suffix3", "suffix2", "prefix3", "shape", "suffix4")):
        out.quantised(name, state[f"spelling.{i}.weight"])

    def dense(name, source):
        out.quantised(name + ".weight", state[source + ".weight"])
        out.floats(name + ".bias", state[source + ".bias"])

    def norm(name, source):
        out.floats(name + ".norm.weight", state[source + ".weight"])
        out.floats(name + ".norm.bias", state[source + ".bias"])

    def convolution(name, source):
        dense(name, source + ".dense")
        norm(name, source + ".norm")

    out.floats("root", state["root"])
    dense("input", "widen")
    norm("input", "input")
    for i in range(len(student["dilations"])):
        convolution(f"convolution{i}", f"convolutions.{i}")
    for i in range(sum(k.startswith("attentions.") and k.endswith(".query.weight") for k in state)):
        name, source = f"attention{i}", f"attentions.{i}"
        for part in ("query", "key", "value", "output"):
            dense(f"{name}.{part}", f"{source}.{part}")
        norm(name, source + ".norm")
        convolution(name + ".convolution", source + ".convolution")
    for name in ("upos", "xpos", "names", "dependent", "head", "bilinear", "relation-dependent", "relation-head", "relation"):
        dense(name, name.replace("-", "_"))
    tags, count = state["feedback.weight"], len(index["upos"])
    feedback = np.zeros((len(tags), pad(count) + pad(tags.shape[1] - count)), dtype=np.float32)
    feedback[:, :count] = tags[:, :count]
    feedback[:, pad(count):pad(count) + tags.shape[1] - count] = tags[:, count:]
    out.quantised("tag-feedback.weight", feedback)
    out.floats("distance", state["distance"])
    out.quantised("relation-direction", state["direction.weight"])
    boundary = {f"boundary.{k}": v.float().numpy() for k, v in student["boundary"].items()}
    state.update(boundary)
    out.quantised("boundary-spaced", state["boundary.spaced.weight"])
    norm("boundary", "boundary.norm")
    out.text("boundary-dilations", map(str, student["boundary_dilations"]))
    for i in range(len(student["boundary_dilations"])):
        dense(f"boundary-convolution{i}", f"boundary.dense.{i}")
        if i:
            norm(f"boundary-convolution{i}", f"boundary.norms.{i - 1}")
    dense("boundary-end", "boundary.end")
    out.save(path)


if __name__ == "__main__":
    export(torch.load(sys.argv[1], weights_only=False), sys.argv[2])

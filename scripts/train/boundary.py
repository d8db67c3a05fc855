"""Trains the layers that find the ends of sentences, on the word embeddings of the trained net, which stay as they are.

usage: boundary.py SHARED STUDENT.pt

Adds its weights to STUDENT.pt. The net is described in Sources/Linguistics/BoundaryNetwork.swift.
"""
import sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpus
import heads

INNER, LENGTH, EPOCHS = 64, 200, 12


def embeddings(student, words):
    """What the trained net adds up for each word, before it is widened."""
    state, known = student["state"], student["words"]
    rows = torch.tensor([known.get(heads.normal(w), 0) for w in words])
    x = F.linear(state["vectors"][rows], state["project.weight"]) + state["words.weight"][rows]
    spelling = torch.tensor([heads.spelling(w) for w in words])
    for i in range(len(heads.TABLES)):
        x = x + state[f"spelling.{i}.weight"][spelling[:, i]]
    return x


class Boundary(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.spaced = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width)
        self.near = nn.Linear(3 * width, INNER)
        self.far = nn.Linear(3 * INNER, INNER)
        self.end = nn.Linear(INNER, 1)
        self.drop = nn.Dropout(0.2)

    @staticmethod
    def windows(x, distance):
        wide = F.pad(x, (0, 0, distance, distance))
        return torch.cat([wide[:, :x.size(1)], x, wide[:, 2 * distance:]], -1)

    def forward(self, x, spaced):
        """The log-odds that a sentence ends with each word."""
        x = self.drop(self.norm(x + self.spaced(spaced)))
        x = self.drop(F.relu(self.near(self.windows(x, 1))))
        x = self.drop(F.relu(self.far(self.windows(x, 2))))
        return self.end(x).squeeze(-1)


def coded(student, documents):
    vocabulary = sorted({w for d in documents for w, _, _ in d})
    table, row = embeddings(student, vocabulary), {w: i for i, w in enumerate(vocabulary)}
    chunks = [d[i:i + LENGTH] for d in documents for i in range(0, len(d), LENGTH)]
    return table, [(torch.tensor([row[w] for w, _, _ in c]), torch.tensor([int(s) for _, s, _ in c]),
                    torch.tensor([float(e) for _, _, e in c])) for c in chunks]


def batch(chunks):
    pad = lambda k: nn.utils.rnn.pad_sequence([c[k] for c in chunks], batch_first=True)
    return pad(0), pad(1), pad(2), nn.utils.rnn.pad_sequence([torch.ones(len(c[0])) for c in chunks], batch_first=True)


def main():
    shared, path = sys.argv[1], sys.argv[2]
    torch.manual_seed(1)
    torch.set_num_threads(1)
    student = torch.load(path, weights_only=False)
    load = lambda part: [d for name in ("ewt", "gum") for d in corpus.running(f"{shared}/treebank/{name}-{part}.conllu.gz")]
    table, chunks = coded(student, load("train"))
    dev_table, dev = coded(student, load("dev"))
    net, generator = Boundary(table.size(1)), np.random.default_rng(1)
    optimiser = torch.optim.Adam(net.parameters(), lr=2e-3)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1, 0.02, EPOCHS * (len(chunks) // 16))
    for epoch in range(EPOCHS):
        order, losses = generator.permutation(len(chunks)), []
        for start in range(0, len(order) - 15, 16):
            words, spaced, end, mask = batch([chunks[i] for i in order[start:start + 16]])
            loss = F.binary_cross_entropy_with_logits(net(table[words], spaced), end, weight=mask, reduction="sum") / mask.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        net.eval()
        with torch.no_grad():
            words, spaced, end, mask = batch(dev)
            found, end = (net(dev_table[words], spaced) > 0) & (mask > 0), end > 0
        net.train()
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, ends of sentences F1 {200 * (found & end).sum() / (found.sum() + end.sum()):.2f}", flush=True)
    student["boundary"] = net.state_dict()
    torch.save(student, path)


if __name__ == "__main__":
    main()

"""Trains the layers that find the ends of sentences, on the word embeddings of the trained net, which stay as they are.

usage: boundary.py SHARED STUDENT.pt DOSSIER

Adds its weights to STUDENT.pt. DOSSIER is the program, whose tokeniser divides the text into words. The net is described in Sources/Linguistics/BoundaryNetwork.swift.
"""
import sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpus
import heads
from student import Average

INNER, DILATIONS, EPOCHS = 96, [1, 2, 4, 8], 20
LENGTH, WORDS, PEAK, DROPOUT, UNKNOWN = 400, 3000, 2e-3, 0.2, 0.15


def embeddings(student, words):
    """What the trained net adds up for each word, before it is widened; and the same if it did not know the word."""
    state, known = student["state"], student["words"]
    spelling = torch.tensor([heads.spelling(w) for w in words])
    spelt = sum(state[f"spelling.{i}.weight"][spelling[:, i]] for i in range(len(heads.TABLES)))
    own = lambda rows: F.linear(state["vectors"][rows], state["project.weight"]) + state["words.weight"][rows] + spelt
    return own(torch.tensor([known.get(heads.normal(w), 0) for w in words])), own(torch.zeros(len(words), dtype=torch.long))


class Boundary(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.spaced = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width)
        self.dense = nn.ModuleList(nn.Linear(3 * (INNER if i else width), INNER) for i in range(len(DILATIONS)))
        self.norms = nn.ModuleList(nn.LayerNorm(INNER) for _ in DILATIONS[1:])
        self.end = nn.Linear(INNER, 1)
        self.drop = nn.Dropout(DROPOUT)

    @staticmethod
    def windows(x, distance):
        wide = F.pad(x, (0, 0, distance, distance))
        return torch.cat([wide[:, :x.size(1)], x, wide[:, 2 * distance:]], -1)

    def forward(self, x, spaced, mask):
        """The log-odds that a sentence ends with each word."""
        mask = mask.unsqueeze(-1)
        x = self.drop(self.norm(x + self.spaced(spaced))) * mask
        for i, (dense, dilation) in enumerate(zip(self.dense, DILATIONS)):
            y = self.drop(F.relu(dense(self.windows(x, dilation))))
            x = (self.norms[i - 1](x + y) if i else y) * mask
        return self.end(x).squeeze(-1)


def coded(student, documents):
    """The tables of embeddings (known, unknown), and stretches of the documents as numbers."""
    vocabulary = sorted({w for d in documents for w, _, _ in d})
    row = {w: i for i, w in enumerate(vocabulary)}
    chunks = [d[i:i + LENGTH] for d in documents for i in range(0, len(d), LENGTH)]
    return embeddings(student, vocabulary), [(torch.tensor([row[w] for w, _, _ in c]), torch.tensor([int(s) for _, s, _ in c]),
                                              torch.tensor([float(e) for _, _, e in c])) for c in chunks]


def batch(chunks):
    pad = lambda columns: nn.utils.rnn.pad_sequence(columns, batch_first=True)
    return *(pad([c[k] for c in chunks]) for k in range(3)), pad([torch.ones(len(c[0])) for c in chunks])


@torch.no_grad()
def report(net, name, tables, chunks):
    words, spaced, end, mask = batch(chunks)
    found, end = (net(tables[0][words], spaced, mask) > 0) & (mask > 0), end > 0
    return f"{name} {200 * (found & end).sum() / (found.sum() + end.sum()):.2f}"


def main():
    shared, path, program = sys.argv[1:4]
    torch.manual_seed(1)
    torch.set_num_threads(1)
    student = torch.load(path, weights_only=False)
    load = lambda part, *banks: [d for bank in banks for d in corpus.divided(f"{shared}/treebank/{bank}-{part}.conllu.gz", program)]
    tables, chunks = coded(student, load("train", "ewt", "gum"))
    watched = [(f"{bank} dev", *coded(student, load("dev", bank))) for bank in ("ewt", "gum")]
    sizes = [len(c[0]) for c in chunks]
    net, generator = Boundary(tables[0].size(1)), np.random.default_rng(1)
    optimiser, average = torch.optim.AdamW(net.parameters(), lr=PEAK), Average(net, every=1)
    steps, step = EPOCHS * len(heads.batches(sizes, WORDS)), 0
    for epoch in range(EPOCHS):
        losses = []
        for chosen in heads.batches(sizes, WORDS, generator, spread=30):
            for group in optimiser.param_groups:
                group["lr"] = PEAK * min(1, (step + 1) / 100) * max(0.02, 1 - step / steps)
            words, spaced, end, mask = batch([chunks[i] for i in chosen])
            unknown = torch.rand(words.shape).unsqueeze(-1) < UNKNOWN
            odds = net(torch.where(unknown, tables[1][words], tables[0][words]), spaced, mask)
            loss = F.binary_cross_entropy_with_logits(odds, end, weight=mask, reduction="sum") / mask.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            average.update()
            step += 1
            losses.append(loss.item())
        average.swap()
        net.eval()
        figures = ", ".join(report(net, *one) for one in watched) if epoch % 5 == 4 else ""
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}" + (f", ends of sentences F1: {figures}" if figures else ""), flush=True)
        net.train()
        if epoch + 1 < EPOCHS:
            average.swap()
    student["boundary"], student["boundary_dilations"] = net.state_dict(), DILATIONS
    torch.save(student, path)


if __name__ == "__main__":
    main()

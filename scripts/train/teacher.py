"""Fine-tunes the encoder on trees, tags and names, then labels every training sentence and raw text for the small net.

usage: teacher.py SHARED OUT.pt [SECONDS]
"""
import math
import os
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import corpus
import heads
from encoder import Encoder, WordPieces

ARC, REL = 256, 192


class Teacher(nn.Module):
    def __init__(self, upos, xpos, relations):
        super().__init__()
        self.encoder = Encoder()
        self.shapes = nn.Embedding(heads.SHAPE, 64)
        self.join = nn.Linear(Encoder.WIDTH + 64, Encoder.WIDTH)
        width = Encoder.WIDTH
        self.upos, self.xpos = nn.Linear(width, upos), nn.Linear(width, xpos)
        self.names = nn.Sequential(nn.Linear(width, 128), nn.ReLU(), nn.Linear(128, len(corpus.NAME_LABELS)))
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.dependent, self.head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.bilinear = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.distance = nn.Parameter(torch.zeros(63))
        self.rel_dependent, self.rel_head = nn.Linear(width, REL), nn.Linear(width, REL)
        self.rel_direction = nn.Embedding(2, REL)
        self.relation = nn.Linear(REL, relations)
        self.drop = nn.Dropout(0.2)

    def forward(self, ids, pieces, first, shapes, mask):
        """States of the words; place 0 is the root."""
        x = self.encoder(ids, pieces)
        x = x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.size(-1)))
        x = F.gelu(self.join(torch.cat([self.drop(x), self.drop(self.shapes(shapes))], -1)))
        x = self.drop(x)
        x = torch.cat([self.root.expand(x.size(0), 1, -1), x], 1)
        d, h = self.drop(F.gelu(self.dependent(x))), self.drop(F.gelu(self.head(x)))
        d = torch.cat([d, torch.ones_like(d[..., :1])], -1)
        place = torch.arange(x.size(1))
        arcs = (d @ self.bilinear) @ h.transpose(1, 2) / math.sqrt(ARC) + self.distance[(place[None] - place[:, None]).clamp(-31, 31) + 31]
        mask = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        return x, arcs.masked_fill(~mask[:, None, :], -1e9)

    def relations(self, x, head):
        h = self.rel_head(x).gather(1, head.unsqueeze(-1).expand(-1, -1, REL))
        direction = (head > torch.arange(head.size(1))).long()
        return self.relation(self.drop(F.gelu(self.rel_dependent(x) + h + self.rel_direction(direction))))


class Coded:
    """Sentences as numbers."""

    def __init__(self, sentences, pieces, index):
        self.sentences, self.index = sentences, index
        self.pieces = [[pieces.pieces(w) for w in s.words] for s in sentences]
        self.sizes = [sum(map(len, p)) + 2 for p in self.pieces]
        self.shapes = [[heads.row("sh" + heads.shape(w), heads.SHAPE) for w in s.words] for s in sentences]

    def batch(self, chosen):
        longest, most = max(self.sizes[i] for i in chosen), max(len(self.pieces[i]) for i in chosen)
        ids, first = np.zeros((len(chosen), longest), dtype=np.int64), np.zeros((len(chosen), most), dtype=np.int64)
        shapes, words, seen = np.zeros_like(first), np.zeros(first.shape, dtype=bool), np.zeros(ids.shape, dtype=bool)
        for row, i in enumerate(chosen):
            flat = [101]
            for j, p in enumerate(self.pieces[i]):
                first[row, j] = len(flat)
                flat += p
            flat.append(102)
            ids[row, :len(flat)], seen[row, :len(flat)] = flat, True
            shapes[row, :len(self.shapes[i])], words[row, :len(self.shapes[i])] = self.shapes[i], True
        return tuple(map(torch.from_numpy, (ids, seen, first, shapes, words)))

    def gold(self, chosen, width):
        """Tags, heads, relations (-100 where there are none) and allowed names, in the shape of the net's output."""
        upos, xpos, head, relation = (np.full((len(chosen), width), -100, dtype=np.int64) for _ in range(4))
        names = np.zeros((len(chosen), width, len(corpus.NAME_LABELS)), dtype=bool)
        for row, i in enumerate(chosen):
            s = self.sentences[i]
            n = len(s.words)
            if s.heads:
                upos[row, 1:n + 1] = [self.index["upos"].get(t, -100) for t in s.upos]
                xpos[row, 1:n + 1] = [self.index["xpos"].get(t, -100) for t in s.xpos]
                relation[row, 1:n + 1] = [self.index["relations"].get(t, -100) for t in s.relations]
                head[row, 1:n + 1] = s.heads
            if s.names is not None:
                names[row, 1:n + 1] = s.names
        return tuple(map(torch.from_numpy, (upos, xpos, head, relation, names)))


def inventory(sentences):
    names = {"upos": "upos", "xpos": "xpos", "relations": "relations"}
    return {k: {v: i for i, v in enumerate(sorted({t for s in sentences if s.heads for t in getattr(s, k)}))} for k in names}


def train(net, data, seconds, epochs, evaluate):
    generator = np.random.default_rng(1)
    base = [p for n, p in net.named_parameters() if n.startswith("encoder")]
    top = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW([{"params": base, "peak": 2e-4}, {"params": top, "peak": 1.5e-3}], weight_decay=0.01, betas=(0.9, 0.98))
    per_epoch = len(heads.batches(data.sizes, 2600))
    began, step = time.time(), 0
    for epoch in range(epochs):
        losses = []
        for chosen in heads.batches(data.sizes, 2600, generator):
            done = max(step / (per_epoch * epochs), (time.time() - began) / seconds)
            if done >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * min(1, (step + 1) / 150) * max(0.01, 1 - done)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                ids, seen, first, shapes, words = data.batch(chosen)
                x, arcs = net(ids, seen, first, shapes, words)
                upos, xpos, head, relation, names = data.gold(chosen, x.size(1))
                loss = 0
                treed = upos != -100
                if treed.any():
                    loss = loss + F.cross_entropy(arcs[treed].float(), head[treed])
                    loss = loss + F.cross_entropy(net.relations(x, head.clamp(min=0))[treed].float(), relation[treed], ignore_index=-100)
                    loss = loss + 0.3 * F.cross_entropy(net.upos(x[treed]).float(), upos[treed], ignore_index=-100)
                    loss = loss + 0.3 * F.cross_entropy(net.xpos(x[treed]).float(), xpos[treed], ignore_index=-100)
                named = names.any(-1)
                if named.any():
                    loss = loss + heads.name_loss(net.names(x[named]).float(), names[named])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            losses.append(loss.item())
            if step % 100 == 0:
                print(f"  step {step}/{per_epoch * epochs} loss {np.mean(losses[-100:]):.3f} {time.time() - began:.0f}s", flush=True)
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", flush=True)
        evaluate()
        if time.time() - began >= seconds:
            break


@torch.no_grad()
def label(net, data):
    """For each sentence: log-probabilities of heads (words x places), of tags and names, of relations under the chosen head."""
    net.eval()
    result = [None] * len(data.sentences)
    for chosen in heads.batches(data.sizes, 4000):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x, arcs = net(*data.batch(chosen))
        x, arcs = x.float(), arcs.float()
        upos, xpos, names = (F.log_softmax(f(x), -1) for f in (net.upos, net.xpos, net.names))
        arcs = F.log_softmax(arcs, -1)
        head = torch.zeros(arcs.shape[:2], dtype=torch.long)
        for r, i in enumerate(chosen):
            n = len(data.sentences[i].words) + 1
            gold = data.sentences[i].heads
            head[r, 1:n] = torch.tensor(gold if gold else heads.tree_of(arcs[r, :n, :n].numpy()))
        relations = F.log_softmax(net.relations(x, head), -1)
        for r, i in enumerate(chosen):
            n = len(data.sentences[i].words) + 1
            half = lambda t: t[r, 1:n].half().clone()
            result[i] = dict(arcs=arcs[r, 1:n, :n].half().clone(), upos=half(upos), xpos=half(xpos), names=half(names),
                             relations=half(relations), heads=head[r, 1:n].clone())
    net.train()
    return result


def report(net, sets, index, pieces):
    inverse = {k: list(v) for k, v in index.items()}
    for name, sentences in sets:
        score, names = heads.Score(), heads.NameScore()
        bare = [corpus.Sentence(s.words) for s in sentences]
        for s, out in zip(sentences, label(net, Coded(bare, pieces, index))):
            best = lambda k: [inverse[k][j] for j in out[k].argmax(-1)]
            if s.heads:
                score.add(s, best("upos"), best("xpos"), out["heads"].tolist(), best("relations"))
            elif s.names is not None:
                gold = heads.spans([int(np.flatnonzero(m)[0]) for m in s.names])
                names.add(gold, heads.spans(heads.viterbi(out["names"].float().numpy())))
        print(f"  {name}: {score if score.words else names}", flush=True)


def main():
    shared, out = sys.argv[1], sys.argv[2]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 1e9
    torch.manual_seed(1)
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    trees, named, raw = corpus.training(shared)
    tests = corpus.development(shared)
    index, pieces = inventory(trees), WordPieces()
    net = Teacher(*(len(index[k]) for k in ("upos", "xpos", "relations")))
    data = Coded(trees + named, pieces, index)
    print(len(trees), len(named), len(raw), "sentences;", {k: len(v) for k, v in index.items()}, flush=True)
    train(net, data, seconds, 4, lambda: report(net, tests, index, pieces))
    labelled = trees + named + raw
    torch.save(dict(index=index, sentences=labelled, soft=label(net, Coded(labelled, pieces, index)), development=tests,
                    encoder=net.encoder.state_dict()), out)


if __name__ == "__main__":
    main()

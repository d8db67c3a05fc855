"""Trains the small net that Dossier runs, on the treebanks' annotation and on what the teacher thinks of every sentence.

usage: student.py TEACHER.pt OUT.pt [SECONDS]

The net is described in Sources/Linguistics/Network.swift. A word's row is a projection of a vector made from the teacher's
encoder plus a correction learned where the word is seen; export.py adds the two up.
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

EMBEDDING, WIDTH, ARC, REL, HEADS, FAR = 128, 192, 128, 128, 4, 31
DILATIONS, TAGS_AFTER, ATTENTIONS = [1, 1, 2, 4], 3, 2
WORDS = 34500
TOKENS, PEAK, DROPOUT, EPOCHS = 2200, 2.5e-3, 0.2, 21


# Words -----------------------------------------------------------------------------------------------------------------

def vocabulary(sentences, pieces):
    """Normal forms with a row of their own: those seen twice, the encoder's whole words, then those seen once."""
    counts = {}
    for s in sentences:
        for w in s.words:
            counts[heads.normal(w)] = counts.get(heads.normal(w), 0) + 1
    seen = sorted(counts, key=lambda w: (-counts[w], w))
    common = [w for w in seen if counts[w] > 1]
    known = [w for w in pieces.ids if w.isalpha() and len(w) > 1]
    chosen = list(dict.fromkeys(common + known + seen))[:WORDS]
    return {w: i + 1 for i, w in enumerate(chosen)}, counts


@torch.no_grad()
def word_vectors(words, pieces, encoder):
    """What the encoder has in its first and last layer for each word by itself, as its first principal components."""
    encoder.eval()
    rows = []
    for start in range(0, len(words), 512):
        group = [[101] + pieces.pieces(w) + [102] for w in words[start:start + 512]]
        longest = max(map(len, group))
        ids = torch.tensor([g + [0] * (longest - len(g)) for g in group])
        seen = ids != 0
        inner = seen & (ids != 101) & (ids != 102)
        mean = lambda x: (x * inner.unsqueeze(-1)).sum(1) / inner.sum(1, keepdim=True)
        rows.append(torch.cat([mean(encoder.words(ids)) * 8, mean(encoder(ids, seen))], 1))
    x = torch.cat(rows)
    x = x - x.mean(0)
    _, _, v = torch.pca_lowrank(x, EMBEDDING, center=False, niter=4)
    x = x @ v
    return torch.cat([torch.zeros(1, EMBEDDING), x / x.std() * 0.3])


# The net ---------------------------------------------------------------------------------------------------------------

class LockedDropout(nn.Module):
    """Drops the same features of every word of a sentence."""

    def forward(self, x):
        if not self.training:
            return x
        return x * (torch.rand(x.size(0), 1, x.size(-1)) > DROPOUT).to(x.dtype) / (1 - DROPOUT)


class Convolution(nn.Module):
    def __init__(self, dilation):
        super().__init__()
        self.dilation = dilation
        self.dense = nn.Linear(3 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, x, mask, drop):
        d, length = self.dilation, x.size(1)
        wide = F.pad(x, (0, 0, d, d))
        wide = torch.cat([wide[:, :length], x, wide[:, 2 * d:2 * d + length]], -1)
        return self.norm(x + drop(F.relu(self.dense(wide)))) * mask


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm = nn.LayerNorm(WIDTH)
        self.convolution = Convolution(1)

    def forward(self, x, mask, drop):
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = (q @ k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS)
        y = scores.masked_fill(mask[:, None, None, :, 0] == 0, -1e9).softmax(-1) @ v
        x = self.norm(x + drop(self.output(y.transpose(1, 2).reshape(batch, length, WIDTH)))) * mask
        return self.convolution(x, mask, drop)


class Student(nn.Module):
    def __init__(self, vectors, index):
        super().__init__()
        size = {k: len(v) for k, v in index.items()}
        self.register_buffer("vectors", vectors)
        self.project = nn.Linear(EMBEDDING, EMBEDDING, bias=False)
        nn.init.eye_(self.project.weight)
        self.words = nn.Embedding(len(vectors), EMBEDDING)
        nn.init.normal_(self.words.weight, 0, 0.02)
        self.spelling = nn.ModuleList(nn.Embedding(n, EMBEDDING) for n in heads.TABLES)
        for table in self.spelling:
            nn.init.normal_(table.weight, 0, 0.25)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.widen = nn.Linear(EMBEDDING, WIDTH)
        self.input = nn.LayerNorm(WIDTH)
        self.convolutions = nn.ModuleList(map(Convolution, DILATIONS))
        self.attentions = nn.ModuleList(Attention() for _ in range(ATTENTIONS))
        self.upos, self.xpos = nn.Linear(WIDTH, size["upos"]), nn.Linear(WIDTH, size["xpos"])
        self.feedback = nn.Linear(size["upos"] + size["xpos"], WIDTH, bias=False)
        self.names = nn.Linear(WIDTH, len(corpus.NAME_LABELS))
        self.dependent, self.head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.bilinear = nn.Linear(ARC, ARC)
        nn.init.zeros_(self.bilinear.weight)
        nn.init.zeros_(self.bilinear.bias)
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.relation_dependent, self.relation_head = nn.Linear(WIDTH, REL), nn.Linear(WIDTH, REL)
        self.direction = nn.Embedding(2, REL)
        self.relation = nn.Linear(REL, size["relations"])
        self.drop = LockedDropout()

    def forward(self, words, correction, spelling, mask):
        """States, scores of tags and of arcs; place 0 is the root. `correction` is 0 where a word's own part is dropped."""
        x = self.project(self.vectors[words]) + self.words(words) * correction.unsqueeze(-1)
        for i, table in enumerate(self.spelling):
            x = x + table(spelling[..., i])
        x = self.widen(x)
        x = torch.cat([self.root.expand(x.size(0), 1, -1), x[:, 1:]], 1)
        mask = mask.unsqueeze(-1).to(x.dtype)
        x = self.drop(self.input(x)) * mask
        for i, layer in enumerate(self.convolutions):
            x = layer(x, mask, self.drop)
            if i + 1 == TAGS_AFTER:
                upos, xpos = self.upos(x), self.xpos(x)
                tags = torch.cat([upos.softmax(-1), xpos.softmax(-1)], -1).detach()
                x = x + self.feedback(tags) * mask
        for layer in self.attentions:
            x = layer(x, mask, self.drop)
        d, h = self.drop(F.relu(self.dependent(x))), self.drop(F.relu(self.head(x)))
        place = torch.arange(x.size(1))
        arcs = self.bilinear(d) @ h.transpose(1, 2) + self.distance[(place[None] - place[:, None]).clamp(-FAR, FAR) + FAR]
        return x, upos, xpos, arcs.masked_fill(mask[:, None, :, 0] == 0, -1e9)

    def relations(self, x, head):
        h = self.relation_head(x).gather(1, head.unsqueeze(-1).expand(-1, -1, REL))
        direction = (head > torch.arange(head.size(1))).long()
        return self.relation(self.drop(F.relu(self.relation_dependent(x) + h + self.direction(direction))))


# Data ------------------------------------------------------------------------------------------------------------------

class Coded:
    """Sentences as numbers, with the teacher's opinion where there is one."""

    def __init__(self, sentences, words, index, soft=None):
        self.sentences, self.soft, cache = sentences, soft, {}
        self.words, self.spelling, self.gold = [], [], []
        for s in sentences:
            for w in s.words:
                if w not in cache:
                    cache[w] = (words.get(heads.normal(w), 0), heads.spelling(w))
            self.words.append([0] + [cache[w][0] for w in s.words])
            self.spelling.append([[0] * 5] + [cache[w][1] for w in s.words])
            code = lambda kind: [-100] + [index[kind].get(t, -100) for t in getattr(s, kind)]
            self.gold.append((code("upos"), code("xpos"), code("relations"), [-100] + s.heads) if s.heads else None)
        self.sizes = [len(w) for w in self.words]

    def batch(self, chosen):
        shape = (len(chosen), max(self.sizes[i] for i in chosen))
        words, mask, spelling = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=bool), np.zeros((*shape, 5), dtype=np.int64)
        for r, i in enumerate(chosen):
            n = self.sizes[i]
            words[r, :n], spelling[r, :n], mask[r, :n] = self.words[i], self.spelling[i], True
        return tuple(map(torch.from_numpy, (words, spelling, mask)))

    def answers(self, chosen, width):
        """(tags, relations, heads with -100 where there are none; allowed names)."""
        numbers = [np.full((len(chosen), width), -100, dtype=np.int64) for _ in range(4)]
        names = np.zeros((len(chosen), width, len(corpus.NAME_LABELS)), dtype=bool)
        for r, i in enumerate(chosen):
            if self.gold[i]:
                for array, values in zip(numbers, self.gold[i]):
                    array[r, :self.sizes[i]] = values
            if self.sentences[i].names is not None:
                names[r, 1:self.sizes[i]] = self.sentences[i].names
        return *map(torch.from_numpy, numbers), torch.from_numpy(names)

    def opinions(self, chosen, width):
        """The teacher's log-probabilities, padded, and the heads under which it judged relations."""
        first = self.soft[chosen[0]]
        result = {k: torch.full((len(chosen), width, width if k == "arcs" else first[k].size(-1)), -30.0)
                  for k in ("arcs", "upos", "xpos", "names", "relations")}
        head = torch.zeros(len(chosen), width, dtype=torch.long)
        for r, i in enumerate(chosen):
            n = self.sizes[i]
            for k, target in result.items():
                target[r, 1:n, :self.soft[i][k].size(-1)] = self.soft[i][k]
            head[r, 1:n] = self.soft[i]["heads"]
        return result, head


def agreement(scores, opinion, word):
    """Cross-entropy of the net's scores against the teacher's probabilities."""
    return -(opinion[word].exp() * F.log_softmax(scores[word].float(), -1)).sum(-1).mean()


def loss_of(net, data, chosen, x, upos, xpos, arcs, mask):
    u, p, r, h, names = data.answers(chosen, x.size(1))
    word = mask.clone()
    word[:, 0] = False
    opinion, head = data.opinions(chosen, x.size(1))
    relations, labels = net.relations(x, head), net.names(x)
    loss = (agreement(arcs, opinion["arcs"].clamp(min=-30), word) + agreement(relations, opinion["relations"], word)
            + 0.3 * agreement(upos, opinion["upos"], word) + 0.3 * agreement(xpos, opinion["xpos"], word)
            + 0.7 * agreement(labels, opinion["names"], word))
    treed, named = h != -100, names.any(-1)
    if treed.any():
        ce = lambda scores, answer: F.cross_entropy(scores[treed].float(), answer[treed], ignore_index=-100)
        gold = ce(arcs, h) + ce(relations, r) + 0.3 * ce(upos, u) + 0.3 * ce(xpos, p)
        loss = loss + gold * treed.sum() / word.sum()
    if named.any():
        loss = loss + 0.7 * heads.name_loss(labels[named].float(), names[named]) * named.sum() / word.sum()
    return loss


# Training --------------------------------------------------------------------------------------------------------------

class Average:
    """Exponential moving average of the weights."""

    def __init__(self, net, decay=0.998, every=4):
        self.net, self.decay, self.every, self.step = net, decay, every, 0
        self.values = {k: v.detach().clone() for k, v in net.named_parameters()}

    @torch.no_grad()
    def update(self):
        self.step += 1
        if self.step % self.every == 0:
            decay = min(self.decay, (1 + self.step) / (10 + self.step)) ** self.every
            for k, v in self.net.named_parameters():
                self.values[k].lerp_(v, 1 - decay)

    @torch.no_grad()
    def swap(self):
        for k, v in self.net.named_parameters():
            kept = v.clone()
            v.copy_(self.values[k])
            self.values[k] = kept


def train(net, data, counts, seconds, evaluate):
    generator = np.random.default_rng(1)
    optimiser = torch.optim.Adam(net.parameters(), lr=PEAK, betas=(0.9, 0.95), fused=True)
    keep = 1 - 0.5 / (0.5 + counts)
    per_epoch, average = len(heads.batches(data.sizes, TOKENS)), Average(net)
    began, step = time.time(), 0
    for epoch in range(EPOCHS):
        losses = []
        for chosen in heads.batches(data.sizes, TOKENS, generator):
            done = max(step / (per_epoch * EPOCHS), (time.time() - began) / seconds)
            if done >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = PEAK * min(1, (step + 1) / 100) * max(0.02, 1 - done)
            words, spelling, mask = data.batch(chosen)
            correction = (torch.rand(words.shape) < keep[words]).float()
            words = torch.where(torch.rand(words.shape) < 0.2 * (1 - keep[words]), 0, words)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(net, data, chosen, *net(words, correction, spelling, mask), mask)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            average.update()
            step += 1
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", flush=True)
        last = epoch + 1 == EPOCHS or time.time() - began >= seconds
        if last or epoch % 5 == 4:
            average.swap()
            evaluate()
            if last:
                return
            average.swap()


@torch.no_grad()
def report(net, sets, words, index):
    net.eval()
    inverse = {k: list(v) for k, v in index.items()}
    for name, sentences in sets:
        data, score, names = Coded(sentences, words, index), heads.Score(), heads.NameScore()
        for chosen in heads.batches(data.sizes, 4000):
            w, spelling, mask = data.batch(chosen)
            x, upos, xpos, arcs = net(w, torch.ones(w.shape), spelling, mask)
            head = torch.zeros(w.shape, dtype=torch.long)
            for r, i in enumerate(chosen):
                n = data.sizes[i]
                head[r, 1:n] = torch.from_numpy(heads.tree_of(arcs[r, :n, :n].numpy()))
            relations, labels = net.relations(x, head).argmax(-1), F.log_softmax(net.names(x), -1)
            for r, i in enumerate(chosen):
                s, n = sentences[i], data.sizes[i]
                read = lambda kind, best: [inverse[kind][j] for j in best[r, 1:n]]
                if s.heads:
                    score.add(s, read("upos", upos.argmax(-1)), read("xpos", xpos.argmax(-1)), head[r, 1:n].tolist(), read("relations", relations))
                elif s.names is not None:
                    gold = heads.spans([int(np.flatnonzero(m)[0]) for m in s.names])
                    names.add(gold, heads.spans(heads.viterbi(labels[r, 1:n].numpy())))
        print(f"  {name}: {score if score.words else names}", flush=True)
    net.train()


def main():
    teacher, out = sys.argv[1], sys.argv[2]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 1e9
    torch.manual_seed(1)
    torch.set_num_threads(int(os.environ.get("THREADS", "1")))
    taught = torch.load(teacher, weights_only=False)
    sentences, soft, index, pieces = taught["sentences"], taught["soft"], taught["index"], WordPieces()
    words, counts = vocabulary(sentences, pieces)
    encoder = Encoder()
    encoder.load_state_dict(taught["encoder"])
    net = Student(word_vectors(list(words), pieces, encoder), index)
    print(len(sentences), "sentences,", len(words), "words,", sum(p.numel() for p in net.parameters()), "weights", flush=True)
    frequency = torch.tensor([0.0] + [float(counts.get(w, 0)) for w in words])
    data = Coded(sentences, words, index, soft)
    train(net, data, frequency, seconds, lambda: report(net, taught["development"], words, index))
    torch.save(dict(state=net.state_dict(), index=index, words=words, dilations=DILATIONS, tags_after=TAGS_AFTER), out)


if __name__ == "__main__":
    main()

"""What the teacher and the small net share: features of spelling, losses, figures."""
import numpy as np
import torch
import torch.nn.functional as F

from corpus import NAME_LABELS
from trees import best_tree

SUFFIX3, SUFFIX2, PREFIX3, SHAPE, SUFFIX4 = 4096, 1024, 4096, 1024, 4096
TABLES = [SUFFIX3, SUFFIX2, PREFIX3, SHAPE, SUFFIX4]


def fnv(text):
    """64-bit FNV-1a of the UTF-8 bytes."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def row(text, rows):
    value = fnv(text)
    return ((value ^ (value >> 32)) & 0xFFFFFFFF) % rows


PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


def normal(word):
    """Lower case, typewriter quotes and dashes, every digit 0."""
    return "".join("0" if c.isdigit() else c for c in word.translate(PLAIN).lower())


def shape(word):
    """X for a capital, x for another letter, d for a digit; runs cut at three."""
    result, previous, run = "", "", 0
    for c in word.translate(PLAIN):
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        run = run + 1 if kind == previous else 1
        previous = kind
        if run <= 3:
            result += kind
    return result


def spelling(word):
    """Rows of the word in the five hashed tables: last three letters, last two, first three, shape, last four."""
    plain = normal(word)
    return [row("s3" + plain[-3:], SUFFIX3), row("s2" + plain[-2:], SUFFIX2), row("p3" + plain[:3], PREFIX3),
            row("sh" + shape(word), SHAPE), row("s4" + plain[-4:], SUFFIX4)]


def batches(sizes, limit, generator=None, spread=4):
    """Lists of indices whose padded size stays under the limit; of like length, in random order when a generator is given, which
    also mixes lengths that differ by less than `spread`."""
    noise = generator.random(len(sizes)) * spread if generator is not None else np.zeros(len(sizes))
    result, current, longest = [], [], 0
    for i in np.argsort(np.array(sizes) + noise, kind="stable"):
        longest = max(longest, sizes[i])
        if current and longest * (len(current) + 1) > limit:
            result.append(current)
            current, longest = [], sizes[i]
        current.append(int(i))
    if current:
        result.append(current)
    if generator is not None:
        generator.shuffle(result)
    return result


def name_loss(logits, allowed):
    """Minus the log of the probability of all labels the source allows."""
    return -(F.log_softmax(logits, -1).masked_fill(~allowed, -1e9)).logsumexp(-1).mean()


def viterbi(scores):
    """Best label sequence (log-probabilities words x labels) in which I-X only follows B-X or I-X."""
    count = len(NAME_LABELS)
    forbidden = np.zeros((count, count))
    for b, label in enumerate(NAME_LABELS):
        if label[0] == "I":
            forbidden[:, b] = [0 if a[2:] == label[2:] else -1e9 for a in NAME_LABELS]
    best, back = scores[0] + [-1e9 if l[0] == "I" else 0 for l in NAME_LABELS], []
    for step in scores[1:]:
        paths = best[:, None] + forbidden
        back.append(paths.argmax(0))
        best = paths.max(0) + step
    labels = [int(best.argmax())]
    for pointers in reversed(back):
        labels.append(int(pointers[labels[-1]]))
    return labels[::-1]


def spans(labels):
    """(first, last, kind) of a label sequence."""
    result = []
    for i, index in enumerate(labels):
        label = NAME_LABELS[index]
        if label[0] == "B":
            result.append((i, i, label[2:]))
        elif label[0] == "I" and result:
            result[-1] = (result[-1][0], i, label[2:])
    return result


class Score:
    """Running counts of right tags, heads and labelled heads."""

    def __init__(self):
        self.words = self.upos = self.xpos = self.heads = self.labelled = 0

    def add(self, sentence, upos, xpos, heads, relations):
        for i in range(len(sentence.words)):
            self.words += 1
            self.upos += upos[i] == sentence.upos[i]
            self.xpos += xpos[i] == sentence.xpos[i]
            if heads[i] == sentence.heads[i]:
                self.heads += 1
                self.labelled += relations[i].split(":")[0] == sentence.relations[i].split(":")[0]

    def __str__(self):
        share = lambda n: f"{100 * n / max(1, self.words):.2f}"
        return f"UPOS {share(self.upos)} XPOS {share(self.xpos)} UAS {share(self.heads)} LAS {share(self.labelled)}"


class NameScore:
    """Running counts of names of people, organisations and places."""

    def __init__(self):
        self.right = self.gold = self.found = 0

    def add(self, gold, found):
        scored = lambda names: {n for n in names if n[2] in ("PER", "ORG", "LOC")}
        gold, found = scored(gold), scored(found)
        self.right += len(gold & found)
        self.gold += len(gold)
        self.found += len(found)

    def __str__(self):
        return f"names F1 {200 * self.right / max(1, self.gold + self.found):.1f}"


def tree_of(arcs):
    return best_tree(arcs)[1:]

"""Trains the two linear models by which the reader of passages chooses an answer and trusts it.

usage: passages.py PROGRAM SCORER OUT GROUP:STORE:QUESTIONS …

PROGRAM is Tests/Benchmarks/Passages as built, SCORER the measuring program score_questions.py, QUESTIONS a file in its format. Sets
of one GROUP (say, those on the same articles) are left out together when the models are tried. Prints what comes of that; writes
the models trained on everything.

Choice is a softmax over the candidates of a question, by the likelihood of all those that the scorer takes for right in a sentence that
the question's file quotes. Trust is a logistic regression on the chosen candidates, half of them chosen where the quoted sentences were
withheld and refusing is right. Both are fitted by L-BFGS in double precision, so that a run gives the same weights again.
"""
import csv
import importlib.util
import json
import re
import subprocess
import sys

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


class Question:
    def __init__(self, line, row, group, scorer):
        self.group, self.text, self.asked, self.withheld, self.kind = group, line["question"], line["asked"], line["isWithheld"], row["kind"]
        self.id = row["id"]
        parts = [p for p in row["gold"].split(" | ") if p.strip()]
        self.answerable = row["gold"].strip().lower() != "no answer"
        self.single = len(parts) == 1
        self.candidates = line["candidates"]
        answers = [{"text": a["text"], "evidence": [{"quote": q} for q in a["quotes"]]} for a in line["facts"]]
        self.facts = line["facts"]
        self.facts_right = bool(answers) and scorer.judge(row, {"status": "answered", "answers": answers})[0]
        quotes = [scorer.normal(q) for q in row["quotes"].split("||") if q.strip()]
        wordings = [w for p in parts for w in scorer.wordings(p)]
        right = lambda c: self.answerable and any(scorer.meets(c["text"], w, self.kind) for w in wordings)
        here = lambda c: any(holds(scorer.normal(c["sentence"]), q) for q in quotes)
        self.right = [right(c) for c in self.candidates]
        self.chosen = [r and here(c) for r, c in zip(self.right, self.candidates)]


def holds(sentence, quote):
    a, b = " ".join(sentence), " ".join(quote)
    return a in b or b in a


def read(program, scorer, group, store, path):
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    out = subprocess.run([program, store, path], capture_output=True, text=True, check=True).stdout
    lines = [json.loads(x) for x in out.splitlines()]
    return [Question(line, rows[line["row"]], group, scorer) for line in lines
            if line["candidates"] and rows[line["row"]]["kind"] not in ("yesno", "negation") and not rows[line["row"]]["kind"].startswith("followup")]


def matrix(rows, names):
    places, values = ([], []), []
    for i, features in enumerate(rows):
        for name, value in features.items():
            if name in names:
                places[0].append(i)
                places[1].append(names[name])
                values.append(value)
    return torch.sparse_coo_tensor(torch.tensor(places), torch.tensor(values), (len(rows), len(names)), check_invariants=False).coalesce()


def minimise(loss_of, count):
    weights = torch.zeros(count, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=150, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = loss_of(weights)
        loss.backward()
        return loss

    optimiser.step(closure)
    return weights.detach().numpy()


def fit_choice(questions, names, penalty=1.5e-3):
    questions = [q for q in questions if not q.withheld and any(q.chosen)]
    table = matrix([c["features"] for q in questions for c in q.candidates], names)
    owner = torch.tensor([i for i, q in enumerate(questions) for _ in q.candidates])
    right = torch.tensor([r for q in questions for r in q.chosen])

    def logsum(scores, mask):
        top = torch.full((len(questions),), -1e9).scatter_reduce(0, owner[mask], scores[mask], "amax").detach()
        return top + torch.log(torch.zeros(len(questions)).index_add(0, owner[mask], torch.exp(scores[mask] - top[owner[mask]])))

    def loss(weights):
        scores = torch.sparse.mm(table, weights[:, None])[:, 0]
        return (logsum(scores, torch.ones_like(right)) - logsum(scores, right)).mean() + penalty * (weights ** 2).sum()

    return minimise(loss, len(names))


def scores(question, weights, names):
    return np.array([sum(weights[names[k]] * v for k, v in c["features"].items() if k in names) for c in question.candidates])


def evidence(question, score):
    best = int(score.argmax())
    share = np.exp(score - score[best])
    chosen = question.candidates[best]
    same = sum(s for s, c in zip(share, question.candidates) if c["text"] == chosen["text"]) / share.sum()
    features = {"constant": 1, "share": same, "choice": score[best], "asked|" + question.asked: 1}
    features.update({k: v for k, v in chosen["features"].items()
                     if not k.startswith("rule|") and "|role|" not in k and "|preposition|" not in k})
    return features, best


def importance(question):
    """The model is asked where the facts answer nothing, so what happens there counts most."""
    return 0.1 if question.withheld else 0.25 if question.facts else 1.0


def fit_trust(judged, names, penalty=2e-3):
    table = matrix([features for _, features, _ in judged], names)
    right = torch.tensor([float(r) for _, _, r in judged])
    weight = torch.tensor([importance(q) for q, _, _ in judged])

    def loss(weights):
        scores = torch.sparse.mm(table, weights[:, None])[:, 0]
        return torch.nn.functional.binary_cross_entropy_with_logits(scores, right, weight) / weight.mean() + penalty * (weights ** 2).sum()

    return minimise(loss, len(names))


def number(rows, least=3):
    counts = {}
    for features in rows:
        for name in features:
            counts[name] = counts.get(name, 0) + 1
    return {name: i for i, name in enumerate(sorted(n for n, count in counts.items() if count >= least))}


def main():
    program, path, out, *sets = sys.argv[1:]
    spec = importlib.util.spec_from_file_location("scorer", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    questions = [q for s in sets for q in read(program, scorer, *s.split(":"))]
    names = number([c["features"] for q in questions for c in q.candidates])
    groups = sorted({q.group for q in questions})

    held = []
    for group in groups:
        weights = fit_choice([q for q in questions if q.group != group], names)
        held += [(q, *evidence(q, scores(q, weights, names))) for q in questions if q.group == group]
    usable = [(q, f, q.right[b]) for q, f, b in held if q.single]
    trusted = number([f for _, f, _ in usable], 8)
    judged = []
    for group in groups:
        weights = fit_trust([u for u in usable if u[0].group != group], trusted)
        judged += [(q, 1 / (1 + np.exp(-sum(weights[trusted[k]] * v for k, v in f.items() if k in trusted))), q.right[b], q.candidates[b]["text"])
                   for q, f, b in held if q.group == group]
    report(judged, groups)
    choice = fit_choice(questions, names)
    trust = fit_trust(usable, trusted)
    with open(out, "w", encoding="utf-8") as file:
        print("# model, feature, weight: made by scripts/train/passages.py", file=file)
        for kind, table, weights in (("choice", names, choice), ("trust", trusted, trust)):
            for name, i in sorted(table.items()):
                if abs(weights[i]) >= 0.005:
                    print(kind, name, f"{weights[i]:.3f}", sep="\t", file=file)


def report(judged, groups):
    for group in groups:
        mine = [j for j in judged if j[0].group == group and not j[0].withheld and j[0].answerable]
        print(f"{group}: chosen right {sum(j[2] for j in mine)} of {len(mine)}")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        open_ = [j for j in judged if not j[0].withheld and not j[0].facts]
        given = [j for j in open_ if j[1] >= least]
        wrong = sum(j[1] >= least and not j[2] for j in judged if j[0].withheld)
        print(f"trust {least}: of {sum(j[0].answerable for j in open_)} that the facts don't answer {sum(j[2] for j in given)} right, "
              f"{sum(not j[2] and j[0].answerable for j in given)} wrong; of {sum(not j[0].answerable for j in open_)} that nothing answers "
              f"{sum(not j[0].answerable for j in given)}; of {sum(j[0].withheld for j in judged)} withheld {wrong}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Reads articles in shards, as a batch engine would, and wants the store that one build makes.

usage: Tests/Exchange/shards.py PROGRAM

`dossier annotate` reads each shard in a process of its own; `dossier import` takes their lines in any order, at once and one after the other. Every row
of every table must be as in a build, but for the numbers of rows and the files that were read.
"""
import json, os, pathlib, sqlite3, subprocess, sys, tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DEVSET = ROOT / "Tests" / "Articles" / "devset"
ARTICLES = sorted(DEVSET.glob("*.txt")) + sorted((ROOT / "seeds").glob("*.txt"))
CONTENTS = {
    "documents": "select name, kind, title, publisher, author, url, published, published_origin, published_reason, text from document",
    "sentences": "select d.name, number, start, stop, starts_paragraph, s.text from sentence s join document d on d.id = s.document",
    "entities": "select key, type, name from entity",
    "names": "select e.key, d.name, n.name, n.folded, n.reason from name n join entity e on e.id = n.entity join document d on d.id = n.document",
    "mentions": "select d.name, start, stop, e.key, m.kind, m.type, m.text from mention m join entity e on e.id = m.entity join document d on d.id = m.document",
    "times": "select d.name, sentence, start, stop, t.kind, value, mod, t0, t1, precision, relation, certainty, rule, anchor "
             "from time t join document d on d.id = t.document",
    "facts": "select f.key, d.name, s.number, f.start, f.stop, p.name, r.name, a.key, o.key, l.key, quantity, unit, t0, t1, duration, time_precision, "
             "time_origin, time_text, time_value, m.name, negative, confidence, u.name, f.text from fact f join document d on d.id = f.document "
             "left join sentence s on s.id = f.sentence join predicate p on p.id = f.predicate left join relation r on r.id = f.relation "
             "left join entity a on a.id = f.agent left join entity o on o.id = f.patient left join entity l on l.id = f.place "
             "join modality m on m.id = f.modality join rule u on u.id = f.rule",
    "arguments": "select f.key, position, r.name, a.text, head, e.key, a.type, a.start, a.stop, preposition, a.quantity, a.unit, qualifier "
                 "from argument a join fact f on f.id = a.fact join role r on r.id = a.role left join entity e on e.id = a.entity",
    "attributions": "select f.key, source, e.key, cue, a.start, a.stop, quoted from attribution a join fact f on f.id = a.fact left join entity e on e.id = a.entity",
}


def dossier(*arguments, text=None):
    done = subprocess.run([str(PROGRAM), *map(str, arguments)], input=text, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments[:2]} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def contents(store):
    with sqlite3.connect(store) as database:
        return {name: sorted(map(repr, database.execute(sql))) for name, sql in CONTENTS.items()}


def answers(store):
    script = "".join(f".forget\n{line.split(chr(9))[1]}\n" for line in (DEVSET / "devset.tsv").read_text().splitlines()[1:])
    lines = [json.loads(line) for line in dossier("run", "--store", store, "--format", "jsonl", "-", text=script).splitlines()]
    for line in lines:
        line.pop("elapsed_ms")
    return lines


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        dossier("build", "--quiet", *ARTICLES, "-o", folder / "built.dossier")
        shards = []
        for number in range(3):
            shards.append(folder / f"shard-{number}.jsonl")
            shards[-1].write_text(dossier("annotate", "--layers", "sentences,entities,times,facts", *ARTICLES[number::3]))
        dossier("import", "--quiet", "-o", folder / "merged.dossier", *reversed(shards))
        for number in (1, 2, 0):
            dossier("import", "--quiet", "-o", folder / "stepwise.dossier", shards[number])
        wanted, said = contents(folder / "built.dossier"), answers(folder / "built.dossier")
        failed = 0
        for name in ("merged", "stepwise"):
            store = folder / f"{name}.dossier"
            for what, rows in contents(store).items():
                missing, added = sorted(set(wanted[what]) - set(rows)), sorted(set(rows) - set(wanted[what]))
                if missing or added or len(rows) != len(wanted[what]):
                    failed += 1
                    print(f"FAILED: {name}, {what}: {len(missing)} missing, {len(added)} other\n  {missing[:3]}\n  {added[:3]}"[:3000])
            different = [one["question"] for one, other in zip(said, answers(store)) if one != other]
            if different:
                failed += 1
                print(f"FAILED: {name}: other answers to {different[:5]} and others, {len(different)} in all")
            dossier("check", "--store", store)
        rows = sum(map(len, wanted.values()))
        print(f"{len(ARTICLES)} files in 3 shards: {rows} rows, {len(said)} answers, {failed} differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

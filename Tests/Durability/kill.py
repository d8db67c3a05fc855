#!/usr/bin/env python3
"""Kills builds and imports with SIGKILL at random moments and looks at the store after each.

usage: Tests/Durability/kill.py PROGRAM [KILLS] [SEED]

Each round changes the articles or the tables, starts `dossier build` or `dossier import`, kills it somewhere between its start and a little after
the time that it needs, and wants `dossier check` to pass. Then the same work is done to its end: what the kill left must have been exactly the facts of
before or of after.
"""
import collections, hashlib, os, pathlib, random, shutil, signal, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 500
CHANCE = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=60)


def state(store):
    """The facts of a store as one number; None for no store."""
    if not store.exists():
        return None
    listed = run("facts", "--store", store, "--format", "jsonl")
    if listed.returncode not in (0, 1):
        sys.exit(f"facts of {store}: {listed.stderr}")
    return hashlib.sha256(listed.stdout.encode()).hexdigest()


class Folder:
    """What is built and imported, in ever new states."""

    def __init__(self, path):
        self.path = path
        self.articles = path / "articles"
        self.table = path / "fleet.tsv"
        self.store = path / "s.dossier"
        shutil.copytree(ROOT / "Tests" / "Articles" / "small", self.articles)
        self.sources = [p.read_text() for p in sorted((ROOT / "Tests" / "Articles" / "devset").glob("*.txt"))]
        self.rows = (ROOT / "Tests" / "Worlds" / "fleet" / "facts.tsv").read_text().splitlines()

    def change(self):
        """The arguments of the next work."""
        if CHANCE.random() < 0.5:
            extra = self.articles / f"extra-{CHANCE.randrange(3)}.txt"
            if extra.exists() and CHANCE.random() < 0.4:
                extra.unlink()
            else:
                extra.write_text(CHANCE.choice(self.sources))
            fresh = ["--fresh"] if CHANCE.random() < 0.2 else []
            return ["build", "--quiet", "--prune", *fresh, self.articles, "-o", self.store]
        count = CHANCE.randrange(10, len(self.rows))
        self.table.write_text("\n".join(self.rows[:1] + CHANCE.sample(self.rows[1:], count)) + "\n")
        return ["import", "--quiet", self.table, "-o", self.store]


def kill(arguments, after):
    """Whether the process was still at work."""
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def main():
    outcomes = collections.Counter()
    needed = {"build": 0.3, "import": 0.1}
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(pathlib.Path(name))
        store = folder.store
        before = None
        rounds = 0
        while outcomes["kills"] < KILLS:
            rounds += 1
            arguments = folder.change()
            work = arguments[0]
            outcomes["kills"] += kill(arguments, CHANCE.uniform(0, 1.1 * needed[work]))
            found = state(store)
            if found is not None:
                checked = run("check", "--store", store)
                if checked.returncode:
                    sys.exit(f"round {rounds}, {arguments}: {checked.stdout}{checked.stderr}")
                outcomes["sound"] += 1
            begun = time.perf_counter()
            done = run(*arguments)
            if done.returncode:
                sys.exit(f"round {rounds}, {arguments}, done again: {done.stderr}")
            needed[work] = max(time.perf_counter() - begun, 0.95 * needed[work])
            after = state(store)
            if found not in (before, after):
                sys.exit(f"round {rounds}, {arguments}: the store is neither as before nor as after")
            outcomes["as before" if found == before else "as after"] += 1
            before = after
            if rounds % 100 == 0:
                print(f"{outcomes['kills']} kills in {rounds} rounds", flush=True)
        left = sorted(p.name for p in folder.path.iterdir() if p.name.startswith("s.dossier") and p != store)
    print(f"{outcomes['kills']} kills in {rounds} rounds: {outcomes['sound']} stores checked, all sound; {outcomes['as before']} as before, "
          f"{outcomes['as after']} as after; beside the last store: {', '.join(left) or 'nothing'}")


main()

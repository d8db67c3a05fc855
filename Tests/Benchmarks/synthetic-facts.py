#!/usr/bin/env python3
"""Writes a table of invented facts: things and relations chosen as unevenly as in real texts (Zipf), most with a time, some with a place, and a
tree of parts.

usage: Tests/Benchmarks/synthetic-facts.py ROWS > facts.tsv
"""
import bisect, itertools, random, sys

RELATIONS = 60
WORDS = ["owns", "employs", "supplies", "advises", "finances", "insures", "sponsors", "audits", "hosts", "trains"]


def zipf(count, power):
    """Draws of 0..<count, the first the most frequent."""
    sums = list(itertools.accumulate(1 / (rank + 1) ** power for rank in range(count)))
    return lambda chance: bisect.bisect(sums, chance.random() * sums[-1])


def relation(number):
    return WORDS[number] if number < len(WORDS) else f"{WORDS[number % len(WORDS)]} {number // len(WORDS)}"


def time(chance):
    if chance.random() < 0.3:
        return ""
    year = chance.randrange(1990, 2025)
    kind = chance.random()
    if kind < 0.4:
        return f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    if kind < 0.6:
        return f"{year}..{year + chance.randrange(1, 9)}"
    return f"{year}.." if kind < 0.75 else str(year)


def main():
    rows = int(sys.argv[1])
    chance = random.Random(1)
    things = max(100, rows // 5)
    thing, which = zipf(things, 0.8), zipf(RELATIONS - 1, 0.9)
    write = sys.stdout.write
    write("subject\trelation\tobject\ttime\tplace\n")
    parts = rows // 20
    for number in range(1, parts + 1):
        write(f"thing {number}\tpart of\tthing {number // 4 if number < things else 0}\t\t\n")
    for number in range(rows - parts):
        place = f"town {chance.randrange(500)}" if chance.random() < 0.2 else ""
        write(f"thing {thing(chance)}\t{relation(which(chance))}\tthing {thing(chance)}\t{time(chance)}\t{place}\n")


main()

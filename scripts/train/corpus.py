"""The training data as one kind of sentence, whatever file it came from.

A sentence has words and, where its source annotates them, a dependency tree with tags, and the name labels each word may have.
Sources annotate different kinds of names, so a word carries the *set* of labels its source does not rule out, and the loss
counts the probability of the whole set.
"""
import glob
import gzip
import html
import json
import re
import subprocess
from dataclasses import dataclass

import numpy as np

KINDS = ["PER", "ORG", "LOC", "EVENT", "WORK", "WEAPON", "VEHICLE"]
NAME_LABELS = ["O"] + [f"{p}-{k}" for k in KINDS for p in "BI"]
LABEL_INDEX = {label: i for i, label in enumerate(NAME_LABELS)}


@dataclass
class Sentence:
    words: list
    upos: list = None
    xpos: list = None
    heads: list = None
    relations: list = None
    names: np.ndarray = None  # words x labels, True where the source allows the label


def lines_of(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return file.read().split("\n")


def allowed(words, spans, unannotated):
    """Label sets from (first, last, kinds) spans; outside them "O" and the kinds the source does not annotate."""
    mask = np.zeros((len(words), len(NAME_LABELS)), dtype=bool)
    outside = [LABEL_INDEX["O"]] + [LABEL_INDEX[f"{p}-{k}"] for k in unannotated for p in "BI"]
    mask[:, outside] = True
    for first, last, kinds in spans:
        for i in range(first, last + 1):
            mask[i] = False
            for kind in kinds:
                mask[i, LABEL_INDEX["O" if kind == "O" else f"{'B' if i == first else 'I'}-{kind}"]] = True
    return mask


# Trees ---------------------------------------------------------------------------------------------------------------

GUM_KINDS = {"person": ["PER"], "organization": ["ORG"], "place": ["LOC"], "event": ["EVENT"],
             "object": ["WORK", "WEAPON", "VEHICLE", "O"], "abstract": ["WORK", "O"]}
HONORIFICS = {"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "prof.", "sir", "president", "senator", "judge", "justice"}
INSIDE_NAMES = {"of", "for", "the", "&", "-", "de", "la", "del", "van", "von", "al", "bin", "'s", "."}


def treebank(path, names=False):
    """Sentences of a CoNLL-U file; with `names`, also the named ones among GUM's entity mentions."""
    result, rows = [], []
    for line in lines_of(path):
        if line[:1].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            heads = [int(c[6]) for c in rows]
            sentence = Sentence([c[1] for c in rows], [c[3] for c in rows], [c[4] for c in rows], heads, [c[7] for c in rows])
            if names:
                sentence.names = allowed(sentence.words, gum_names(rows), ["WORK", "WEAPON", "VEHICLE"])
            result.append(sentence)
            rows = []
    return result


def gum_mentions(rows):
    """(first, last, type) of the entity mentions that open and close within the sentence."""
    open_mentions, result = {}, []
    for i, columns in enumerate(rows):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
        for opened, number, kind, closed in re.findall(r"(\()?(\d+)(?:-([a-z]+)[^()]*)?(\))?", entity.group(1) if entity else ""):
            if opened:
                open_mentions.setdefault(number, []).append((i, kind))
            if closed and open_mentions.get(number):
                first, kind = open_mentions[number].pop()
                result.append((first, i, kind))
    return result


def gum_names(rows):
    """Mentions that are names, without articles and modifiers, the longest where they nest."""
    is_name = lambda i: rows[i][3] == "PROPN"
    found = []
    for first, last, kind in gum_mentions(rows):
        if kind not in GUM_KINDS:
            continue
        inside = range(first, last + 1)
        head = next((i for i in inside if not first < int(rows[i][6]) <= last + 1 or int(rows[i][6]) == 0), first)
        while first < last and (not is_name(first) or kind == "person" and rows[first][1].lower() in HONORIFICS):
            first += 1
        joining = INSIDE_NAMES if kind == "person" else INSIDE_NAMES | {"and"}
        whole = all(is_name(i) or rows[i][3] == "NUM" or rows[i][1].lower() in joining for i in range(first, last + 1))
        if not (whole and is_name(first) and (is_name(last) or rows[last][3] == "NUM")):
            if not is_name(head):
                continue
            first = last = head
            while first > 0 and is_name(first - 1) and first - 1 in inside:
                first -= 1
            while last + 1 in inside and is_name(last + 1):
                last += 1
        found.append((first, last, GUM_KINDS[kind]))
    found.sort(key=lambda s: (s[0] - s[1], s[0]))
    taken, result = set(), []
    for first, last, kinds in found:
        if not taken & set(range(first, last + 1)):
            taken |= set(range(first, last + 1))
            result.append((first, last, kinds))
    return result


def running(path):
    """The documents of a CoNLL-U file as lists of (word, a space stands before it, a sentence ends with it)."""
    documents, sentence, spaced, joined = [], [], True, (0, True)
    for line in lines_of(path):
        if line.startswith("# newdoc") or not documents:
            documents.append([])
        if line[:1].isdigit():
            columns = line.split("\t")
            space_after = "SpaceAfter=No" not in columns[9]
            if columns[0].isdigit():
                sentence.append([columns[1], spaced, False])
                last, after = joined
                spaced = space_after if int(columns[0]) > last else int(columns[0]) == last and after
            elif "-" in columns[0]:
                joined = int(columns[0].split("-")[1]), space_after
        elif not line and sentence:
            sentence[-1][2] = True
            documents[-1] += sentence
            sentence, spaced, joined = [], True, (0, True)
    return [d for d in documents if d]


def divided(path, program):
    """The same documents in the words that Dossier's own tokeniser finds in their text."""
    documents = running(path)
    texts = ["".join(" " * spaced + word for word, spaced, _ in d) for d in documents]
    lines = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts))
    read = subprocess.run([program, "annotate", "--layers", "tokens", "-"], input=lines, stdout=subprocess.PIPE, check=True, text=True).stdout
    result = []
    for gold, line in zip(documents, read.splitlines(), strict=True):
        text, tokens = (json.loads(line)[k] for k in ("text", "tokens"))
        seen = np.cumsum([not c.isspace() for c in text])
        lengths = np.cumsum([len(re.sub(r"\s", "", word)) for word, _, _ in gold])
        ends = {int(n) for n, (_, _, end) in zip(lengths, gold) if end}
        result.append([(text[t["start"]:t["end"]], t["start"] == 0 or text[t["start"] - 1].isspace(), int(seen[t["end"] - 1]) in ends)
                       for t in tokens])
    return result


# Names ---------------------------------------------------------------------------------------------------------------

WNUT_KINDS = {"person": ["PER"], "location": ["LOC"], "corporation": ["ORG"], "group": ["ORG"], "creative-work": ["WORK"],
              "product": ["WORK", "WEAPON", "VEHICLE", "O"]}
WIKIGOLD_KINDS = {"PER": ["PER"], "ORG": ["ORG"], "LOC": ["LOC"], "MISC": ["EVENT", "WORK", "WEAPON", "VEHICLE", "O"]}
UNER_KINDS = {"PER": ["PER"], "ORG": ["ORG"], "LOC": ["LOC"]}


def tagged(path, kinds, unannotated):
    """Sentences of a one-word-a-line file whose tags are IOB or IOB2."""
    result, words, tags = [], [], []
    for line in lines_of(path):
        columns = line.split("\t") if "\t" in line else line.split()
        if line.startswith("# "):
            continue
        if len(columns) >= 2:
            numbered = columns[0].isdigit() and len(columns) > 2
            words.append(columns[1] if numbered else columns[0])
            tags.append(columns[2] if numbered else columns[-1])
        elif words:
            spans = []
            for i, tag in enumerate(tags):
                kind = tag[2:]
                if kind not in kinds:
                    continue
                if tag[0] == "I" and i > 0 and tags[i - 1][2:] == kind:
                    spans[-1][1] = i
                else:
                    spans.append([i, i, kinds[kind]])
            result.append(Sentence(words, names=allowed(words, spans, unannotated)))
            words, tags = [], []
    return result


RE3D_KINDS = {"Weapon": ["WEAPON"], "Vehicle": ["VEHICLE"], "MilitaryPlatform": ["VEHICLE"],
              **dict.fromkeys(["Person", "Organisation", "Location", "Nationality"], ["PER", "ORG", "LOC", "O"])}


def re3d(path):
    """Sentences of the re3d documents. Its people, organisations and places include descriptions and titles, which the other
    sources leave out of names: where it marks one, any of the three or none is right."""
    result = []
    for line in lines_of(path):
        if not line:
            continue
        document = json.loads(line)
        entities = [e for e in document["entities"] if e["type"] in RE3D_KINDS and e.get("confidence", 1) >= 0.5]
        entities.sort(key=lambda e: (RE3D_KINDS[e["type"]][-1] == "O", e["begin"] - e["end"]))
        for words in tokenised(document["text"]):
            spans = []
            for entity in entities:
                inside = [i for i, (s, e, _) in enumerate(words) if entity["begin"] <= s and e <= entity["end"]]
                while inside and words[inside[0]][2].lower() in ("the", "a", "an", "its", "their"):
                    inside.pop(0)
                if inside and all(inside[-1] < s[0] or s[1] < inside[0] for s in spans):
                    spans.append((inside[0], inside[-1], RE3D_KINDS[entity["type"]]))
            forms = [w for _, _, w in words]
            mask = allowed(forms, spans, ["EVENT", "WORK"])
            for first, last, kinds in spans:
                if "O" in kinds:
                    mask[first:last + 1, [LABEL_INDEX[f"{p}-{k}"] for k in ("PER", "ORG", "LOC") for p in "BI"]] = True
            result.append(Sentence(forms, names=mask))
    return result


# Raw text ------------------------------------------------------------------------------------------------------------

CLITIC = re.compile(r"(?i)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
ABBREVIATION = re.compile(r"(?i)^(?:[a-z]\.)+$|^(?:mr|mrs|ms|dr|sen|rep|gen|gov|prof|st|no|vs|jan|feb|aug|sept|oct|nov|dec|jr|sr|inc|corp|co|ltd|lt|col|adm|maj|sgt|capt)\.$")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")


def split_word(word):
    """A white-space word as Universal Dependencies divides it: brackets and points off, clitics and hyphens apart."""
    before, after = [], []
    while len(word) > 1 and word[0] in "\"'“‘([{$#£€":
        before.append(word[0])
        word = word[1:]
    while len(word) > 1 and (word[-1] in "\"'”’)]},;:?!%" or word[-1] == "." and not ABBREVIATION.match(word)):
        after.insert(0, word[-1])
        word = word[:-1]
    clitic = CLITIC.search(word)
    if clitic and clitic.start() > 0:
        after.insert(0, clitic.group(1))
        word = word[:clitic.start()]
    return before + [p for p in re.split(r"(?<=\w)(-|–|—|/)(?=[^\W\d])", word) if p] + after


def tokenised(text):
    """Sentences of (start, end, form); good enough to label text for training, not the product's tokeniser."""
    result = []
    for paragraph in re.finditer(r"[^\n]+", text):
        position = 0
        for piece in SENTENCE_END.split(paragraph.group()):
            start = paragraph.group().index(piece, position)
            position = start + len(piece)
            words, at = [], paragraph.start() + start
            for match in re.finditer(r"\S+", piece):
                cursor = at + match.start()
                for form in split_word(match.group()):
                    words.append((cursor, cursor + len(form), form))
                    cursor += len(form)
            if words:
                result.append(words)
    return result


def plain(text):
    return [Sentence([w for _, _, w in words]) for words in tokenised(text) if 3 <= len(words) <= 80]


def timeml(path):
    """The text of a TimeML document."""
    body = re.search(r"<TEXT>(.*?)</TEXT>", "\n".join(lines_of(path)), re.S).group(1)
    return plain(html.unescape(re.sub(r"<[^>]+>", "", body)))


def wordnet_examples(folder):
    """Every other example of five words or more that WordNet gives for a sense."""
    examples = []
    for part in ("noun", "verb", "adj", "adv"):
        with open(f"{folder}/data.{part}", encoding="latin-1") as file:
            glosses = [line.split("|", 1)[1] for line in file if "|" in line]
        examples += [e for g in glosses for e in re.findall(r'"([^"]+)"', g) if 5 <= len(e.split()) <= 40]
    return [s for e in examples[::2] for s in plain(e)]


# What is trained on --------------------------------------------------------------------------------------------------

def training(shared):
    """(sentences with trees, sentences with names only, raw sentences)."""
    trees = treebank(f"{shared}/treebank/ewt-train.conllu.gz") + treebank(f"{shared}/treebank/gum-train.conllu.gz", names=True)
    named = (tagged(f"{shared}/names/uner-ewt-dev.iob2.gz", UNER_KINDS, ["EVENT", "WORK", "WEAPON", "VEHICLE"])
             + tagged(f"{shared}/names/wikigold.conll.gz", WIKIGOLD_KINDS, ["WEAPON", "VEHICLE"])
             + tagged(f"{shared}/names/wnut17-train.conll.gz", WNUT_KINDS, ["EVENT", "WEAPON", "VEHICLE"])
             + re3d(f"{shared}/re3d/documents.jsonl"))
    texts = [f"{shared}/raw/wikitext-2-part.txt.gz"] + sorted(glob.glob(f"{shared}/news/*.txt"))
    raw = [s for path in texts for s in plain("\n".join(lines_of(path)))]
    raw += [s for path in sorted(glob.glob(f"{shared}/time/meantime/*.tml")) for s in timeml(path)]
    return trees, [s for s in named if len(s.words) <= 100], raw + wordnet_examples("/usr/share/wordnet")


def development(shared):
    """Named sets to report on while training; the EWT dev names train, so names are watched on WNUT's own dev part."""
    return [("EWT dev", treebank(f"{shared}/treebank/ewt-dev.conllu.gz")), ("GUM dev", treebank(f"{shared}/treebank/gum-dev.conllu.gz")),
            ("WNUT dev names", tagged(f"{shared}/names/wnut17-dev.conll.gz", WNUT_KINDS, ["EVENT", "WEAPON", "VEHICLE"]))]

#!/usr/bin/env python3
"""Reads what `dossier export` writes with the tools that people have for it: counts, answers and hostile texts must come out as they went in.

usage: Tests/Exchange/exports.py PROGRAM
"""
import csv, io, json, os, pathlib, sqlite3, subprocess, sys, tempfile
from urllib.parse import quote

import networkx, pyoxigraph, rdflib
from pyld import jsonld

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SEEDS = []
DOSSIER, RELATION = rdflib.Namespace("urn:dossier:term/"), rdflib.Namespace("urn:dossier:relation/")
PREFIXES = """prefix dossier: <urn:dossier:term/> prefix relation: <urn:dossier:relation/> prefix role: <urn:dossier:role/>
    prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> prefix prov: <http://www.w3.org/ns/prov#> """
TESTS = []


def test(function):
    TESTS.append(function)
    return function


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r}, expected {expected!r}")


def dossier(*arguments, status=0):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True)
    same(done.returncode, status, f"exit status of dossier {' '.join(map(str, arguments))}: {done.stderr.decode()}")
    return done.stdout.decode()


def export(format, store=SEEDS, *more):
    return dossier("export", *store, "--format", format, *more)


def stats(store=SEEDS):
    return {row["what"]: int(row["number"]) for row in json.loads(dossier("stats", *store, "--format", "json"))}


def answers(question, store=SEEDS):
    return sorted({answer["text"] for answer in json.loads(dossier("ask", *store, "--format", "json", question))["answers"]})


def dataset(text, format):
    graph = rdflib.Dataset()
    graph.parse(data=text, format=format)
    return graph


def quads(text, format):
    return list(pyoxigraph.parse(text.encode(), format=format))


def shape(quads):
    """What two readers must agree on."""
    graphs = {quad.graph_name for quad in quads if not isinstance(quad.graph_name, pyoxigraph.DefaultGraph)}
    return len(set(quads)), len(graphs)


def subjects(graph, *types):
    return {subject for type in types for subject in graph.subjects(rdflib.RDF.type, DOSSIER[type])}


@test
def counts_agree_with_stats():
    expected = stats()
    nquads, trig = export("nquads"), export("trig")
    same(shape(quads(trig, pyoxigraph.RdfFormat.TRIG)), shape(quads(nquads, pyoxigraph.RdfFormat.N_QUADS)), "TriG and N-Quads by pyoxigraph")
    for text, format in ((nquads, "nquads"), (trig, "trig")):
        graph = dataset(text, format)
        same(len(list(graph.quads())), shape(quads(nquads, pyoxigraph.RdfFormat.N_QUADS))[0], f"statements of {format} by rdflib and pyoxigraph")
        facts = subjects(graph, "Fact")
        same(len(facts), expected["facts"], f"facts of {format}")
        same(len(subjects(graph, "Entity")), expected["entities"], f"entities of {format}")
        same(len(subjects(graph, "Article", "Excerpt")), expected["documents"], f"documents of {format}")
        named = {context.identifier for context in graph.graphs() if context.identifier != rdflib.graph.DATASET_DEFAULT_GRAPH_ID and len(context)}
        same(named, facts, f"a named graph for each fact in {format}")


@test
def sparql_answers_as_dossier_does():
    for question, store, pattern in (
        ("who was the defense secretary in 2005", SEEDS, """
            ?fact dossier:relation "hold-office" ; role:agent ?x ; role:attribute ?office ; dossier:start ?day . ?x rdfs:label ?answer
            filter(regex(?office, "secretary of defense", "i") && year(?day) = 2005)"""),
        ("which country fired a missile over Japan", SEEDS, """
            ?fact dossier:relation "fire" ; role:agent ?x ; role:place/rdfs:label "Japan" ; role:patient/rdfs:label ?what . ?x rdfs:label ?answer
            filter(contains(?what, "missile"))"""),
        ("who was US president in 2005", SEEDS, """
            graph ?fact { ?x relation:hold-office "President" } ?x rdfs:label ?answer . ?fact role:patient/rdfs:label "United States" ;
            dossier:start ?day filter(year(?day) = 2005)"""),
        ("what does Chad border?", WORLD, """
            ?x rdfs:label ?name . ?x relation:borders ?y . ?y rdfs:label ?answer filter(lcase(?name) = "chad")"""),
    ):
        expected = answers(question, store() if callable(store) else store)
        graph = pyoxigraph.Store()
        graph.load(export("nquads", store() if callable(store) else store).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
        found = sorted({row["answer"].value for row in graph.query(PREFIXES + f"select ?answer {{ {pattern} }}")})
        same(found, expected, question)
        assert expected, f"{question}: nothing is answered"


@test
def plain_statements_are_what_the_articles_say():
    graph = pyoxigraph.Store()
    graph.load(export("nquads").encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    stated = PREFIXES + """select (count(distinct ?fact) as ?n) { ?fact dossier:polarity ?polarity ; dossier:modality ?modality .
        graph ?fact { ?x ?relation ?y } filter(%s exists { ?x ?relation ?y }) filter(?polarity = "positive" && ?modality in ("actual", "generic")) }"""
    same(int(list(graph.query(stated % "not"))[0]["n"].value), 0, "facts told as so that are not stated plainly")


@test
def graphml_is_a_graph():
    graph = networkx.read_graphml(io.BytesIO(export("graphml").encode()), force_multigraph=True)
    nodes, edges = (list(csv.DictReader(io.StringIO(export(format), newline=""))) for format in ("nodes", "edges"))
    same(graph.number_of_nodes(), stats()["entities"], "nodes")
    same(graph.number_of_nodes(), len(nodes), "nodes in CSV")
    same(graph.number_of_edges(), len(edges), "edges in CSV")
    same(sorted((a, b, data["label"]) for a, b, data in graph.edges(data=True)),
         sorted((row["source"], row["target"], row["label"]) for row in edges), "edges of GraphML and CSV")
    same({row["id"]: row["label"] for row in nodes}, dict(graph.nodes(data="label")), "labels")


@test
def jsonld_annotates_the_texts():
    expanded = jsonld.expand(json.loads(export("jsonld")))
    oa = "http://www.w3.org/ns/oa#"
    annotations = [node for node in expanded if oa + "Annotation" in node.get("@type", [])]
    same(len(annotations), stats()["facts"], "annotations")
    database = sqlite3.connect(seed_store())
    texts = {f"urn:dossier:document/{quote(name, safe='')}": text for name, text in database.execute("select name, text from document")}
    for node in annotations:
        [target] = node[oa + "hasTarget"]
        position, words = target[oa + "hasSelector"]
        start, end = (position[oa + name][0]["@value"] for name in ("start", "end"))
        same(texts[target[oa + "hasSource"][0]["@id"]][start:end], words[oa + "exact"][0]["@value"], f"words of {node['@id']}")
    triples = jsonld.to_rdf(json.loads(export("jsonld")))["@default"]
    assert len(triples) > 10 * len(annotations), "the JSON-LD says little"


@test
def events_are_of_plover():
    classes = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
    events = [json.loads(line) for line in export("events").splitlines()]
    assert events and {event["event_type"] for event in events} <= classes, "events of other classes"
    facts = {fact["id"]: fact for fact in map(json.loads, export("jsonl").splitlines())}
    assert all(facts[event["id"]]["polarity"] == "positive" for event in events), "an event that did not happen"


@test
def filters_choose_as_questions_do():
    every = [json.loads(line) for line in export("jsonl").splitlines()]
    def ids(*options):
        return [json.loads(line)["id"] for line in export("jsonl", SEEDS, *options).splitlines()]
    offices = [fact["id"] for fact in every if fact["relation"] == "hold-office" and fact["polarity"] == "positive"]
    japan = next(row["id"] for row in csv.DictReader(io.StringIO(export("nodes"))) if row["label"] == "Japan")
    same(ids("--where", "?x | hold-office(?x)"), offices, "--where with one variable")
    same(ids("--where", "?x, ?o | hold-office(agent: ?x, attribute: ?o)", "--about", "Japan"),
         [fact["id"] for fact in every if fact["id"] in offices and japan in {part["entity"] for part in fact["arguments"]}], "--where and --about")
    assert 0 < len(ids("--period", "1998")) < len(every), "--period"
    same(len(ids("--publisher", "The Washington Post")), sum(fact["evidence"]["publisher"] == "The Washington Post" for fact in every), "--publisher")
    about = export("nquads", SEEDS, "--about", "North Korea")
    same(len(subjects(dataset(about, "nquads"), "Fact")), len(ids("--about", "North Korea")), "facts of a filtered export")
    dossier("export", "--where", "nothing-of-the-kind(?x)", status=65)


HOSTILE = ("\x1b[2J\x07 \"quoted\" \"\u0301 <a href='x'>&amp; \\ \\u0041 , ; \t tab \n line \r\n return \u0085 \u2028 \u2029 \u202e bidi "
           "\ufeff \ufffe \uffff \U0001d4b3 \ud7ff \ue000 ]]> --> =1+1")


def hostile_store(folder):
    """One fact in which everything that can be a text is hostile."""
    argument = {"text": HOSTILE, "head": HOSTILE, "start": 0, "end": 5, "preposition": HOSTILE}
    fact = {"id": HOSTILE, "predicate": HOSTILE, "relation": HOSTILE, "text": HOSTILE, "modality": "actual", "polarity": "positive",
            "arguments": [dict(argument, role="agent"), dict(argument, role="patient")],
            "time": {"start": "2024-01-01", "end": "open", "precision": "day", "text": HOSTILE, "value": HOSTILE},
            "attribution": {"source": HOSTILE, "cue": HOSTILE, "start": 0, "end": 5}, "confidence": 0.5, "rule": HOSTILE,
            "evidence": {"document": HOSTILE, "sentence": 0, "start": 0, "end": 5, "quote": HOSTILE}}
    named = {"document": "named " + HOSTILE, "text": HOSTILE, "published": None, "sentences": [{"start": 0, "end": len(HOSTILE)}],
             "entities": [{"start": 0, "end": 4, "type": "person", "text": HOSTILE, "entity": name + HOSTILE} for name in "ab"],
             "facts": [dict(fact, id="f" + HOSTILE, arguments=[dict(argument, role="agent", entity="a" + HOSTILE, type="person"),
                                                              dict(argument, role="patient", entity="b" + HOSTILE, type="person")],
                            evidence=dict(fact["evidence"], document="named " + HOSTILE))]}
    lines = folder / "hostile.jsonl"
    lines.write_text("".join(json.dumps(line) + "\n" for line in (named, fact)))
    dossier("import", "--quiet", "--fresh", "-o", folder / "hostile.dossier", lines)
    return ["--store", folder / "hostile.dossier"]


@test
def hostile_texts_come_back():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        store = hostile_store(folder)
        for format, oxigraph in (("nquads", pyoxigraph.RdfFormat.N_QUADS), ("trig", pyoxigraph.RdfFormat.TRIG)):
            text = export(format, store)
            found = {quad.object.value for quad in quads(text, oxigraph) if isinstance(quad.object, pyoxigraph.Literal)}
            assert HOSTILE in found, f"{format} by pyoxigraph"
            graph = dataset(text, format)
            labels = {str(value) for value in graph.objects(None, rdflib.RDFS.label)}
            same(labels, {HOSTILE}, f"labels of {format} by rdflib")
        for line in export("jsonl", store).split("\n")[:-1]:
            fact = json.loads(line)
            same({fact["predicate"], fact["text"], fact["evidence"]["quote"], fact["attribution"]["source"]}, {HOSTILE}, "JSON Lines")
        for format, column in (("nodes", "label"), ("edges", "quote")):
            rows = list(csv.DictReader(io.StringIO(export(format, store, "--raw"), newline="")))
            same({row[column] for row in rows}, {HOSTILE}, f"{format} in CSV")
            same(len(export(format, store).splitlines()), len(rows) + 1, f"{format}: a row is a line unless raw")
        expanded = jsonld.expand(json.loads(export("jsonld", store)))
        labels = {node[str(rdflib.RDFS.label)][0]["@value"] for node in expanded if str(rdflib.RDFS.label) in node}
        same(labels, {HOSTILE}, "labels of JSON-LD")
        graph = networkx.read_graphml(io.BytesIO(export("graphml", store).encode()), force_multigraph=True)
        shown = "".join(f"\\u{ord(sign):04X}" if ord(sign) < 32 and sign not in "\t\n\r" or sign in "\ufffe\uffff" else sign for sign in HOSTILE)
        same(set(dict(graph.nodes(data="label")).values()), {shown}, "GraphML: only what XML cannot hold is shown")
        lines = folder / "surrogate.jsonl"
        lines.write_text(export("jsonl", store).splitlines()[0].replace('"rule": "', '"rule": "\\ud800') + "\n")
        dossier("import", "--quiet", "-o", folder / "surrogate.dossier", lines, status=65)


@test
def memory_does_not_grow():
    """Ten times the facts may take what the caches hold, no more."""
    with tempfile.TemporaryDirectory() as name:
        peaks = []
        for rows in (5_000, 50_000):
            table, store = pathlib.Path(name) / "facts.tsv", pathlib.Path(name) / f"{rows}.dossier"
            with open(table, "w") as file:
                subprocess.run([sys.executable, str(ROOT / "Tests/Benchmarks/synthetic-facts.py"), str(rows)], stdout=file, check=True)
            dossier("import", "--quiet", "-o", store, table)
            peaks.append(peak("export", "--store", store, "--format", "trig"))
        assert peaks[1] < peaks[0] + 16_000, f"{peaks[1]} kB instead of {peaks[0]} kB"


def peak(*arguments):
    """Kilobytes of memory at most."""
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); " \
           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", code, PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=True).stdout)


def seed_store():
    return pathlib.Path(os.environ["XDG_DATA_HOME"]) / "dossier" / "seeds.dossier"


WORLDS = []


def WORLD():
    """A world of tables."""
    if not WORLDS:
        folder = tempfile.TemporaryDirectory()
        tables = sorted((ROOT / "Tests/Worlds/chat80").glob("*.tsv"))
        dossier("import", "--quiet", "-o", pathlib.Path(folder.name) / "world.dossier", *[t for t in tables if t.stem in ("facts", "flows", "types", "lexicon")])
        WORLDS.append(folder)
    return ["--store", pathlib.Path(WORLDS[0].name) / "world.dossier"]


failed = 0
for function in TESTS:
    try:
        function()
        print(f"ok   {function.__name__.replace('_', ' ')}")
    except AssertionError as error:
        failed += 1
        print(f"FAIL {function.__name__.replace('_', ' ')}: {error}"[:2000])
print(f"exports: {len(TESTS) - failed} of {len(TESTS)} passed")
sys.exit(1 if failed else 0)

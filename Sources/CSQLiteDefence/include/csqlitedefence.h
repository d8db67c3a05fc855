#ifndef CSQLITEDEFENCE_H
#define CSQLITEDEFENCE_H

/// Switches off what a crafted file could abuse: triggers, views, functions and virtual tables inside a schema, writes to the schema and to the
/// tables behind full-text search, extensions, oversized values. `sqlite3_db_config` has a variable number of arguments, so Swift cannot call it.
///
/// Returns SQLite's result code.
int defend_sqlite(void *connection, int longestValue);

#endif

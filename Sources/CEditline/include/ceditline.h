// libedit as Swift can call it: doors without variadic arguments to el_set, el_get and history, and a signal handler.
#ifndef CEDITLINE_H
#define CEDITLINE_H
#include <histedit.h>
#include <stdbool.h>
#include <stdint.h>

typedef char *(*cel_prompt_function)(EditLine *);
typedef unsigned char (*cel_key_function)(EditLine *, wint_t);
typedef int (*cel_read_function)(EditLine *, wchar_t *);

EditLine *cel_init(const char *program);                     // stdin, stdout, stderr
int cel_set_prompt(EditLine *, cel_prompt_function, char escape);
int cel_set_integer(EditLine *, int operation, int value);   // EL_SIGNAL, EL_EDITMODE, EL_PREP_TERM …
int cel_set_editor(EditLine *, const char *emacs_or_vi);
bool cel_is_vi(EditLine *);
int cel_add_key_function(EditLine *, const char *name, const char *help, cel_key_function);
int cel_bind(EditLine *, const char *key, const char *function);
int cel_set_reader(EditLine *, cel_read_function);           // EL_GETCFN
int cel_set_client(EditLine *, void *);
void *cel_client(EditLine *);
int cel_refresh(EditLine *);
int cel_set_terminal(EditLine *, const char *mode, const char *change);

History *cel_history_new(int size);
int cel_use_history(EditLine *, History *);
int cel_history_enter(History *, const char *line);
int cel_history_clear(History *);

/// Makes LC_CTYPE the user's, or C.UTF-8 where that isn't UTF-8. False where there is no UTF-8 locale at all.
bool cel_use_utf8_locale(void);
/// Columns as libedit counts them; -1 for what can't be printed.
int cel_columns(wchar_t);

enum { CEL_INTERRUPT = 1, CEL_RESIZE = 2, CEL_TERMINATE = 4, CEL_STOP = 8 };
/// Installs the handlers once; returns the read end of the pipe that wakes a poll, or -1.
int cel_signals_install(void);
/// Catches SIGINT alone, for programs without a line editor; a second one before cel_signals_take ends the process.
void cel_interrupts_install(void);
/// The signals since the last call, as CEL_ flags.
int cel_signals_take(void);
/// Whether a signal to interrupt or to end has come since the last cel_signals_take.
bool cel_interrupted(void);
/// Whether SIGTSTP stops the process at once, as while a question runs, or is noted for the editor.
void cel_stop_at_once(bool);
/// Stops the process as an unhandled SIGTSTP would, and returns when it goes on.
void cel_stop_process(void);
#endif

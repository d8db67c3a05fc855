#define _GNU_SOURCE
#include "ceditline.h"
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

EditLine *cel_init(const char *program) { return el_init(program, stdin, stdout, stderr); }

int cel_set_prompt(EditLine *editor, cel_prompt_function prompt, char escape) {
    return el_set(editor, EL_PROMPT_ESC, prompt, escape);
}

int cel_set_integer(EditLine *editor, int operation, int value) { return el_set(editor, operation, value); }

int cel_set_editor(EditLine *editor, const char *name) { return el_set(editor, EL_EDITOR, name); }

bool cel_is_vi(EditLine *editor) {
    const char *mode = NULL;
    return el_get(editor, EL_EDITOR, &mode) == 0 && mode && mode[0] == 'v';
}

int cel_add_key_function(EditLine *editor, const char *name, const char *help, cel_key_function function) {
    return el_set(editor, EL_ADDFN, name, help, function);
}

int cel_bind(EditLine *editor, const char *key, const char *function) { return el_set(editor, EL_BIND, key, function, NULL); }

int cel_set_reader(EditLine *editor, cel_read_function reader) { return el_wset(editor, EL_GETCFN, reader); }

int cel_set_client(EditLine *editor, void *client) { return el_set(editor, EL_CLIENTDATA, client); }

void *cel_client(EditLine *editor) {
    void *client = NULL;
    el_get(editor, EL_CLIENTDATA, &client);
    return client;
}

int cel_refresh(EditLine *editor) { return el_set(editor, EL_REFRESH); }

int cel_set_terminal(EditLine *editor, const char *mode, const char *change) {
    return el_set(editor, EL_SETTY, mode, change, NULL);
}

History *cel_history_new(int size) {
    HistEvent event;
    History *history_list = history_init();
    if (!history_list) return NULL;
    history(history_list, &event, H_SETSIZE, size);
    history(history_list, &event, H_SETUNIQUE, 1);
    return history_list;
}

int cel_use_history(EditLine *editor, History *history_list) { return el_set(editor, EL_HIST, history, history_list); }

int cel_history_enter(History *history_list, const char *line) {
    HistEvent event;
    return history(history_list, &event, H_ENTER, line);
}

int cel_history_clear(History *history_list) {
    HistEvent event;
    return history(history_list, &event, H_CLEAR);
}

bool cel_use_utf8_locale(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    setlocale(LC_CTYPE, "C.UTF-8");
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int cel_columns(wchar_t character) { return wcwidth(character); }

// A handler may only touch these flags and write one byte to the pipe.
static volatile sig_atomic_t interrupt_flag, resize_flag, terminate_flag, stop_flag, second_interrupt_ends;
static int wake_write = -1, wake_read = -1;

static void on_signal(int number) {
    int saved = errno;
    switch (number) {
    case SIGINT:
        if (interrupt_flag && second_interrupt_ends) {
            signal(SIGINT, SIG_DFL);
            raise(SIGINT); // delivered when the handler returns
        }
        interrupt_flag = 1;
        break;
    case SIGWINCH: resize_flag = 1; break;
    case SIGTSTP: stop_flag = 1; break;
    default: terminate_flag = 1; break;
    }
    ssize_t ignored = write(wake_write, "!", 1);
    (void)ignored;
    errno = saved;
}

static void handle(int number) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = on_signal; // without SA_RESTART: a blocking read ends with EINTR
    sigaction(number, &action, NULL);
}

int cel_signals_install(void) {
    int ends[2];
    if (wake_read >= 0) return wake_read;
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) < 0) return -1;
    wake_read = ends[0];
    wake_write = ends[1];
    second_interrupt_ends = 0;
    handle(SIGINT);
    handle(SIGWINCH);
    handle(SIGTERM);
    handle(SIGHUP);
    handle(SIGTSTP);
    return wake_read;
}

void cel_interrupts_install(void) {
    if (wake_read >= 0) return;
    second_interrupt_ends = 1;
    handle(SIGINT);
}

int cel_signals_take(void) {
    char drained[64];
    while (read(wake_read, drained, sizeof drained) > 0) {
    }
    int flags = 0;
    if (interrupt_flag) { interrupt_flag = 0; flags |= CEL_INTERRUPT; }
    if (resize_flag) { resize_flag = 0; flags |= CEL_RESIZE; }
    if (terminate_flag) { terminate_flag = 0; flags |= CEL_TERMINATE; }
    if (stop_flag) { stop_flag = 0; flags |= CEL_STOP; }
    return flags;
}

bool cel_interrupted(void) { return interrupt_flag != 0 || terminate_flag != 0; }

void cel_stop_at_once(bool at_once) {
    if (at_once) signal(SIGTSTP, SIG_DFL);
    else handle(SIGTSTP);
}

void cel_stop_process(void) {
    signal(SIGTSTP, SIG_DFL);
    raise(SIGTSTP);
    handle(SIGTSTP);
}

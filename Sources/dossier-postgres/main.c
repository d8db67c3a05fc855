// Speaks to a PostgreSQL server through libpq for the console, which starts this program when a store lies on a server.
//
// The console is one static executable, and libpq cannot be part of one: Debian's archive of it lacks what it is built from, and Kerberos has
// none. So it lives here, linked as the system has it, and no other store pays for it. Frames come on standard input and go out on
// standard output:
//
//   C conninfo                                             connects
//   Q statement                                            runs a statement, whose rows nobody wants
//   P u32 number, u16 count, u32 type…, statement          prepares a statement
//   E u32 number, u16 count, (i32 length, bytes)…          runs a prepared one; values are binary, a length of -1 is null
//   O statement                                            copies out: D frames
//   I statement, then D frames, then F                     copies in; only I and F are answered
//
// Each is answered by any number of R (u16 columns, u32 type…, u32 rows, (i32 length, bytes)…) or D frames, and then by Z, or by E with an
// SQLSTATE of five characters and the message. SIGUSR1 cancels the statement that is running.
#include "frames.h"
#include <libpq-fe.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static PGconn *connection;
static PGcancel *volatile cancellation;
// A reply is sent in pieces of about this size.
static const size_t piece_size = 1 << 18;

static void cancel(int signal) {
    (void)signal;
    char reason[256];
    if (cancellation != NULL) PQcancel(cancellation, reason, sizeof reason);
}

static void ignore_notice(void *context, const char *message) {
    (void)context;
    (void)message;
}

static void reply_done(void) { write_frame('Z', "", 0); }

static void reply_error(const PGresult *result) {
    const char *state = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message == NULL) message = PQerrorMessage(connection);
    struct buffer error = { 0 };
    append(&error, state == NULL ? "08000" : state, 5);
    append(&error, message, strlen(message));
    write_frame('E', error.bytes, error.count);
    free(error.bytes);
}

// Answers a statement that gives no rows.
static void reply(PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) reply_done();
    else reply_error(result);
    PQclear(result);
}

static void begin_rows(struct buffer *rows, const PGresult *result, size_t *count_at) {
    uint16_t columns = (uint16_t)PQnfields(result);
    rows->count = 0;
    append(rows, &columns, sizeof columns);
    for (int column = 0; column < columns; column++) append_u32(rows, PQftype(result, column));
    *count_at = rows->count;
    append_u32(rows, 0);
}

static void send_rows(struct buffer *rows, size_t count_at, uint32_t count) {
    memcpy(rows->bytes + count_at, &count, sizeof count);
    write_frame('R', rows->bytes, rows->count);
}

static void reply_rows(PGresult *result) {
    if (PQresultStatus(result) != PGRES_TUPLES_OK) {
        reply(result);
        return;
    }
    struct buffer rows = { 0 };
    size_t count_at;
    uint32_t count = 0;
    int all = PQntuples(result), columns = PQnfields(result);
    begin_rows(&rows, result, &count_at);
    for (int row = 0; row < all; row++) {
        for (int column = 0; column < columns; column++) {
            int32_t length = PQgetisnull(result, row, column) ? -1 : PQgetlength(result, row, column);
            append(&rows, &length, sizeof length);
            if (length > 0) append(&rows, PQgetvalue(result, row, column), (size_t)length);
        }
        count++;
        if (rows.count >= piece_size) {
            send_rows(&rows, count_at, count);
            begin_rows(&rows, result, &count_at);
            count = 0;
        }
    }
    if (count > 0) send_rows(&rows, count_at, count);
    free(rows.bytes);
    PQclear(result);
    reply_done();
}

static void connect_to(const char *conninfo) {
    connection = PQconnectdb(conninfo);
    if (PQstatus(connection) != CONNECTION_OK) {
        reply_error(NULL);
        return;
    }
    PQsetNoticeProcessor(connection, ignore_notice, NULL);
    PQsetClientEncoding(connection, "UTF8");
    cancellation = PQgetCancel(connection);
    reply_done();
}

static uint32_t u32_at(const char *bytes) {
    uint32_t number;
    memcpy(&number, bytes, sizeof number);
    return number;
}

static uint16_t u16_at(const char *bytes) {
    uint16_t number;
    memcpy(&number, bytes, sizeof number);
    return number;
}

enum { most_parameters = 256 };

static void prepare(const struct frame *frame) {
    char name[16];
    snprintf(name, sizeof name, "s%u", u32_at(frame->bytes));
    uint16_t count = u16_at(frame->bytes + 4);
    if (count > most_parameters) exit(76);
    Oid types[most_parameters];
    for (uint16_t index = 0; index < count; index++) types[index] = u32_at(frame->bytes + 6 + 4 * index);
    reply(PQprepare(connection, name, frame->bytes + 6 + 4 * count, count, types));
}

static void execute(const struct frame *frame) {
    char name[16];
    snprintf(name, sizeof name, "s%u", u32_at(frame->bytes));
    uint16_t count = u16_at(frame->bytes + 4);
    if (count > most_parameters) exit(76);
    const char *values[most_parameters];
    int lengths[most_parameters], formats[most_parameters];
    const char *at = frame->bytes + 6;
    for (uint16_t index = 0; index < count; index++) {
        int32_t length = (int32_t)u32_at(at);
        values[index] = length < 0 ? NULL : at + 4;
        lengths[index] = length < 0 ? 0 : length;
        formats[index] = 1;
        at += 4 + lengths[index];
    }
    reply_rows(PQexecPrepared(connection, name, count, values, lengths, formats, 1));
}

static void copy_out(const char *statement) {
    PGresult *result = PQexec(connection, statement);
    if (PQresultStatus(result) != PGRES_COPY_OUT) {
        reply(result);
        return;
    }
    PQclear(result);
    struct buffer piece = { 0 };
    char *row;
    int length;
    while ((length = PQgetCopyData(connection, &row, 0)) > 0) {
        append(&piece, row, (size_t)length);
        PQfreemem(row);
        if (piece.count >= piece_size) {
            write_frame('D', piece.bytes, piece.count);
            piece.count = 0;
        }
    }
    if (piece.count > 0) write_frame('D', piece.bytes, piece.count);
    free(piece.bytes);
    reply(PQgetResult(connection));
    PQclear(PQgetResult(connection));
}

static void end_copy_in(void) {
    PQputCopyEnd(connection, NULL);
    reply(PQgetResult(connection));
    PQclear(PQgetResult(connection));
}

int main(void) {
    struct sigaction action = { .sa_handler = cancel, .sa_flags = SA_RESTART };
    sigaction(SIGUSR1, &action, NULL);
    // The console decides what Ctrl-C means.
    signal(SIGINT, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
#ifdef __linux__
    // A statement does not outlive the console that has asked for it; that it has gone shows at the next frame.
    prctl(PR_SET_PDEATHSIG, SIGUSR1);
#endif
    struct frame frame;
    while (read_frame(&frame)) {
        if (connection == NULL && frame.kind != 'C') return 76;
        switch (frame.kind) {
        case 'C': connect_to(frame.bytes); break;
        case 'Q': case 'I': reply(PQexec(connection, frame.bytes)); break;
        case 'P': prepare(&frame); break;
        case 'E': execute(&frame); break;
        case 'O': copy_out(frame.bytes); break;
        case 'D': PQputCopyData(connection, frame.bytes, (int)frame.length); break;
        case 'F': end_copy_in(); break;
        default: return 76;
        }
    }
    PQfinish(connection);
    return 0;
}

#include "frames.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// No statement and no piece of a copy is longer; a length beyond it is not one of ours.
static const uint32_t longest = 1u << 30;

static void *reserve(void *bytes, size_t count) {
    void *larger = realloc(bytes, count);
    if (larger == NULL) exit(71);
    return larger;
}

void append(struct buffer *buffer, const void *bytes, size_t count) {
    if (buffer->count + count > buffer->capacity) {
        buffer->capacity = 2 * (buffer->count + count);
        buffer->bytes = reserve(buffer->bytes, buffer->capacity);
    }
    if (count > 0) memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
}

void append_u32(struct buffer *buffer, uint32_t number) { append(buffer, &number, sizeof number); }

static bool read_all(void *bytes, size_t count) {
    for (size_t done = 0; done < count;) {
        ssize_t got = read(STDIN_FILENO, (char *)bytes + done, count - done);
        if (got > 0) done += (size_t)got;
        else if (got == 0 || errno != EINTR) return false;
    }
    return true;
}

static void write_all(const void *bytes, size_t count) {
    for (size_t done = 0; done < count;) {
        ssize_t put = write(STDOUT_FILENO, (const char *)bytes + done, count - done);
        if (put >= 0) done += (size_t)put;
        else if (errno != EINTR) exit(0);
    }
}

bool read_frame(struct frame *frame) {
    static char *bytes;
    static size_t capacity;
    char head[5];
    if (!read_all(head, sizeof head)) return false;
    memcpy(&frame->length, head, sizeof frame->length);
    frame->kind = head[4];
    if (frame->length > longest) return false;
    if (frame->length + 1 > capacity) {
        capacity = frame->length + 1;
        bytes = reserve(bytes, capacity);
    }
    if (!read_all(bytes, frame->length)) return false;
    bytes[frame->length] = 0;
    frame->bytes = bytes;
    return true;
}

void write_frame(char kind, const void *bytes, size_t length) {
    static struct buffer frame;
    frame.count = 0;
    append_u32(&frame, (uint32_t)length);
    append(&frame, &kind, 1);
    append(&frame, bytes, length);
    write_all(frame.bytes, frame.count);
}

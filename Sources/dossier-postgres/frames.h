// Frames between the console and this program: a length of four bytes, a kind of one, and so many bytes. Numbers are as the machine has them.
#ifndef FRAMES_H
#define FRAMES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *bytes;
    size_t count, capacity;
};

void append(struct buffer *buffer, const void *bytes, size_t count);
void append_u32(struct buffer *buffer, uint32_t number);

struct frame {
    char kind;
    uint32_t length;
    // Followed by a zero byte, so that a frame of text is a C string.
    char *bytes;
};

// The next frame; its bytes are valid until the one after it. False at the end of the input.
bool read_frame(struct frame *frame);

// Ends the program where nobody listens any more.
void write_frame(char kind, const void *bytes, size_t length);

#endif

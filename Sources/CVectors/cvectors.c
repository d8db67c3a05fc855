#include "cvectors.h"

#pragma STDC FP_CONTRACT OFF

#define PANEL CVECTORS_PANEL

typedef float lanes4 __attribute__((vector_size(16), aligned(4)));
typedef float lanes8 __attribute__((vector_size(32), aligned(4)));
typedef float lanes16 __attribute__((vector_size(64), aligned(4)));

/// One panel of columns for `ROWS` rows at once: a weight is loaded once for all of them.
#define DENSE(NAME, TARGET, LANES, WIDTH, ROWS)                                                                              \
    TARGET static inline __attribute__((always_inline)) void NAME##_block(                                                   \
        const float *x, ptrdiff_t x_stride, ptrdiff_t here, const float *weights, ptrdiff_t inputs, const float *bias,       \
        bool rectified, float *y, ptrdiff_t y_stride) {                                                                      \
        enum { parts = PANEL / WIDTH };                                                                                      \
        LANES sums[ROWS][parts];                                                                                             \
        const float *row[ROWS];                                                                                              \
        for (int r = 0; r < ROWS; r++) {                                                                                     \
            row[r] = x + (r < here ? r : 0) * x_stride;                                                                      \
            for (int p = 0; p < parts; p++) sums[r][p] = *(const LANES *)(bias + p * WIDTH);                                 \
        }                                                                                                                    \
        for (ptrdiff_t k = 0; k < inputs; k++, weights += PANEL)                                                             \
            for (int r = 0; r < ROWS; r++)                                                                                   \
                for (int p = 0; p < parts; p++) sums[r][p] += *(const LANES *)(weights + p * WIDTH) * row[r][k];             \
        for (int r = 0; r < ROWS && r < here; r++)                                                                           \
            for (int p = 0; p < parts; p++)                                                                                  \
                for (int l = 0; l < WIDTH; l++) {                                                                            \
                    float value = sums[r][p][l];                                                                             \
                    y[r * y_stride + p * WIDTH + l] = rectified && value < 0 ? 0 : value;                                    \
                }                                                                                                            \
    }                                                                                                                        \
    TARGET static void NAME(const float *x, ptrdiff_t x_stride, ptrdiff_t rows, const float *weights, ptrdiff_t inputs,      \
                            ptrdiff_t panels, const float *bias, bool rectified, float *y) {                                 \
        for (ptrdiff_t panel = 0; panel < panels; panel++)                                                                   \
            for (ptrdiff_t r = 0; r < rows; r += ROWS)                                                                       \
                NAME##_block(x + r * x_stride, x_stride, rows - r, weights + panel * inputs * PANEL, inputs,                 \
                             bias + panel * PANEL, rectified, y + r * panels * PANEL + panel * PANEL, panels * PANEL);       \
    }

DENSE(dense_portable, , lanes4, 4, 2)

#if defined(__x86_64__)
DENSE(dense_avx2, __attribute__((target("avx2"))), lanes8, 8, 4)
DENSE(dense_avx512, __attribute__((target("avx512f"))), lanes16, 16, 8)
#endif

void cvectors_dense(const float *x, ptrdiff_t x_stride, ptrdiff_t rows, const float *weights, ptrdiff_t inputs,
                    ptrdiff_t panels, const float *bias, bool rectified, float *y) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return dense_avx512(x, x_stride, rows, weights, inputs, panels, bias, rectified, y);
    if (__builtin_cpu_supports("avx2")) return dense_avx2(x, x_stride, rows, weights, inputs, panels, bias, rectified, y);
#endif
    dense_portable(x, x_stride, rows, weights, inputs, panels, bias, rectified, y);
}

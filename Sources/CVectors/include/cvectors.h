#ifndef CVECTORS_H
#define CVECTORS_H

#include <stdbool.h>
#include <stddef.h>

/// Columns of a panel: a matrix is stored as panels of 16 columns, each a row of 16 values an input.
#define CVECTORS_PANEL 16

/// y = W x + b for `rows` rows of Float32, with negative results made 0 if `rectified`.
///
/// `weights` are `panels` panels of `inputs` rows; `bias` and a row of `y` have `panels * CVECTORS_PANEL` values.
/// Every sum runs over the inputs in order and rounds each product before adding it, so that the result is the same to the
/// bit whichever instructions the processor offers (SSE2, AVX2 and AVX-512 on x86, what the compiler targets elsewhere).
void cvectors_dense(const float *x, ptrdiff_t x_stride, ptrdiff_t rows, const float *weights, ptrdiff_t inputs,
                    ptrdiff_t panels, const float *bias, bool rectified, float *y);

#endif

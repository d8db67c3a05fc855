/// A block of Float32 of its own, zero at first, aligned for vector units. Written only while a model is loaded or by the one
/// analysis that owns it.
final class FloatBlock: @unchecked Sendable {
    let start: UnsafeMutablePointer<Float>
    let count: Int

    init(_ count: Int) {
        self.count = count
        let raw = UnsafeMutableRawPointer.allocate(byteCount: (count + Vectors.block) * 4, alignment: 64)
        start = raw.bindMemory(to: Float.self, capacity: count + Vectors.block)
        start.initialize(repeating: 0, count: count + Vectors.block)
    }

    deinit { start.deallocate() }
}

/// A vector of weights.
struct WeightVector: Sendable {
    let values: FloatBlock
    var start: UnsafePointer<Float> { UnsafePointer(values.start) }

    init(_ file: ModelFile, _ name: String, count: Int) throws {
        let table = try file.table(name, .floats, rows: 1, columns: count)
        values = FloatBlock(Vectors.padded(count))
        for i in 0..<count { values.start[i] = Float(bitPattern: table.bytes.number(at: i * 4, as: UInt32.self)) }
    }
}

/// An affine map `y = W x + b` of rows of Float32, its weights laid out column by column for ``apply``.
struct DenseLayer: Sendable {
    let inputs: Int
    let outputs: Int
    /// Distance between rows of the output: `outputs` padded.
    let stride: Int
    private let weights: FloatBlock
    private let bias: FloatBlock

    /// Reads `NAME.weight` and, unless `biased` is false, `NAME.bias`.
    init(_ file: ModelFile, _ name: String, inputs: Int, outputs: Int, biased: Bool = true) throws {
        self.inputs = inputs
        self.outputs = outputs
        stride = Vectors.padded(outputs)
        let table = try file.table(name + ".weight", .quantised, rows: outputs, columns: inputs)
        weights = FloatBlock(stride * inputs)
        for row in 0..<outputs {
            let scale = Float(bitPattern: table.bytes.number(at: row * 4, as: UInt32.self))
            let values = outputs * 4 + row * inputs
            for column in 0..<inputs {
                weights.start[column * stride + row] = Float(Int8(bitPattern: table.bytes[values + column])) * scale
            }
        }
        bias = biased ? try WeightVector(file, name + ".bias", count: outputs).values : FloatBlock(stride)
    }

    /// Writes `rows` rows of `stride` values to `y`. Rows are taken four at a time so that a weight is loaded once for the four.
    func apply(_ x: UnsafePointer<Float>, xStride: Int, rows: Int, to y: UnsafeMutablePointer<Float>, rectified: Bool = false) {
        var row = 0
        while row < rows {
            let here = min(4, rows - row)
            let x0 = x + row * xStride
            let x1 = here > 1 ? x0 + xStride : x0
            let x2 = here > 2 ? x1 + xStride : x0
            let x3 = here > 3 ? x2 + xStride : x0
            var column = 0
            while column < stride {
                let b0 = Vectors.load(bias.start + column), b1 = Vectors.load(bias.start + column + 8)
                var s00 = b0, s01 = b1, s10 = b0, s11 = b1, s20 = b0, s21 = b1, s30 = b0, s31 = b1
                var w = UnsafePointer(weights.start) + column
                for k in 0..<inputs {
                    let u = Vectors.load(w), v = Vectors.load(w + 8)
                    w += stride
                    let a = x0[k], b = x1[k], c = x2[k], d = x3[k]
                    s00 += a * u; s01 += a * v
                    s10 += b * u; s11 += b * v
                    s20 += c * u; s21 += c * v
                    s30 += d * u; s31 += d * v
                }
                if rectified {
                    s00 = pointwiseMax(s00, .zero); s01 = pointwiseMax(s01, .zero)
                    s10 = pointwiseMax(s10, .zero); s11 = pointwiseMax(s11, .zero)
                    s20 = pointwiseMax(s20, .zero); s21 = pointwiseMax(s21, .zero)
                    s30 = pointwiseMax(s30, .zero); s31 = pointwiseMax(s31, .zero)
                }
                let out = y + row * stride + column
                Vectors.store(s00, out); Vectors.store(s01, out + 8)
                if here > 1 { Vectors.store(s10, out + stride); Vectors.store(s11, out + stride + 8) }
                if here > 2 { Vectors.store(s20, out + 2 * stride); Vectors.store(s21, out + 2 * stride + 8) }
                if here > 3 { Vectors.store(s30, out + 3 * stride); Vectors.store(s31, out + 3 * stride + 8) }
                column += 16
            }
            row += 4
        }
    }
}

/// Rows of int8 with a scale each, read where the model file is mapped.
struct EmbeddingTable: @unchecked Sendable {
    let rows: Int
    let columns: Int
    private let bytes: UnsafeRawBufferPointer

    init(_ file: ModelFile, _ name: String, columns: Int) throws {
        let table = try file.table(name, .quantised, columns: columns)
        rows = table.rows
        self.columns = columns
        bytes = table.bytes
    }

    /// Adds row `row` to the `columns` values at `x`.
    func add(row: Int, to x: UnsafeMutablePointer<Float>) {
        let scale = Vectors.Lanes(repeating: Float(bitPattern: bytes.number(at: row * 4, as: UInt32.self)))
        let values = bytes.baseAddress! + rows * 4 + row * columns
        var i = 0
        while i < columns {
            let lanes = Vectors.Lanes(values.loadUnaligned(fromByteOffset: i, as: SIMD8<Int8>.self))
            Vectors.store(Vectors.load(x + i) + lanes * scale, x + i)
            i += 8
        }
    }
}

/// What a layer normalises with.
struct Normalisation: Sendable {
    private let gain: WeightVector
    private let bias: WeightVector
    private let width: Int

    init(_ file: ModelFile, _ name: String, width: Int) throws {
        gain = try WeightVector(file, name + ".weight", count: width)
        bias = try WeightVector(file, name + ".bias", count: width)
        self.width = width
    }

    /// Adds to each row of `x` its row of `term`, `termStride` apart, and normalises the sum.
    func apply(_ x: UnsafeMutablePointer<Float>, rows: Int, adding term: UnsafePointer<Float>? = nil, termStride: Int = 0) {
        for row in 0..<rows {
            Vectors.addAndNormalise(x + row * width, adding: term.map { $0 + row * termStride }, gain: gain.start, bias: bias.start, width)
        }
    }
}

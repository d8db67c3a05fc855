import CVectors

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

/// An affine map `y = W x + b` of rows of Float32.
struct DenseLayer: Sendable {
    let inputs: Int
    let outputs: Int
    /// Distance between rows of the output: `outputs` padded.
    let stride: Int
    /// In panels of 16 columns, as ``cvectors_dense`` wants them.
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
            let panel = weights.start + row / Vectors.block * Vectors.block * inputs + row % Vectors.block
            for column in 0..<inputs {
                panel[column * Vectors.block] = Float(Int8(bitPattern: table.bytes[values + column])) * scale
            }
        }
        bias = biased ? try WeightVector(file, name + ".bias", count: outputs).values : FloatBlock(stride)
    }

    /// Writes `rows` rows of `stride` values to `y`.
    func apply(_ x: UnsafePointer<Float>, xStride: Int, rows: Int, to y: UnsafeMutablePointer<Float>, rectified: Bool = false) {
        cvectors_dense(x, xStride, rows, weights.start, inputs, stride / Vectors.block, bias.start, rectified, y)
    }
}

/// Rows with their neighbours beside them, as convolutions of width 3 read them.
enum Windows {
    /// Writes, for each row of `x`, the row `distance` before it, itself and the row `distance` behind it; zero outside.
    static func gather(_ x: UnsafePointer<Float>, rows: Int, width: Int, distance: Int, to y: UnsafeMutablePointer<Float>) {
        for row in 0..<rows {
            for (part, from) in [row - distance, row, row + distance].enumerated() {
                let target = y + (row * 3 + part) * width
                if from >= 0 && from < rows {
                    target.update(from: x + from * width, count: width)
                } else {
                    target.update(repeating: 0, count: width)
                }
            }
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

/// A residual convolution of width 3, its neighbours `dilation` rows away.
struct Convolution: Sendable {
    let dilation: Int
    private let dense: DenseLayer
    private let norm: Normalisation

    init(_ file: ModelFile, _ name: String, width: Int, dilation: Int) throws {
        self.dilation = dilation
        dense = try DenseLayer(file, name, inputs: 3 * width, outputs: width)
        norm = try Normalisation(file, name + ".norm", width: width)
    }

    /// Works on the rows of `memory.states`; overwrites `wide` and `a`.
    func apply(rows: Int, in memory: Workspace) {
        Windows.gather(memory.states, rows: rows, width: dense.outputs, distance: dilation, to: memory.wide)
        dense.apply(memory.wide, xStride: dense.inputs, rows: rows, to: memory.a, rectified: true)
        norm.apply(memory.states, rows: rows, adding: memory.a, termStride: dense.stride)
    }
}

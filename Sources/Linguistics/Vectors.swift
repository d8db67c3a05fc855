/// Arithmetic on rows of Float32.
///
/// Every sum runs in one fixed order, and products are rounded before they are added, so that a text gets the same trees to
/// the bit on every machine, whatever the width of its vector units.
enum Vectors {
    typealias Lanes = SIMD8<Float>
    static let width = 8
    /// Rows are padded to a multiple of this many columns.
    static let block = 16

    static func padded(_ columns: Int) -> Int { (columns + block - 1) / block * block }

    @inline(__always)
    static func load(_ p: UnsafePointer<Float>) -> Lanes { UnsafeRawPointer(p).loadUnaligned(as: Lanes.self) }

    @inline(__always)
    static func store(_ v: Lanes, _ p: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(p).storeBytes(of: v, as: Lanes.self)
    }

    /// - Precondition: `count` is a multiple of ``width``.
    @inline(__always)
    static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
        var sum = Lanes.zero
        var i = 0
        while i < count {
            sum += load(a + i) * load(b + i)
            i += width
        }
        return sum.sum()
    }

    /// e^x to about 2 units in the last place, the same on every machine; 0 below -87.
    @inline(__always)
    static func exp(_ x: Float) -> Float {
        if x < -87 { return 0 }
        let n = (x * 1.442_695_04).rounded(.toNearestOrEven)
        let r = (x - n * 0.693_359_375) + n * 2.121_944_40e-4
        let tail: Float = 0.166_666_67 + r * (0.041_666_668 + r * (0.008_333_334 + r * 0.001_388_888_9))
        let power: Float = 1 + r * (1 + r * (0.5 + r * tail))
        return power * Float(bitPattern: UInt32(Int32(n) + 127) << 23)
    }

    /// Turns scores into probabilities, in place; `count >= 1`.
    static func softmax(_ x: UnsafeMutablePointer<Float>, _ count: Int) {
        var top = x[0]
        for i in 1..<max(1, count) where x[i] > top { top = x[i] }
        var sum: Float = 0
        for i in 0..<count {
            x[i] = exp(x[i] - top)
            sum += x[i]
        }
        let scale = 1 / sum
        for i in 0..<count { x[i] *= scale }
    }

    static func indexOfGreatest(_ x: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        for i in 1..<max(1, count) where x[i] > x[best] { best = i }
        return best
    }

    /// Adds `term` to the `count` values at `x`, then brings them to mean 0 and variance 1, times `gain`, plus `bias`.
    /// - Precondition: `count` is a multiple of ``width``.
    @inline(__always)
    static func addAndNormalise(_ x: UnsafeMutablePointer<Float>, adding term: UnsafePointer<Float>?, gain: UnsafePointer<Float>,
                                bias: UnsafePointer<Float>, _ count: Int) {
        var sum = Lanes.zero
        var i = 0
        while i < count {
            var v = load(x + i)
            if let term { v += load(term + i) }
            store(v, x + i)
            sum += v
            i += width
        }
        let mean = Lanes(repeating: sum.sum() / Float(count))
        var squares = Lanes.zero
        i = 0
        while i < count {
            let d = load(x + i) - mean
            squares += d * d
            i += width
        }
        let scale = Lanes(repeating: 1 / (squares.sum() / Float(count) + 1e-5).squareRoot())
        i = 0
        while i < count {
            store((load(x + i) - mean) * scale * load(gain + i) + load(bias + i), x + i)
            i += width
        }
    }
}

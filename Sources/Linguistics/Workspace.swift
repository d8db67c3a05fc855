/// The memory one analysis works in, kept from sentence to sentence. Not shared between threads.
final class Workspace {
    private var blocks: [FloatBlock] = []
    private var places = 0
    private let columns: Int

    private(set) var states, wide, a, b, c, d, row, upos, xpos, names, arcs, relations: UnsafeMutablePointer<Float>

    /// - Parameter columns: the longest row that a layer writes; three of them fit into a row of `wide`.
    init(columns: Int) {
        self.columns = columns
        let empty = FloatBlock(0)
        blocks = [empty]
        states = empty.start
        (wide, a, b, c, d, row) = (states, states, states, states, states, states)
        (upos, xpos, names, arcs, relations) = (states, states, states, states, states)
    }

    /// Makes room for a sentence of `places` places, the root's included.
    func reserve(places needed: Int) {
        guard needed > places else { return }
        places = max(64, needed + needed / 2)
        func block(_ count: Int) -> UnsafeMutablePointer<Float> {
            let block = FloatBlock(count)
            blocks.append(block)
            return block.start
        }
        blocks = []
        states = block(places * columns)
        wide = block(places * columns * 3)
        (a, b, c, d) = (block(places * columns), block(places * columns), block(places * columns), block(places * columns))
        row = block(places)
        (upos, xpos, names, relations) = (block(places * columns), block(places * columns), block(places * columns), block(places * columns))
        arcs = block(places * places)
    }
}

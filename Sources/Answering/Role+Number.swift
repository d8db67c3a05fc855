import Facts

extension Role {
    /// In the order of `allCases`.
    var number: Int {
        switch self {
        case .agent: 0
        case .patient: 1
        case .recipient: 2
        case .attribute: 3
        case .topic: 4
        case .place: 5
        case .source: 6
        case .destination: 7
        case .instrument: 8
        case .purpose: 9
        case .cause: 10
        case .quantity: 11
        }
    }
}

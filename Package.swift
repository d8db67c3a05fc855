// swift-tools-version: 6.1
import PackageDescription

/// The compiler proves most accesses exclusive; checking the rest as the program runs costs a question a twentieth of its time. Tests of
/// debug builds check them.
let uncheckedAccess = SwiftSetting.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))

/// Reading news text in an unoptimised build is some fifty times slower, so the rooms that read and answer are
/// optimised in debug builds too: the tests then take seconds, not minutes.
let optimisedAlways: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug)), uncheckedAccess]

func room(_ name: String, uses: [Target.Dependency] = [], resources: [Resource] = [], settings: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: uses, resources: resources, swiftSettings: settings)
}

func tests(of name: String, uses: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.target(name: name)] + uses, resources: resources)
}

let package = Package(
    name: "dossier",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "dossier", targets: ["dossier"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Each room may import only those below it in this list.
        .executableTarget(name: "dossier", dependencies: [
            "Console", "Reports", "Exports", "Presentation", "Answering", "Journal", "Questions", "FactStore", "Extraction", "Articles", "Linguistics",
            "Chronology", "Facts", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),
        .executableTarget(name: "passages", dependencies: ["Answering", "FactStore"], path: "Tests/Benchmarks/Passages"),
        .executableTarget(name: "timing", dependencies: ["Chronology", "Linguistics", "Facts"], path: "Tests/Benchmarks/Timing"),
        .executableTarget(name: "fuzz", dependencies: ["Console", "Answering", "Journal", "Questions", "FactStore", "Extraction", "Articles", "Linguistics",
                                                       "Chronology", "Lexicon", "Facts", .product(name: "GRDB", package: "GRDB.swift")],
                          path: "Tests/Fuzz", exclude: ["Corpus", "leaks.supp"]),
        room("Console", uses: ["Presentation", "Answering", "Journal", "Questions", "FactStore", "Extraction", "Linguistics", "Chronology", "Facts",
                               "CEditline"]),
        room("Reports", uses: ["Presentation", "Answering", "FactStore", "Lexicon", "Facts"], resources: [.copy("Resources")]),
        room("Exports", uses: ["Presentation", "FactStore", "Lexicon", "Facts"], resources: [.copy("Resources")]),
        room("Presentation", uses: ["Answering", "Questions", "FactStore", "Extraction", "Articles", "Linguistics", "Chronology", "Facts"]),
        room("Answering", uses: ["Questions", "FactStore", "Chronology", "Lexicon", "Facts"], resources: [.copy("Resources")],
             settings: optimisedAlways),
        room("Journal", uses: ["Questions", "FactStore", "Lexicon", "Facts"]),
        room("Questions", uses: ["Chronology", "Lexicon", "Facts"], settings: optimisedAlways),
        room("FactStore", uses: ["CSQLiteDefence", "Extraction", "Articles", "Linguistics", "Chronology", "Lexicon", "Facts",
                                 .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        room("Extraction", uses: ["Articles", "Linguistics", "Chronology", "Lexicon", "Facts"], settings: optimisedAlways),
        room("Articles", uses: ["Lexicon", "CLibXML2", "CZlib", "Facts"], settings: optimisedAlways),
        room("Linguistics", uses: ["CVectors", "Lexicon", "Facts"], resources: [.copy("Resources")], settings: optimisedAlways),
        room("Chronology", uses: ["Lexicon", "Facts"], settings: optimisedAlways),
        room("Lexicon", uses: ["Facts"], resources: [.copy("Resources")], settings: optimisedAlways),
        room("Facts"),
        .target(name: "CVectors", cSettings: [.unsafeFlags(["-O3"])]),
        .executableTarget(name: "dossier-postgres", dependencies: ["CPostgreSQL"]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "CSQLiteDefence", dependencies: [.product(name: "GRDBSQLite", package: "GRDB.swift")]),
        .target(name: "CEditline", dependencies: ["CLibedit"]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        tests(of: "Facts"),
        tests(of: "Lexicon"),
        tests(of: "Chronology"),
        tests(of: "Linguistics", uses: ["CVectors", "Lexicon", "Facts"], resources: [.copy("Resources")]),
        tests(of: "Articles", uses: ["Facts"]),
        tests(of: "Extraction", uses: ["Articles", "Linguistics", "Chronology", "Lexicon", "Facts"],
              resources: [.copy("Cases"), .copy("judged-facts.tsv")]),
        tests(of: "FactStore", uses: ["Extraction", "Linguistics", "Articles", "Facts", .product(name: "GRDB", package: "GRDB.swift")]),
        tests(of: "Questions", uses: ["Lexicon", "Chronology", "Facts"], resources: [.copy("Readings")]),
        tests(of: "Journal", uses: ["Answering", "Questions", "FactStore", "Extraction", "Linguistics", "Articles", "Facts"]),
        tests(of: "Answering", uses: ["Questions", "FactStore", "Extraction", "Linguistics", "Articles", "Facts"]),
        tests(of: "Reports", uses: ["FactStore", "Facts"]),
        tests(of: "Exports", uses: ["FactStore", "Extraction", "Linguistics", "Articles", "Facts"]),
        tests(of: "Presentation", uses: ["Answering", "Facts"]),
        tests(of: "Console", uses: ["Answering", "FactStore", "Facts"]),
    ],
    swiftLanguageModes: [.v6]
)

import Foundation
import SwiftProtobuf
import Testing

@testable import OrgLedger

/// The encoding held against swift-protobuf, which reads and writes the published schema with code
/// that is not ours.
@Suite("The published schema")
struct OracleTests {
  @Test(arguments: Samples.all)
  func `reads of our bytes every field of every kind`(sample: Sample) throws {
    try expectAgreement(sample.record)
  }

  @Test func `reads every field of records drawn at random`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1_000 { try expectAgreement(Record.random(using: &random)) }
  }

  @Test func `reads an act's content as an entry`() throws {
    let act = Samples.act.adding([Samples.event(.merged), Event(type: .noted)])
    let entry = try Orgledger_V1_Entry(serializedBytes: RecordCodec.contentBytes(of: act))
    #expect(entry == Orgledger_V1_Entry(.act(act)))
    #expect(entry.act.events.map(\.id) == act.events.map(\.id.text))
  }

  @Test func `carries along the fields of a later version too`() throws {
    let bytes = number(1, 9) + nested(7, [0xFF]) + nested(16, text(1, "4"), text(10, "later"))
    let message = try Orgledger_V1_Record(serializedBytes: bytes)
    #expect(message.instrument.number == "4")
    #expect(RecordCodec.encode(try RecordCodec.decode(bytes)) == bytes)
  }

  @Test func `has the members of our lists under our numbers, and no others`() {
    expectSame(EventType.self, Orgledger_V1_EventType.self)
    expectSame(Status.self, Orgledger_V1_Status.self)
    expectSame(Certainty.self, Orgledger_V1_Certainty.self)
    expectSame(Claim.Comparator.self, Orgledger_V1_Claim.Comparator.self)
    expectSame(Claim.Level.self, Orgledger_V1_Count.Level.self)
    expectSame(InstrumentRelation.Kind.self, Orgledger_V1_InstrumentRelation.Kind.self)
    expectSame(Share.Basis.self, Orgledger_V1_Share.Basis.self)
  }

  @Test func `is the one from which the committed code was generated`() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let generated = try String(
      contentsOf: tests.appending(path: "Oracle/orgledger.pb.swift"), encoding: .utf8)
    let schema = tests.appending(path: "../../../docs/orgledger.proto")
    let sum = Process()
    let output = Pipe()
    sum.executableURL = URL(filePath: "/usr/bin/env")
    sum.arguments = ["sha256sum", schema.path]
    sum.standardOutput = output
    try sum.run()
    let digest = try output.fileHandleForReading.readToEnd().map {
      String(decoding: $0, as: UTF8.self)
    }
    sum.waitUntilExit()
    #expect(
      generated.hasPrefix("// sha256 of docs/orgledger.proto: \(digest?.prefix(64) ?? "")\n"),
      "The schema has changed: run tools/regenerate-oracle.sh and commit what it writes.")
  }

  private func expectAgreement(_ record: Record) throws {
    let bytes = RecordCodec.encode(record)
    let message = Orgledger_V1_Record(record)
    try #require(try Orgledger_V1_Record(serializedBytes: bytes) == message)
    try #require(try message.serializedBytes() == bytes)
  }

  private func expectSame<Ours: WireNumber, Theirs: SwiftProtobuf.Enum & CaseIterable>(
    _ ours: Ours.Type, _ theirs: Theirs.Type
  ) {
    let unspecified = Theirs.allCases.filter { "\($0)" == "unspecified" }.map(\.rawValue)
    #expect(unspecified == (Ours.usual == nil ? [0] : []))
    #expect(Ours.usual?.wire ?? 0 == 0)
    #expect(
      Dictionary(uniqueKeysWithValues: Ours.allCases.map { ("\($0)", Int($0.wire)) })
        == Dictionary(
          uniqueKeysWithValues: Theirs.allCases.map { ("\($0)", $0.rawValue) }
            .filter { $0.0 != "unspecified" }))
  }
}

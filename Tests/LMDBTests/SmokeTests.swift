import Glibc
import LMDB
import Testing

enum OwnError: LMDBErrorConvertible, Equatable {
  case mine
  case storage(LMDBError)
  init(_ error: LMDBError) { self = .storage(error) }
}

@Test func smoke() throws {
  let path = "/tmp/lmdb-smoke-\(getpid())"
  defer { system("rm -rf \(path)") }
  try Environment.create(at: path) { transaction in
    let table = try transaction.createDatabase(named: "events")
    for number in 1...1000 {
      try transaction.put(
        BigEndian(UInt64(number)), [UInt8(number % 251)], in: table, options: .append)
    }
  }
  let environment = try Environment.open(at: path)
  let table = try environment.database(named: "events")
  func typed() throws(OwnError) -> Int {
    try environment.read { (transaction) throws(OwnError) in
      guard try transaction.count(of: table) > 0 else { throw .mine }
      return try transaction.get(BigEndian(UInt64(7)), in: table) { value throws(OwnError) in
        guard value.byteCount == 1 else { throw .mine }
        return Int(value.byte(at: 0))
      } ?? 0
    }
  }
  #expect(try typed() == 7)
  let sum = try environment.read { transaction in
    var sum: UInt64 = 0
    try transaction.forEach(in: table, from: BigEndian(UInt64(10)), upTo: BigEndian(UInt64(13))) {
      key, _ in
      sum += key.bigEndian(at: 0) ?? 0
      return .continue
    }
    return sum
  }
  #expect(sum == 33)
}

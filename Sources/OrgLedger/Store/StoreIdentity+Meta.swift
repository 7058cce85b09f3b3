import LMDB

extension StoreIdentity {
  /// The entries of the table `meta`: texts, so that a person with any LMDB tool can read them.
  var entries: [(name: String, value: String)] {
    [
      ("format", String(format)), ("id", id), ("offset", String(offsetMinutes)),
      ("origin", origin),
    ]
  }

  /// Reads what was fixed when the store was made.
  init(
    from environment: Environment, _ meta: Database, _ path: String
  ) throws(StoreError) {
    func text(_ name: String) throws(StoreError) -> String {
      let bytes = try environment.read { transaction throws(StoreError) in
        try transaction.bytes(at: Array(name.utf8), in: meta)
      }
      guard let bytes else { throw .notAStore(path: path, reason: "meta: no \(name)") }
      return String(decoding: bytes, as: UTF8.self)
    }
    func number(_ name: String) throws(StoreError) -> Int {
      guard let number = Int(try text(name)) else {
        throw .notAStore(path: path, reason: "meta: \(name) is no number")
      }
      return number
    }
    let format = try number("format")
    guard format >= StoreFormat.first else {
      throw .notAStore(path: path, reason: "meta: format \(format) never was")
    }
    guard format <= StoreFormat.current else {
      throw .newerFormat(found: format, supported: StoreFormat.current)
    }
    self.init(
      origin: try text("origin"), id: try text("id"), offsetMinutes: try number("offset"),
      format: format)
  }

  /// 128 random bits in hexadecimal digits.
  static func randomID() -> String {
    [UInt64.random(in: .min ... .max), .random(in: .min ... .max)].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension StoreError {
  /// The same error with the place that LMDB did not say.
  func at(_ path: String) -> StoreError {
    switch self {
    case .notAStore("", let reason): .notAStore(path: path, reason: reason)
    default: self
    }
  }
}

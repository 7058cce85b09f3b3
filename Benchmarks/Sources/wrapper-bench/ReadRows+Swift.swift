import LMDB

/// The Swift side, written as a user of the module would write it.
extension ReadRows {
  /// The size of the value and its first and last byte.
  @inline(__always)
  private func sum(of value: RawSpan) -> UInt64 {
    UInt64(value.byteCount) + UInt64(value.byte(at: 0))
      + UInt64(value.byte(at: value.byteCount - 1))
  }

  func get(in environment: Environment, _ table: Database) throws -> UInt64 {
    try environment.read { transaction in
      var total: UInt64 = 0
      for key in keys {
        total += try transaction.get(BigEndian(key), in: table) { sum(of: $0) } ?? 0
      }
      return total
    }
  }

  func getEach(in environment: Environment, _ table: Database) throws -> UInt64 {
    var total: UInt64 = 0
    for key in keys {
      total += try environment.read { transaction in
        try transaction.get(BigEndian(key), in: table) { sum(of: $0) } ?? 0
      }
    }
    return total
  }

  func scan(in environment: Environment, _ table: Database) throws -> UInt64 {
    try environment.read { transaction in
      var total: UInt64 = 0
      try transaction.forEach(in: table) { _, value in
        total += sum(of: value)
        return .continue
      }
      return total
    }
  }

  func floor(in environment: Environment, _ table: Database) throws -> UInt64 {
    try environment.read { transaction throws(LMDBError) in
      try transaction.withCursor(in: table) { cursor throws(LMDBError) in
        var total: UInt64 = 0
        for index in units.indices {
          let unit = BigEndian(units[index])
          guard try cursor.seek(atMost: lineKey(units[index], days[index])) else { continue }
          total += cursor.withEntry { key, value in
            unit.withBytes { key.starts(with: $0) } ? sum(of: value) : 0
          }
        }
        return total
      }
    }
  }

  func floorEach(in environment: Environment, _ table: Database) throws -> UInt64 {
    try environment.read { transaction in
      var total: UInt64 = 0
      for index in units.indices {
        let found = try transaction.floor(
          lineKey(units[index], days[index]), in: table, withPrefix: BigEndian(units[index])
        ) { _, value in sum(of: value) }
        total += found ?? 0
      }
      return total
    }
  }
}

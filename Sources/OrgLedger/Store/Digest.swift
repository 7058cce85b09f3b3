import Crypto

extension Source {
  /// Whether bytes are those of the file, by its recorded hash; `nil` where none is recorded.
  ///
  /// - Complexity: O(*n*) in their number.
  public func isFile(of bytes: [UInt8]) -> Bool? {
    sha256.map { recorded in
      let found = Digest.sha256(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      return recorded.lowercased() == found.joined()
    }
  }
}

/// What bytes hash to.
enum Digest {
  /// SHA-256 (FIPS 180-4).
  static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// The leaf of a record in a Merkle tree: SHA-256(0x00 ‖ stored bytes).
  ///
  /// - Source: RFC 9162, section 2.1.1.
  static func leaf(_ stored: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: [0x00])
    hash.update(data: stored)
    return Array(hash.finalize())
  }
}

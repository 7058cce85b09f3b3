import Crypto

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

import Glibc

/// A data file, read by system calls and not through a map, so that no damage can end the process.
struct PageFile {
  let descriptor: Int32
  /// The size of a page, once it is known.
  var pageSize = 0

  /// The bytes of a page, fewer where the file ends before it does.
  func page(_ number: Int) throws(LMDBError) -> Page {
    try Page(bytes: bytes(at: number * pageSize, count: pageSize))
  }

  /// Says that a page is read soon, so that several can be fetched from the disk at the same time.
  func willRead(_ number: UInt64) {
    guard let number = Int(exactly: number), number < Int.max / (2 * pageSize) else { return }
    // It is advice: where it fails, the page is read when it is needed.
    _ = posix_fadvise(descriptor, number * pageSize, pageSize, POSIX_FADV_WILLNEED)
  }

  /// Bytes of the file, fewer where it ends before they do.
  func bytes(at offset: Int, count: Int) throws(LMDBError) -> [UInt8] {
    var failure: LMDBError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, found in
      let read = unsafe pread(descriptor, buffer.baseAddress, count, offset)
      if read < 0 { failure = .ofLastSystemCall }
      found = max(0, read)
    }
    if let failure { throw failure }
    return bytes
  }
}

/// The bytes of a page; every number is looked for within their bounds.
struct Page {
  let bytes: [UInt8]

  /// The number at `offset`, or nothing where the page ends before it does.
  func number<Number: PlainInteger>(at offset: Int, as type: Number.Type) -> Number? {
    guard offset >= 0, bytes.count - offset >= MemoryLayout<Number>.size else { return nil }
    return unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self)
  }
}

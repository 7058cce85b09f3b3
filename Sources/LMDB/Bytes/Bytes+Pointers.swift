import CLMDB
import Glibc

/// `memcmp`, under a name that inlined code can call without importing the C library.
@inlinable
func compareMemory(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe Int(memcmp(left, right, count))
}

extension RawSpan {
  /// Lends the bytes as the C structure that LMDB takes keys and values in.
  ///
  /// LMDB does not write through it: the field is mutable because the same structure also carries
  /// what it returns.
  @inlinable
  func withMDBValue<Result>(_ body: (inout MDB_val) -> Result) -> Result {
    unsafe withUnsafeBytes { bytes in
      var value = unsafe MDB_val(
        mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
      return unsafe body(&value)
    }
  }
}

extension MDB_val {
  /// Lends the bytes that LMDB pointed to.
  ///
  /// They stay valid until the transaction ends or writes again, so callers hold the transaction
  /// borrowed while `body` runs.
  @inlinable
  func lend<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeRawBufferPointer(start: mv_data, count: mv_size)
    return try body(unsafe RawSpan(_unsafeBytes: bytes))
  }
}

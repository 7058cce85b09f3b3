/// Why bytes are no record.
///
/// The encoding is canonical: one value has one form, so whatever differs from it is refused and
/// not repaired. `Problem.unsupported` alone says that the bytes may be right and the program old.
public struct RecordError: Error, Hashable, Sendable {
  /// How many bytes into the record the fault begins.
  public var offset: Int
  /// What is wrong there.
  public var problem: Problem

  /// A fault at an offset.
  public init(offset: Int, problem: Problem) {
    self.offset = offset
    self.problem = problem
  }

  /// What can be wrong.
  public enum Problem: Hashable, Sendable {
    /// The bytes end within a value, or a length reaches beyond what holds it.
    case truncated
    /// A number is written in more bytes than it needs.
    case notMinimal
    /// A number is larger than its field can hold.
    case overflow
    /// A tag is not higher than the one before it, or a field that stands once comes twice.
    case order
    /// A field has another wire type than its schema says, or one that does not exist.
    case wireType
    /// A field is written although it has the value that its absence means.
    case defaultWritten
    /// Text is no UTF-8.
    case notUTF8
    /// Text is not in Unicode normalization form C.
    case notNormalized
    /// A field without which the message means nothing is absent.
    case missing(field: Int)
    /// A field has a value that nothing can have: an interval that ends before it begins, two
    /// bodies in one record, keys out of order.
    case invalid(field: Int)
    /// A number of a closed list that this version does not know.
    case unsupported(field: Int, number: UInt64)
    /// Messages stand in messages deeper than any record needs.
    case tooDeep
  }
}

// Text is stored in Unicode normalization form C, so that one text has one sequence of bytes.
// `UTF8Span.checkForNFC` is the standard library's own check; it costs more than the whole rest of
// reading a text, so what can be seen from the bytes alone is not given to it.

extension String {
  /// Whether it is in Unicode normalization form C, as every text in a record must be.
  ///
  /// The edge that makes values (`Documents`) normalises; what builds values otherwise can ask.
  ///
  /// - Complexity: O(*n*).
  public var isNormalized: Bool {
    let text = utf8Span
    return text.isKnownNFC || isEvidentlyNormalized(text.span) || isNormalizedByTables(text)
  }
}

/// Whether all characters are below U+0300 or in U+1E00…U+1EFF, as in the languages of Europe in
/// Latin script and in Vietnamese: none of these combines with what stands before it, and none is
/// excluded from composition, so any sequence of them is in form C.
func isEvidentlyNormalized(_ utf8: Span<UInt8>) -> Bool {
  var index = 0
  while index < utf8.count {
    let byte = utf8[index]
    if byte >= 0xCC {
      // E1 B8 80 … E1 BB BF is U+1E00 … U+1EFF.
      guard byte == 0xE1, index + 1 < utf8.count, (0xB8...0xBB).contains(utf8[index + 1])
      else { return false }
    }
    index += 1
  }
  return true
}

/// The whole check; the quick one first, since it answers for most texts.
func isNormalizedByTables(_ text: UTF8Span) -> Bool {
  var text = text
  return text.checkForNFC(quickCheck: true) || text.checkForNFC(quickCheck: false)
}

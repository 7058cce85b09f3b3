// Foundation, not FoundationEssentials: only the former has the canonical composition.
import Foundation

/// A text in Unicode's Normalization Form C, and whether it was in another.
///
/// Most text is composed already, and its letters stand in blocks where every scalar is its own
/// composition; only what has other scalars is handed to Foundation.
func normalForm(of text: String) -> (text: String, changed: Bool) {
  if text.utf8.allSatisfy({ $0 < 0x80 }) || text.unicodeScalars.allSatisfy(isAlwaysComposed) {
    return (text, false)
  }
  let composed = text.precomposedStringWithCanonicalMapping
  return (composed, !composed.utf8.elementsEqual(text.utf8))
}

/// Whether a scalar neither composes with what stands before it nor has another canonical form
/// (`NFC_Quick_Check=Yes` and combining class 0 hold throughout these blocks).
private func isAlwaysComposed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x300, 0x1E00...0x1EFF, 0x2010...0x204F: true
  default: false
  }
}

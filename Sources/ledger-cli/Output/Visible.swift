/// A text as it may be sent to a terminal: what would steer it is shown instead.
///
/// Names come from documents that somebody else wrote; an escape sequence in one must not clear
/// the screen, and a right-to-left override must not make it read as another name. Joiners stay,
/// since scripts and emoji need them, and they move nothing.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { !isHarmless($0) }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isHarmless(scalar) {
      result.append(scalar)
    } else if let picture = controlPicture(scalar) {
      result.append(picture)
    } else {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
    }
  }
  return String(result)
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  if (0x20...0x7E).contains(scalar.value) { return true }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: return false
  case .format: return scalar.value == 0x200C || scalar.value == 0x200D
  default: return true
  }
}

/// The picture of an ASCII control character: ␛ for the escape character.
private func controlPicture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "␡"
  default: nil
  }
}

/// Figures as a table shows them: the median of the rounds with the least and the most.
public enum Figures {
  public static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// Whole numbers with commas: `12,345 [11,000..13,000]`.
  public static func whole(_ values: [Double]) -> String {
    show(values) { value in
      let digits = String(Int(value.rounded()))
      return digits.enumerated().map { index, digit in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
      }.joined()
    }
  }

  /// Two digits behind the point: `0.46 [0.44..0.47]`.
  public static func hundredths(_ values: [Double]) -> String {
    show(values) { value in
      let hundredths = Int((value * 100).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
  }

  private static func show(_ values: [Double], _ format: (Double) -> String) -> String {
    guard let least = values.min(), let most = values.max() else { return "" }
    guard values.count > 1 else { return format(least) }
    return "\(format(median(values))) [\(format(least))..\(format(most))]"
  }
}

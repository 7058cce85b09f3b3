import OrgLedger

// Corrections of what is no event.
extension RandomCorrections {
  mutating func correctedText() -> Event {
    let texts: [Instrument] = records.compactMap { record in
      if case .instrument(let text) = record.body { text } else { nil }
    }
    guard var text = random.pick(texts) else { return .corrected("no text", by: nil) }
    text.title = random.pick(["Nghị quyết", "Kế hoạch", "Báo cáo"])
    text.issuedOn = random.chance(50) ? ImpreciseDay(Day(rawValue: random.number(0...3))) : nil
    return .corrected(text.id.text, by: random.chance(90) ? .instrument(text) : nil)
  }

  mutating func correctedClaim() -> Event {
    let claims: [Claim] = records.compactMap { record in
      if case .claim(let claim) = record.body { claim } else { nil }
    }
    guard var claim = random.pick(claims) else { return correctedText() }
    claim.value = random.pick(["7", "12", "15"]).flatMap { Decimal($0) }
    claim.note = random.chance(30) ? "corrected" : nil
    return .corrected(claim.id.text, by: random.chance(80) ? .claim(claim) : nil)
  }
}

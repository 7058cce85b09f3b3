/// What an answer is held to, so that whatever is wrong is known by the check that finds it.
enum Check: String, CaseIterable, Sendable {
  case headOfChart, unitsOfChart, orderOfChart, levelsOfChart, namesOfChart, kindsOfChart
  case placesOfChart, birthsOfChart, codesOfChart, classesOfChart, functionsOfChart
  case certaintyOfChart
  case livesOfUnits, unitsUnderOne
  case shownUnit, historyOfUnit, takenBackOfUnit, lineageOfUnit, functionsOfUnit
  case holdersOfFunction, unitByText, functionByText
  /// What only some texts state.
  case statedByTexts
  case diffOfDays, crosswalkOfDays, plansOfDay, chartOfScenario, claims, texts, search
  /// The records are those of the twin, to the byte.
  case records
  /// What was made again is what was written, to the byte.
  case tables

  /// Whether a question can fail it.
  func isAbout(_ question: Question) -> Bool {
    switch (self, question) {
    case (.headOfChart, .chart), (.unitsOfChart, .chart), (.orderOfChart, .chart),
      (.levelsOfChart, .chart), (.namesOfChart, .chart), (.kindsOfChart, .chart),
      (.placesOfChart, .chart), (.birthsOfChart, .chart), (.codesOfChart, .chart),
      (.classesOfChart, .chart), (.functionsOfChart, .chart), (.certaintyOfChart, .chart),
      (.livesOfUnits, .lives), (.unitsUnderOne, .under), (.shownUnit, .show),
      (.historyOfUnit, .history), (.takenBackOfUnit, .history), (.lineageOfUnit, .lineage),
      (.functionsOfUnit, .functions), (.holdersOfFunction, .who), (.unitByText, .unit),
      (.functionByText, .function), (.diffOfDays, .diff), (.crosswalkOfDays, .crosswalk),
      (.plansOfDay, .plans), (.plansOfDay, .planned), (.chartOfScenario, .scenario),
      (.claims, .claims),
      (.texts, .texts), (.search, .search), (.statedByTexts, .stated):
      true
    default: false
    }
  }
}

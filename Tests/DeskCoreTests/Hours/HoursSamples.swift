import DeskCore
import JSON

/// Business hours, made as a file writes them.
func hours(
  _ weekly: [String], holidays: [String] = [], exceptions: [String] = []
) throws -> BusinessHours {
  try BusinessHours(json: hoursJSON(weekly, holidays: holidays, exceptions: exceptions))
}

func hoursJSON(
  _ weekly: [String], holidays: [String] = [], exceptions: [String] = []
) -> JSONValue {
  func list(_ texts: [String]) -> JSONValue { .array(texts.map { JSONValue($0) }) }
  return [
    "name": "H", "weekly": list(weekly), "holidays": list(holidays),
    "exceptions": list(exceptions),
  ]
}

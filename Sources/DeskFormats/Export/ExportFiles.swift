/// The name of the nth file of a kind: `tickets-0001.json`; their order is that of their names.
func exportFileName(_ kind: String, _ number: Int, _ ending: String) -> String {
  let digits = String(number)
  return "\(kind)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).\(ending)"
}

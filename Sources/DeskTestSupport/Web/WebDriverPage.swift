import Foundation
package import JSON

/// What a visitor does with a page, and what can be seen of it.
extension WebDriver {
  package func go(to url: String) throws { try post("/url", ["url": JSONValue(url)]) }

  package func reload() throws { try post("/refresh") }

  /// Runs the body of a function in the page and returns what it returned.
  @discardableResult
  package func run(_ script: String, _ arguments: JSONValue...) throws -> JSONValue {
    try post("/execute/sync", ["script": JSONValue(script), "args": JSONValue(arguments)])
  }

  /// Types a text, or a key by the code that WebDriver gives it, at what has the focus.
  package func type(_ text: String, shift: Bool = false) throws {
    var keys: [JSONValue] = text.unicodeScalars.flatMap { key -> [JSONValue] in
      let value = JSONValue(String(key))
      return [["type": "keyDown", "value": value], ["type": "keyUp", "value": value]]
    }
    if shift {
      keys.insert(["type": "keyDown", "value": "\u{E008}"], at: 0)
      keys.append(["type": "keyUp", "value": "\u{E008}"])
    }
    try post(
      "/actions", ["actions": [["type": "key", "id": "keys", "actions": JSONValue(keys)]]])
  }

  /// A command of Chromium's own protocol: what WebDriver does not have.
  @discardableResult
  package func tools(_ command: String, _ parameters: JSONValue) throws -> JSONValue {
    try post("/goog/cdp/execute", ["cmd": JSONValue(command), "params": parameters])
  }

  /// The page's size in CSS pixels.
  package func resize(width: Int, height: Int) throws {
    try tools(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": JSONValue(width), "height": JSONValue(height), "deviceScaleFactor": 1,
        "mobile": false,
      ])
  }

  /// Sets what the visitor prefers: `prefers-reduced-motion`, `forced-colors`.
  package func prefer(_ features: [(name: String, value: String)]) throws {
    let all = features.map {
      ["name": JSONValue($0.name), "value": JSONValue($0.value)] as JSONValue
    }
    try tools("Emulation.setEmulatedMedia", ["features": JSONValue(all)])
  }

  /// A role or a name as assistive technology is told it: `computedrole`, `computedlabel`.
  package func computed(_ what: String, of element: JSONValue) throws -> String {
    let id = element["element-6066-11e4-a52e-4f735466cecf"]?.string ?? ""
    return try get("/element/\(id)/\(what)").string ?? ""
  }

  /// Makes a tab and goes to it; returns the one that was there, and the new one.
  package func newTab() throws -> (old: JSONValue, new: JSONValue) {
    let old = try get("/window")
    let new = try post("/window/new", ["type": "tab"])["handle"] ?? .null
    try post("/window", ["handle": new])
    return (old, new)
  }

  /// Writes what can be seen into a PNG file.
  package func screenshot(_ path: String) throws {
    let text = try get("/screenshot").string ?? ""
    try Data(base64Encoded: text)?.write(to: URL(fileURLWithPath: path))
  }
}

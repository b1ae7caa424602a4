import DeskTestSupport
import JSON
import Testing

struct JSONObjectTests {
  @Test func `setting keeps the place of a key, appends a new one, and removes by nil`() {
    var object: JSONObject = ["a": 1, "b": 2, "c": 3]
    object["b"] = "new"
    object["d"] = nil
    object["e"] = 5
    object["a"] = nil
    #expect(object.keys == ["b", "c", "e"])
    #expect(object.map(\.value) == ["new", 3, 5])
    object["a"] = .some(nil)
    #expect(object["a"] == .null)
  }

  @Test func `a large object finds every key through every change`() {
    var object = JSONObject()
    var model: [(Int, Int)] = []
    var generator = SeededGenerator(seed: 7)
    for step in 0..<3000 {
      let key = Int.random(in: 0..<40, using: &generator)
      let place = model.firstIndex { entry in entry.0 == key }
      if Bool.random(using: &generator) {
        object["k\(key)"] = JSONValue(step)
        if let place { model[place].1 = step } else { model.append((key, step)) }
      } else {
        object["k\(key)"] = nil
        if let place { model.remove(at: place) }
      }
      #expect(object["k\(key)"]?.int == model.first { entry in entry.0 == key }?.1)
      guard step % 50 == 0 else { continue }
      #expect(object.keys == model.map { entry in "k\(entry.0)" })
      #expect(object.map(\.value.int) == model.map(\.1))
      #expect(model.allSatisfy { entry in object["k\(entry.0)"]?.int == entry.1 })
    }
  }

  @Test func `the order of members counts for equality`() {
    let object: JSONObject = ["a": 1, "b": 2]
    #expect(object == ["a": 1, "b": 2])
    #expect(object.hashValue == (["a": 1, "b": 2] as JSONObject).hashValue)
    #expect(object != ["b": 2, "a": 1])
    #expect(object != ["a": 1])
    #expect(object != ["a": 1, "b": 3])
    #expect(object != ["a": 1, "c": 2])
  }

  @Test func `it is a collection of its members`() {
    let object: JSONObject = ["a": 1, "b": 2, "c": 3]
    #expect(object.count == 3)
    #expect(object.last?.key == "c")
    #expect(object[1].value == 2)
    #expect(object.dropFirst().map(\.key) == ["b", "c"])
  }

  @Test func `a value gives what it is and nil for the rest`() throws {
    let value: JSONValue = ["n": nil, "b": true, "i": 1, "s": "x", "a": [1], "o": ["k": 0]]
    #expect(value["n"]?.isNull == true)
    #expect(value["b"]?.bool == true)
    #expect(value["i"]?.int == 1)
    #expect(value["i"]?.double == 1)
    #expect(value["i"]?.number == JSONNumber(1))
    #expect(value["s"]?.string == "x")
    #expect(value["a"]?.array == [1])
    #expect(value["o"]?.object == ["k": 0])
    #expect(value["missing"] == nil)
    let string = try #require(value["s"])
    #expect(string["x"] == nil)
    #expect(string.isNull == false)
    #expect(string.bool == nil)
    #expect(string.int == nil)
    #expect(string.array == nil)
    #expect(string.object == nil)
    #expect(value.string == nil)
  }

  @Test func `values of different kinds differ`() {
    let values: [JSONValue] = [nil, false, 0, "", [], [:]]
    for (place, value) in values.enumerated() {
      #expect(values.firstIndex(of: value) == place)
    }
    #expect(Set(values + values).count == values.count)
  }
}

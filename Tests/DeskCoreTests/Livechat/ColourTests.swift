import DeskCore
import Testing

struct ColourTests {
  @Test(arguments: [
    ("#25d366", "#25d366"), ("#FFF", "#ffffff"), ("#08f", "#0088ff"), ("#25D366FF", "#25d366"),
    ("#08ff", "#0088ff"), ("rgb(37, 211, 102)", "#25d366"), ("rgb(37 211 102)", "#25d366"),
    ("rgba(37, 211, 102, 1)", "#25d366"), ("rgb(37 211 102 / 100%)", "#25d366"),
    ("rgb(100% 0% 50%)", "#ff0080"), ("rgb(300 -5 1e1)", "#ff000a"), ("rgb(none 0 0)", "#000000"),
    ("hsl(120, 100%, 25%)", "#008000"), ("hsl(0.5turn 100% 50%)", "#00ffff"),
    ("hsl(-120deg 100% 50% / 1)", "#0000ff"), ("hsl(400grad 100 50)", "#ff0000"),
    ("hsl(3.14159265rad 100% 50%)", "#00ffff"), ("hsl(0 0% 200%)", "#ffffff"),
    (" RebeccaPurple ", "#663399"), ("grey", "#808080"),
  ])
  func `L2 every opaque colour of CSS is taken`(typed: String, hex: String) throws {
    #expect(try Colour(css: typed).hex == hex)
  }

  @Test(arguments: [
    ("transparent", ColourProblem.seeThrough), ("#fff8", .seeThrough), ("#ffffff80", .seeThrough),
    ("rgb(0 0 0 / 50%)", .seeThrough), ("rgba(0,0,0,0.99)", .seeThrough),
    ("hsl(0 0% 0% / 0)", .seeThrough), ("currentcolor", .unknownName("currentcolor")),
    ("gren", .unknownName("gren")), ("", .otherForm), ("#ff", .otherForm), ("#ggg", .otherForm),
    ("#12345", .otherForm), ("rgb(1 2)", .otherForm), ("rgb(1,2,3", .otherForm),
    ("rgb(1 2 3 4)", .otherForm), ("rgb(1 2 3 / 1 / 1)", .otherForm), ("rgb(1, 2 3)", .otherForm),
    ("rgb(nan 0 0)", .otherForm), ("rgb(1px 0 0)", .otherForm), ("lab(50% 0 0)", .otherForm),
    ("red;background:url(x)", .otherForm), ("#fff\"onload=", .otherForm),
    ("rgb(1,2,none)", .otherForm),
    ("rgb(infinity 0 0)", .otherForm), ("rgb(0x10 0 0)", .otherForm),
  ])
  func `L2 anything else is refused, with why`(typed: String, problem: ColourProblem) {
    #expect(throws: problem) { try Colour(css: typed) }
  }

  @Test func `L2 there are 148 names, and each reads as its number`() throws {
    #expect(Colour.names.count == 148)
    for (name, number) in Colour.names {
      #expect(try Colour(css: name.uppercased()).number == number)
    }
  }

  @Test func `L2 every hex colour reads back as it is written`() throws {
    for number in stride(from: 0, through: 0xFFFFFF, by: 4099) {
      let colour = Colour(number)
      #expect(try Colour(css: colour.hex) == colour)
    }
  }
}

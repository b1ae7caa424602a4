import DeskCore
import Testing

struct TimeWordingTests {
  private func wording(_ language: TimeLanguage) throws -> TimeWording {
    TimeWording(language: language, zone: try ZoneFiles.rules("America/Sao_Paulo"))
  }

  @Test func `a time is said back with its weekday and how far it is`() throws {
    let at = try instant("2026-12-05T13:00:00Z")
    let now = try instant("2026-12-04T12:00:20Z")
    #expect(try wording(.en).full(at, from: now) == "Sat 2026-12-05 10:00, in 1 d 1 h")
    #expect(try wording(.ptBR).full(at, from: now) == "sáb 05/12/2026 10:00, em 1 d 1 h")
    #expect(try wording(.en).compact(at) == "2026-12-05 10:00")
    #expect(try wording(.ptBR).compact(at) == "05/12/2026 10:00")
    #expect(try wording(.ptBR).day(at) == "05/12/2026")
  }

  @Test(arguments: [
    (0, "now", "agora"), (29, "now", "agora"), (40, "in 1 min", "em 1 min"),
    (-20, "now", "agora"), (-21, "1 min ago", "há 1 min"), (2700, "in 45 min", "em 45 min"),
    (-7200, "2 h ago", "há 2 h"), (84_600, "in 23 h 30 min", "em 23 h 30 min"),
    (86_400, "in 1 d", "em 1 d"), (86_700, "in 1 d", "em 1 d"),
    (-400 * 86_400, "400 d ago", "há 400 d"),
  ])
  func `distances count from whole minute to whole minute`(
    seconds: Int, english: String, portuguese: String
  ) throws {
    let now = try instant("2026-12-04T12:00:20Z")
    #expect(try wording(.en).distance(to: now + seconds, from: now) == english)
    #expect(try wording(.ptBR).distance(to: now + seconds, from: now) == portuguese)
  }

  @Test(arguments: [
    (0, "0 s"), (45, "45 s"), (60, "1 min"), (119, "1 min"), (3600, "1 h"), (3660, "1 h 1 min"),
    (84_600, "23 h 30 min"), (90_000, "1 d 1 h"), (86_460, "1 d"), (-90_000, "1 d 1 h"),
    (.min, "106751991167300 d 15 h"),
  ])
  func `a duration has its two largest units`(seconds: Int, text: String) {
    #expect(TimeWording.duration(seconds) == text)
  }

  @Test(arguments: TimeLanguage.allCases)
  func `what is said back can be typed`(language: TimeLanguage) throws {
    let wording = try wording(language)
    var at = try instant("2026-12-05T13:00:00Z")
    for _ in 0..<7 {
      let read = try TimeExpression(parsing: wording.full(at)).resolve(now: at, zone: wording.zone)
      #expect(read == at)
      at = at + 86_400
    }
  }
}

import DeskCore
import DeskTestSupport
import JSON
import Testing

struct ContactClaimTests {
  @Test func `W7 a claim that an agent confirms makes the phone the claimed contact's`() throws {
    let desk = try TestDesk.sample()
    let id = try desk.seedClaim().number
    let phone = "(11) 91234-5678"
    #expect(
      desk.run(
        "schedule", "add", "--contact", "\(id)", "--agent", "ana", "--at", "+1h", "--comment", "x",
        "-m", "Oi"
      ).status == 0)
    let done = desk.run("contact", "confirm", phone, "--as", "ana")
    #expect(done.output == "contact/\(id) confirmed: contact/1, Carla Dias\n", "\(done.error)")
    let carla = try desk.shown("contact", "show", phone)
    #expect(carla["id"]?.int == 1 && carla["phones"]?.array?.count == 2)
    #expect(try desk.shown("contact", "show", "\(id)")["joined"]?.int == 1)
    #expect(try desk.shown("schedule", "show", "1")["contact"]?.int == 1)
    #expect(desk.run("doctor").status == 0)
    // Again by its number it is so already; the phone is nobody's claim any more.
    let again = desk.run("contact", "confirm", "\(id)", "--lang", "pt-BR")
    #expect(again.output == "contact/\(id): já estava assim\n")
    let refused = desk.run("contact", "confirm", phone)
    #expect(refused.status == 5 && refused.error.contains("W7"))
    #expect(
      desk.run("contact", "confirm", phone, "--lang", "pt-BR").error.contains("não disse ser"))
  }

  @Test func `W7 who may not edit contacts confirms none, a rehearsal changes nothing`() throws {
    let desk = try TestDesk.sample()
    let id = try desk.seedClaim().number
    let before = try desk.files()
    #expect(
      desk.run("contact", "confirm", "\(id)", "-n").output.contains("W7\tcontact/1\tconfirmed"))
    #expect(try desk.files() == before)
    #expect(desk.run("role", "set", "atendente", "--deny", "contact.edit").status == 0)
    #expect(desk.run("contact", "confirm", "\(id)", "--as", "ana").status == 11)
    #expect(desk.run(["contact", "redeem", "-", "--as", "ana"], input: "segredo").status == 11)
  }

  @Test func `W8 a token works once, and says whose it is`() throws {
    let desk = try TestDesk.sample()
    let id = try desk.seedClaim().number
    func redeem(_ token: String, _ more: String...) -> TestDesk.Answer {
      desk.run(["contact", "redeem", "-"] + more, input: token)
    }
    #expect(redeem("segredo", "-n").output == "W8\tcontact/\(id)\tredeemed\t-\n")
    let wrong = redeem("outro")
    #expect(wrong.status == 5 && wrong.error.contains("W8"))
    let done = redeem("segredo\n", "--json")
    #expect(try JSONValue(parsing: done.output)["data"]?["id"]?.int == id)
    // Nothing tells a used one from a wrong one.
    #expect(redeem("segredo") == wrong)
    #expect(redeem("segredo", "--lang", "pt-BR").error.contains("este link não vale"))
    #expect(desk.run("doctor").status == 0)
  }

  @Test func `W8 past its time it does not work, and a token is no word of the line`() throws {
    let desk = try TestDesk.sample()
    try desk.seedClaim()
    desk.now = desk.now + 60
    let late = desk.run(["contact", "redeem", "-"], input: "segredo")
    #expect(late.status == 5 && late.error.contains("worked until Fri 2026-12-04 10:21"))
    let typed = desk.run("contact", "redeem", "segredo")
    #expect(typed.status == 2 && !typed.error.contains("segredo"))
    #expect(
      !(try desk.files()).contains { String(decoding: $0.value, as: UTF8.self).contains("segredo") }
    )
  }
}

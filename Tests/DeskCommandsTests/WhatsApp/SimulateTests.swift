import DeskTestSupport
import Foundation
import Testing

/// A simulation beside the desk that it is of.
struct SimulateTests {
  @Test func `nothing is written, whatever was simulated`() throws {
    let desk = try TestDesk.sample()
    let before = try desk.files()
    let answer = desk.run(
      ["whatsapp", "simulate", "--explain"], input: "oi\n1\nnova@loja.example\n/fechar\noi\n")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.output.contains("ticket/2 opened"))
    #expect(try desk.files() == before)
  }

  /// The lock is held in a turn alone: another process writes between two lines.
  @Test func `others work on the desk while somebody types`() throws {
    let desk = try BinaryDesk()
    let program = Binary.built.path
    let answer = try Binary.run(
      [
        "/bin/sh", "-c",
        """
        { echo oi; sleep 0.3; '\(program)' contact set 1 --name Outra --wait 2 >&2; echo 2; } \
          | '\(program)' whatsapp simulate --explain
        """,
      ], environment: desk.environment, folder: desk.root)
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.output.contains("waits for the team"))
    #expect(try desk.run("contact", "show", "1").output.contains("Outra"))
  }

  @Test func `every line is answered before the next one is asked for`() throws {
    let desk = try BinaryDesk()
    let answer = try Binary.run(
      [
        "/bin/sh", "-c",
        """
        mkfifo in out; '\(Binary.built.path)' whatsapp simulate <in >out & exec 3>in 4<out
        echo oi >&3; read -r said <&4; read -r answered <&4; echo "$said/$answered"; exec 3>&-
        cat <&4 >/dev/null; wait
        """,
      ], environment: desk.environment, folder: desk.root)
    #expect(answer.output.hasPrefix("> oi/< Olá!"), "\(answer.error)")
  }
}

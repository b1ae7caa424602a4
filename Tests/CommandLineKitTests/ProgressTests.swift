import CommandLineKit
import Testing

/// What a person sees of a long work, second by second.
struct ProgressTests {
  private func progress(of total: Int?, _ language: Language = .en) -> Progress {
    Progress(
      Text(en: "export", pt: "exportação"), of: total,
      .count(Text(en: "tickets", pt: "chamados")), language: language, startedAt: 100)
  }

  @Test func `the first second shows nothing`() {
    var progress = progress(of: 1000)
    #expect(progress.line(done: 500, at: 100.9) == nil)
    #expect(!progress.isShown)
  }

  @Test func `then it says how far, how fast and how long still`() {
    var progress = progress(of: 12_000)
    #expect(
      progress.line(done: 3000, at: 102)
        == "export: 3,000 of 12,000 tickets (25%), 1,500/s, 6 s left")
    #expect(progress.isShown)
    #expect(progress.line(done: 3100, at: 102.1) == nil)
    #expect(
      progress.line(done: 12_000, at: 108) == "export: 12,000 of 12,000 tickets (100%), 1,500/s")
  }

  @Test func `a long rest is said in minutes, in the reader's language`() {
    var progress = progress(of: 100_000, .ptBR)
    #expect(
      progress.line(done: 1000, at: 102)
        == "exportação: 1.000 de 100.000 chamados (1%), 500/s, faltam 3 min 18 s")
  }

  @Test func `of what nobody counted it says how much and how fast`() {
    var progress = Progress(
      Text("backup"), of: nil, .bytes, language: .en, startedAt: 0)
    #expect(progress.line(done: 5_000_000, at: 2) == "backup: 5 MB, 2 MB/s")
  }
}

import DeskSystem

do {
  try Bench().run()
} catch {
  try OutputStream.error.write(Array("bench: \(error)\n".utf8))
  exitProcess(1)
}

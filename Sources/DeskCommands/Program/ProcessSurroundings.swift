import DeskSystem

extension Surroundings {
  /// What this process really has around it.
  package static func ofThisProcess() -> Surroundings {
    let input = InputFile.standard
    return Surroundings(
      environment: processEnvironment(), workingFolder: ProcessFacts.workingFolder, clock: .system,
      console: Console(
        write: OutputStream.standard.write, writeError: { try? OutputStream.error.write($0) },
        read: { try input.read(upTo: 65_536) }, isTerminal: OutputStream.standard.isTerminal,
        isInputTerminal: InputStream.isTerminal, isErrorTerminal: OutputStream.error.isTerminal,
        columns: OutputStream.standard.columns ?? OutputStream.error.columns, wait: Streams.wait),
      user: Caller.user, program: ProcessFacts.programPath)
  }
}

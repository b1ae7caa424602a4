import DeskTestSupport

@testable import DeskStore

/// The power is cut again while the next command recovers: whatever that leaves, the command after
/// it ends where the recovery would have.
struct RecoveryCuts {
  let image: FolderImage
  private let operations: [DiskOperation]
  private let expected: [String: FolderImage.Entry]

  init(_ image: FolderImage) throws {
    self.image = image
    let store = try TestStore(image)
    let recorder = DiskRecorder(store.path, image)
    try ModelHarness.recover(store, recorder.kernel)
    operations = recorder.operations
    expected = try store.image().content
  }

  func run(limit: Int) throws -> ModelHarness.Result {
    var result = ModelHarness.Result()
    var disk = ModelDisk(image)
    var seen: Set<String> = []
    for (point, operation) in operations.enumerated() {
      disk.apply(operation)
      try CrashStates(disk, limit: limit).forEach(&seen, seed: UInt64(point)) { image in
        result.cases += 1
        let store = try TestStore(image)
        try ModelHarness.recover(store)
        if try store.image().content != expected {
          result.violations.append("recovery, cut after \(point): it ends otherwise")
        }
      }
    }
    return result
  }
}

/// Bytes being written, in memory that grows by doubling.
///
/// It stands in for an array, which asks at every byte whether the memory is its alone.
struct ByteSink: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(capacity: Int) {
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// What was written.
  var written: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: memory[..<count])
  }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    memory[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    let end = count + bytes.count
    _ = memory[count..<end].update(fromContentsOf: bytes)
    count = end
  }

  private mutating func reserve(_ extra: Int) {
    if memory.count - count < extra { grow(extra) }
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(memory.count * 2, count + extra))
    _ = larger.update(fromContentsOf: written)
    memory.deallocate()
    memory = larger
  }
}

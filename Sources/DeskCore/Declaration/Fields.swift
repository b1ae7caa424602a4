/// All fields of a record, in the order in which they are written; no two have the same key.
package struct Fields<Owner>: ExpressibleByArrayLiteral, Sendable {
  /// Their declarations, as help, schemas and options see them.
  package let erased: [AnyField]
  let accesses: [FieldAccess]

  package init(arrayLiteral fields: Field<Owner>...) {
    erased = fields.map(\.erased)
    accesses = fields.map(\.access)
    precondition(Set(erased.map(\.key)).count == fields.count, "a key is declared twice")
  }
}

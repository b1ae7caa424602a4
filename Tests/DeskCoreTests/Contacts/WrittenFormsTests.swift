import Testing

@testable import DeskCore

/// Every way in which a phone is looked for.
struct WrittenFormsTests {
  @Test func `a Brazilian mobile is looked for with and without its ninth digit`() throws {
    let forms = try PhoneNumber("+5511987654321", country: .brazil).writtenForms
    for form in [
      "+5511987654321", "5511987654321", "11987654321", "011987654321", "005511987654321",
      "+55 11 98765-4321", "11 98765-4321", "(11) 98765-4321", "(11)98765-4321", "11 987654321",
      "+551187654321", "551187654321", "1187654321", "(11) 8765-4321", "11 8765-4321",
    ] {
      #expect(forms.contains(form), "\(form)")
    }
  }

  @Test func `the same forms come of either way to write it`() throws {
    let old = try PhoneNumber("+551187654321", country: .brazil).writtenForms
    let new = try PhoneNumber("+5511987654321", country: .brazil).writtenForms
    #expect(Set(old) == Set(new))
  }

  @Test func `a landline grows no ninth digit, and no form lacks the area code`() throws {
    let forms = try PhoneNumber("+552133334444", country: .brazil).writtenForms
    #expect(forms.contains("(21) 3333-4444"))
    #expect(!forms.contains { $0.contains("93333") })
    #expect(forms.allSatisfy { $0.filter(\.isASCIIDigit).count >= 10 })
  }

  @Test func `a number of elsewhere is looked for by its digits`() throws {
    let forms = try PhoneNumber("+351912345678", country: .brazil).writtenForms
    #expect(forms.contains("+351912345678"))
    #expect(forms.contains("351912345678"))
  }
}

import DeskCore
import DeskFormats
import DeskTestSupport
import JSON
import Testing

/// Bodies that are not what WhatsApp sends: each is refused with its place, or read as it can be.
struct WebhookFaultTests {
  private func events(_ messages: String) throws -> [WebhookEvent] {
    let body = """
      {"entry":[{"changes":[{"field":"messages","value":{"messages":[\(messages)]}}]}]}
      """
    return try Webhook.events(JSONValue(parsing: body))
  }

  @Test(arguments: [
    ("[]", ""), ("7", ""), ("null", ""), ("{}", ""), (#"{"entry":{}}"#, "entry"),
    (#"{"entry":[7]}"#, "entry[0]"), (#"{"entry":[{"changes":"x"}]}"#, "entry[0].changes"),
    (#"{"entry":[{"changes":[{}]}]}"#, "entry[0].changes[0]"),
    (#"{"entry":[{"changes":[{"field":5}]}]}"#, "entry[0].changes[0].field"),
    (#"{"entry":[{"changes":[{"field":"messages"}]}]}"#, "entry[0].changes[0]"),
    (#"{"entry":[{"changes":[{"field":"messages","value":[]}]}]}"#, "entry[0].changes[0].value"),
    (
      #"{"entry":[{},{"changes":[{"field":"x"},{"field":"messages","value":{"contacts":[{"wa_id":5}]}}]}]}"#,
      "entry[1].changes[1].value.contacts[0].wa_id"
    ),
  ])
  func `a body that does not fit is refused with its key path`(text: String, path: String) throws {
    let body = try JSONValue(parsing: text)
    let mismatch = #expect(throws: Mismatch.self) { try Webhook.events(body) }
    #expect(mismatch?.path.text == path)
  }

  @Test(arguments: [
    (#"{"timestamp":"1","type":"text","from":"1"}"#, ""),
    (#"{"id":"","timestamp":"1","from":"1"}"#, ""),
    (#"{"id":"a","from":"1"}"#, ""), (#"{"id":"a","timestamp":"1","type":"text"}"#, ""),
    (#"{"id":"a","timestamp":"soon","from":"1"}"#, ".timestamp"),
    (#"{"id":"a","timestamp":"-1","from":"1"}"#, ".timestamp"),
    (#"{"id":"a","timestamp":true,"from":"1"}"#, ".timestamp"),
    (#"{"id":"a","timestamp":"1","from":5}"#, ".from"),
    (#"{"id":"a","timestamp":"1","from":"1","type":"text","text":"x"}"#, ".text"),
    (#"{"id":"a","timestamp":"1","from":"1","type":"text","text":{"body":7}}"#, ".text.body"),
    (#"{"id":"a","timestamp":"1","from":"1","type":"image","image":{}}"#, ".image"),
    (
      #"{"id":"a","timestamp":"1","from":"1","type":"contacts","contacts":[{"phones":[7]}]}"#,
      ".contacts[0].phones[0]"
    ),
    (#"{"id":"a","timestamp":"1","from":"1","type":"location","location":{}}"#, ".location"),
    (
      #"{"id":"a","timestamp":"1","from":"1","type":"edit","edit":{"original_message_id":"b","message":{"type":"text","text":[]}}}"#,
      ".edit.message.text"
    ),
    (#"{"id":"a","timestamp":"1","from":"1","errors":[{"code":"x"}]}"#, ".errors[0].code"),
    (#"{"id":"a","timestamp":"1","from":"1","context":{"forwarded":1}}"#, ".context.forwarded"),
  ])
  func `a message that does not fit is refused with its key path`(
    text: String, path: String
  ) throws {
    let mismatch = #expect(throws: Mismatch.self) { try events(text) }
    #expect(mismatch?.path.text == "entry[0].changes[0].value.messages[0]" + path)
  }

  @Test(arguments: [
    #""type":"text""#, #""type":"hologram","hologram":[1]"#,
    #""type":"interactive","interactive":{}"#,
    #""type":"interactive","interactive":{"type":"new_reply","new_reply":{"x":1}}"#,
    #""type":"order","order":{}"#, #""type":"text","text":null"#,
    #""type":"text","text":{},"new":{}"#,
    #""type":"system","system":{"type":"new"}"#,
    #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{{"}}"#,
    #""type":"edit","edit":{"original_message_id":"b","message":{"type":"edit","edit":{"message":1}}}"#,
  ])
  func `what is not there, or not known, stops nothing`(text: String) throws {
    #expect(try events(#"{"id":"a","timestamp":"1","from":"1",\#(text)}"#).count == 1)
  }

  @Test func `a time beyond the calendar is its end`() throws {
    let message = #"{"id":"a","timestamp":"9223372036854775807","from":"1"}"#
    guard case .message(let read) = try events(message)[0] else { return }
    #expect(read.at == .latest)
  }

  /// Every value of every sample in turn becomes one of another kind: read or refused, never a trap.
  @Test func `no value of another kind makes it trap`() throws {
    var refused = 0
    var cases = 0
    for name in try WebhookSamples.names() where name != "twelve" {
      let body = try JSONValue(parsing: WebhookSamples.bytes(name))
      for changed in Self.variants(of: body) {
        cases += 1
        do throws(Mismatch) {
          _ = try Webhook.events(changed)
        } catch {
          refused += 1
        }
      }
    }
    #expect(cases > 2000)
    #expect(refused > cases / 4)
  }

  private static let others: [JSONValue] = [nil, true, 7, "x", [], [:]]

  private static func variants(of value: JSONValue) -> [JSONValue] {
    var variants = others
    if let object = value.object {
      for (key, inner) in object {
        for other in Self.variants(of: inner) {
          var changed = object
          changed[key] = other
          variants.append(.object(changed))
        }
      }
    } else if let array = value.array {
      for (index, inner) in array.enumerated() {
        for other in Self.variants(of: inner) {
          var changed = array
          changed[index] = other
          variants.append(.array(changed))
        }
      }
    }
    return variants
  }
}

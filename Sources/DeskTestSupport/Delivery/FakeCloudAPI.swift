/// WhatsApp's Cloud API as far as the desk asks it.
package typealias FakeCloudAPI = LoopbackServer

extension LoopbackServer {
  package var url: String { "http://127.0.0.1:\(port)/v24.0" }

  /// The answer to a message that was taken, as Meta's reference shows it.
  package static func taken(
    _ id: String, input: String = "5511987654321", reached: String? = nil,
    status: String = "accepted"
  ) -> Reply {
    .json(
      200,
      """
      {"messaging_product":"whatsapp","contacts":[{"input":"\(input)","wa_id":"\(reached ?? input)"}],\
      "messages":[{"id":"\(id)","message_status":"\(status)"}]}
      """)
  }

  /// The answer of an error, with its code and a title that says something else.
  package static func error(_ code: Int, http: Int = 400, headers: [String] = []) -> Reply {
    .json(
      http,
      """
      {"error":{"message":"(#\(code)) Some title","type":"OAuthException","code":\(code),\
      "error_data":{"messaging_product":"whatsapp","details":"In words."},"fbtrace_id":"Az8or2yh"}}
      """, headers: headers)
  }
}

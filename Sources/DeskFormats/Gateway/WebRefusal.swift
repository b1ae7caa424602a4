/// Why a request is not done: nothing was changed. Its word is all that the other side is told.
package enum WebRefusal: String, Error, CaseIterable, Sendable {
  case badRequest = "bad_request"
  case origin
  /// A visitor, a ticket's page or a verification that nobody knows, or knows no more.
  case token
  case signature
  /// A message to a session that has ended: what was said last can still be asked for.
  case closed
  case notFound = "not_found"
  case method
  case tooLarge = "too_large"
  case type
  case name
  case email
  case text
  case phone
  case document
  case company
  case slowDown = "slow_down"
  case `internal` = "internal"
  case busy

  package var status: WebStatus {
    switch self {
    case .badRequest: .badRequest
    case .origin, .token, .signature: .forbidden
    case .closed: .conflict
    case .notFound: .notFound
    case .method: .methodNotAllowed
    case .tooLarge: .contentTooLarge
    case .type: .unsupportedMediaType
    case .name, .email, .text, .phone, .document, .company: .unprocessableContent
    case .slowDown: .tooManyRequests
    case .internal: .internalServerError
    case .busy: .serviceUnavailable
    }
  }

  /// Seconds after which it may be tried again.
  package var retryAfter: Int? {
    switch self {
    case .busy: 2
    case .slowDown: 10
    case .badRequest, .origin, .token, .signature, .closed, .notFound, .method, .tooLarge, .type,
      .name, .email, .text, .phone, .document, .company, .internal:
      nil
    }
  }
}

/// HTTP's status codes that the gateway answers with (RFC 9110, RFC 6585).
package enum WebStatus: Int, Sendable {
  case ok = 200
  case noContent = 204
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case conflict = 409
  case contentTooLarge = 413
  case unsupportedMediaType = 415
  case unprocessableContent = 422
  case tooManyRequests = 429
  case internalServerError = 500
  case serviceUnavailable = 503

  package var phrase: String {
    switch self {
    case .ok: "OK"
    case .noContent: "No Content"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .conflict: "Conflict"
    case .contentTooLarge: "Content Too Large"
    case .unsupportedMediaType: "Unsupported Media Type"
    case .unprocessableContent: "Unprocessable Content"
    case .tooManyRequests: "Too Many Requests"
    case .internalServerError: "Internal Server Error"
    case .serviceUnavailable: "Service Unavailable"
    }
  }
}

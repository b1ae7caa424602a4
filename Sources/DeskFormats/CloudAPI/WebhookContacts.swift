import DeskCore

/// Those whom a change names beside its messages: they hold the names.
///
/// Since 2026 somebody with a user name may be told without a phone: `wa_id` and a message's `from`
/// are missing then, and `user_id` and `from_user_id` say who it is.
struct WebhookContacts {
  private var users: [WhatsAppUser] = []

  init(_ value: WebhookFields) throws(Mismatch) {
    for fields in try value.list("contacts") {
      let profile = try fields.fields("profile")
      var user = WhatsAppUser()
      user.know(address: try fields.text("wa_id"), userID: try fields.text("user_id"))
      user.profileName = try profile?.text("name")
      user.username = try profile?.text("username")
      users.append(user)
    }
  }

  /// Who is called so. Where a message says nothing about its sender, the one contact is meant.
  func user(address: String?, userID: String?) -> WhatsAppUser {
    var user = WhatsAppUser()
    user.know(address: address, userID: userID)
    if user.isNobody { return users.count == 1 ? users[0] : user }
    guard let named = users.first(where: { $0.isSame(as: user) }) else { return user }
    user.know(address: named.address, userID: named.userID)
    user.profileName = named.profileName
    user.username = named.username
    return user
  }
}

extension WhatsAppUser {
  /// Takes what is not known yet. An address that is no phone's digits is a user id.
  mutating func know(address: String?, userID: String?) {
    let given = address.flatMap { $0.isEmpty ? nil : $0 }
    let isID = given?.utf8.contains { !(0x30...0x39).contains($0) } ?? false
    if self.address == nil, !isID, let given {
      self.address = given
      phone = try? PhoneNumber(internationalDigits: given)
    }
    let id = userID.flatMap { $0.isEmpty ? nil : $0 } ?? (isID ? given : nil)
    if self.userID == nil { self.userID = id }
  }

  fileprivate func isSame(as other: WhatsAppUser) -> Bool {
    if let userID, userID == other.userID { return true }
    if let address, address == other.address { return true }
    // A Brazilian's id may lack the ninth digit that `from` has.
    return phone != nil && phone?.matchKey == other.phone?.matchKey
  }
}

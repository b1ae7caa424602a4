/// L9: who a visitor is by the e-mail that they give. Nobody has proved that it is theirs, so a
/// registered contact's is a claim (W7).
struct VisitorContact {
  let details: VisitorDetails
  /// The registered contacts that have the e-mail.
  let owners: [Contact]
  /// Somebody who is not registered and gave the same e-mail in an earlier chat.
  let known: Contact?
  let next: Int
  /// W7: a claim is taken for proof.
  let trusts: Bool
  let now: Instant

  init(
    _ details: VisitorDetails, owners: [Contact], known: Contact?, next: Int, trusts: Bool,
    now: Instant
  ) {
    self.details = details
    self.owners = owners
    self.known = known
    self.next = next
    self.trusts = trusts
    self.now = now
  }

  /// The one registered contact whose e-mail it is.
  var owner: Contact? { owners.count == 1 ? owners.first : nil }

  /// Somebody who is not registered is the same again by the same e-mail, under their newest name:
  /// agents see one person, and no visitor sees more than their own browser's conversation.
  var contact: Contact {
    var contact = identified
    contact.lastInboundAt = now
    contact.changedAt = now
    return contact
  }

  private var identified: Contact {
    if let owner, trusts { return owner }
    if let owner {
      var contact = new
      contact.claim = Claim(contact: owner.id, email: details.email, at: now)
      return contact
    }
    var contact = known ?? new
    contact.name = details.name
    if known == nil { contact.emails = [details.email] }
    return contact
  }

  private var new: Contact {
    var contact = Contact()
    contact.id = Contact.ID(next)
    contact.createdAt = now
    contact.name = details.name
    return contact
  }

  /// The contact as they are from then on, and that they claimed to be another.
  var effects: [Effect] {
    let contact = contact
    let claimed = Event(
      at: now, actor: "system", record: contact.reference, what: "claimed", rule: "W7",
      detail: owner.map { [$0.reference.text] } ?? [])
    return [.contact(contact)] + (contact.claim == nil ? [] : [.event(claimed)])
  }
}

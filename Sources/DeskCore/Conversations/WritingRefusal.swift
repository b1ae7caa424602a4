/// Why a message of an agent is not queued, in the order in which the reasons are tried.
package enum WritingRefusal: Error, Hashable, Sendable {
  /// The conversation is closed; the contact may have another one that is open.
  case closed(ClosedConversation, open: Conversation.ID?)
  case empty
  /// WhatsApp takes so many characters and no more.
  case tooLong(count: Int, limit: Int)
  case template(MessageTemplate.ID, TemplateRefusal)
  /// Neither a phone nor a line is known.
  case noAddress(Contact.ID, name: String)
  /// C13: free text has to wait until the contact writes.
  case windowClosed(Conversation.ID, lastInbound: Instant?)
  /// Another agent has it.
  case taken(Conversation.ID, by: Agent.ID, Taking)
  /// R7: a visitor of the webchat is offered, and nobody has accepted.
  case notAccepted(Conversation.ID)
  /// Livechat carries text alone: no files, no templates.
  case textAlone(Conversation.ID)
}

/// Why a conversation is not given to an agent.
package enum AssigningRefusal: Error, Hashable, Sendable {
  case closed(ClosedConversation, open: Conversation.ID?)
  /// C21: whoever claims does not take it from another; nil: they do not see it, nor may they give it.
  case taken(Conversation.ID, by: Agent.ID, claimant: Agent.ID?)
  /// C21: only a member of its team has it.
  case notInTeam(Agent.ID, Team.ID, members: [Agent.ID])
  /// R6: who has a visitor of the webchat is for offers to say; nil where nobody has accepted yet.
  case offered(Conversation.ID, acceptedBy: Agent.ID?)
  /// Only an agent can have a conversation.
  case nobody(Conversation.ID)
}

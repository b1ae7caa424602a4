# Messages as comments of Zendesk's Ticket Import API, a ticket for each conversation: what
# `deskctl ticket export --to zendesk` makes of the same lines, without tickets, users and manifest.
#   cat data/conversations/*/*.jsonl | jq -c -n -f zendesk.jq
def comment:
  {
    author_id: (if .direction == "in" then .author else "agent/" + .author end),
    created_at: .at, value: (.text // "-"), public: true
  };
def ticket: {external_id: "conversation/\(.key)", comments: .comments};
foreach (inputs, null) as $message ({key: null, comments: [], done: null};
  if $message == null then .done = ticket
  elif $message.conversation == .key then .done = null | .comments += [$message | comment]
  else
    .done = (if .key == null then null else ticket end)
    | .key = $message.conversation | .comments = [$message | comment]
  end;
  .done // empty)

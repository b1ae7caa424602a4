# Turns one webhook of Evolution API (event messages.upsert) into the body that WhatsApp's Cloud API
# would have sent, for `deskctl whatsapp receive`. What is no message of a customer gives nothing.
#
#   jq -c -f upsert.jq <webhook.json | deskctl whatsapp receive -

# A phone from an address such as 5511987654321@s.whatsapp.net or 5511987654321:12@s.whatsapp.net.
def phone:
  select(type == "string" and endswith("@s.whatsapp.net"))
  | split("@")[0] | split(":")[0] | select(test("^[0-9]+$"));

# Somebody may hide behind an address of WhatsApp's own (@lid); the phone then stands beside it.
def sender:
  first(.key.remoteJid, .key.remoteJidAlt, .key.senderPn | phone)
  // error("no phone in \(.key.remoteJid)");

# Numbers come as such, or as the two halves of a 64-bit one.
def seconds: if type == "object" then .low else . end | tostring;

def media($type; $from):
  {type: $type, ($type): ({id: ("evolution-" + .key.id), mime_type: ($from.mimetype // "")}
    + (if $from.caption // "" | . != "" then {caption: $from.caption} else {} end)
    + (if $from.fileName then {filename: $from.fileName} else {} end)
    + (if $from.ptt then {voice: true} else {} end))};

def tapped($kind; $id; $title):
  {type: "interactive", interactive: {type: $kind, ($kind): {id: $id, title: $title}}};

# The message itself, by the one key of it that is known.
def content:
  . as $all
  | (.message // {})
  | (.ephemeralMessage.message // .viewOnceMessage.message // .documentWithCaptionMessage.message // .)
  | . as $m
  | $all
  | if $m.conversation then {type: "text", text: {body: $m.conversation}}
    elif $m.extendedTextMessage then {type: "text", text: {body: $m.extendedTextMessage.text}}
    elif $m.imageMessage then media("image"; $m.imageMessage)
    elif $m.videoMessage then media("video"; $m.videoMessage)
    elif $m.audioMessage then media("audio"; $m.audioMessage)
    elif $m.documentMessage then media("document"; $m.documentMessage)
    elif $m.stickerMessage then media("sticker"; $m.stickerMessage)
    elif $m.locationMessage then {type: "location", location:
      {latitude: $m.locationMessage.degreesLatitude, longitude: $m.locationMessage.degreesLongitude}}
    elif $m.reactionMessage then {type: "reaction", reaction:
      {message_id: $m.reactionMessage.key.id, emoji: ($m.reactionMessage.text // "")}}
    elif $m.buttonsResponseMessage then tapped("button_reply";
      $m.buttonsResponseMessage.selectedButtonId; $m.buttonsResponseMessage.selectedDisplayText)
    elif $m.listResponseMessage then tapped("list_reply";
      $m.listResponseMessage.singleSelectReply.selectedRowId; $m.listResponseMessage.title)
    else {type: "unsupported", errors: [{code: 131051, title: "Message type unknown"}]}
    end;

select(.event == "messages.upsert")
| . as $hook
| .data
# Our own messages come back as the same event; groups and broadcasts are nobody's conversation.
| select(.key.fromMe == false and (.key.remoteJid | test("@(g\\.us|broadcast|newsletter)$") | not))
| sender as $phone
| {
    object: "whatsapp_business_account",
    entry: [{
      id: ("evolution-" + $hook.instance),
      changes: [{
        field: "messages",
        value: {
          messaging_product: "whatsapp",
          metadata: (($hook.sender // "") | [phone]
            | if . == [] then {} else {display_phone_number: .[0], phone_number_id: .[0]} end),
          contacts: [{profile: {name: (.pushName // "")}, wa_id: $phone}],
          messages: [{from: $phone, id: .key.id, timestamp: (.messageTimestamp | seconds)}
            + content
            + ([.contextInfo?, (.message // {} | .[] | objects | .contextInfo?) | objects
                | .stanzaId // empty] | if . == [] then {} else {context: {id: .[0]}} end)]
        }
      }]
    }]
  }

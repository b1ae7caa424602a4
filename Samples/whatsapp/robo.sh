#!/bin/sh
# A bot: it is told a conversation as JSON on standard input and says what it answers, as JSON, on
# standard output. This one knows the opening hours and hands everything else to a person.
#   deskctl whatsapp set --bot-command 'sh /etc/deskctl/robo.sh'
#   deskctl whatsapp simulate --bot --explain
exec jq -c '
  ([.messages[] | select(.direction == "in")] | last.text // "") as $said
  | (.contact.name // .contact.profileName // "") as $name
  | if $said | test("hor[aá]rio|abre|fecha"; "i") then
      {messages: [{text: "Atendemos de segunda a sexta, das 9h às 18h."}]}
    else
      {messages: [{text: "Obrigado, \($name)! Uma pessoa já vai responder."}], handOver: true}
    end'

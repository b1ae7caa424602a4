import CommandLineKit

/// L: livechat's settings, presence, and the widget on a web page.
extension Explanation {
  static let rulesOfLivechat: [Explanation] = [
    rule(
      "L1", Text(en: "Livechat's settings", pt: "As configurações do livechat"),
      en: """
        `enabled` says whether the desk has livechat at all; without it the commands and views of
        livechat say so and do nothing, but that conversations which are still open can be read, and
        closed by hand (`conversation close`). `endpoint` and `origins` say where the widget calls and from
        which sites it may. Title, team, category, type and priority are those of the tickets that
        it opens.
        """,
      pt: """
        `enabled` diz se a central tem livechat; sem ele os comandos e as visões do livechat avisam e
        não fazem nada, mas as conversas que ainda estão abertas podem ser lidas e encerradas à mão
        (`conversation close`). `endpoint` e `origins` dizem para onde o widget chama e de quais sites. Título,
        equipe, categoria, tipo e prioridade são os dos chamados que ele abre.
        """),
    rule(
      "L2", Text(en: "Its texts and colours", pt: "Seus textos e cores"),
      en: """
        There are three messages (welcome while online, welcome while offline, closing), each with
        the colour of its bubble, and colours for font, background and border. A colour is any
        opaque CSS colour: hex, `rgb()`, `hsl()` or a name; all else is refused. A pair that is
        hard to read by WCAG 2.2 AA is saved, with a warning that gives its contrast and the
        nearest colour that passes.
        """,
      pt: """
        São três mensagens (boas-vindas online, boas-vindas offline, encerramento), cada uma com a
        cor do seu balão, e cores de fonte, fundo e borda. Uma cor é qualquer cor CSS opaca: hex,
        `rgb()`, `hsl()` ou um nome; o resto é recusado. Um par difícil de ler segundo a WCAG 2.2 AA
        é salvo, com um aviso que dá o contraste e a cor mais próxima que passa.
        """),
    rule(
      "L3", Text(en: "When an agent is online", pt: "Quando um atendente está online"),
      en: """
        An agent is online who has a licence for livechat and has switched it on. Outside the
        business hours of the channel, where it has any, everybody counts as offline, and the page
        says when they open again.
        """,
      pt: """
        Está online o atendente que tem licença de livechat e se colocou online. Fora do horário de
        atendimento do canal, se houver um, todos contam como offline, e a página diz quando ele
        recomeça.
        """),
    rule(
      "L4", Text(en: "Nobody is online", pt: "Ninguém online"),
      en: """
        If nobody is online at the visitor's first message, they are told so and a ticket is opened,
        once in a session. The conversation stays among the new ones and can still be answered. The
        ticket is the contact's whose e-mail was given; they are told of it (W7).
        """,
      pt: """
        Se ninguém estiver online na primeira mensagem do visitante, ele é avisado e um chamado é
        aberto, uma vez por sessão. A conversa fica entre as novas e ainda pode ser respondida. O
        chamado é do contato cujo e-mail foi dado, que é avisado (W7).
        """, "deskctl livechat show"),
    rule(
      "L5", Text(en: "Somebody is online", pt: "Há alguém online"),
      en: """
        The visitor gets the online welcome and the conversation appears among the new ones. No
        ticket opens by itself.
        """,
      pt: """
        O visitante recebe as boas-vindas online e a conversa aparece entre as novas. Nenhum chamado
        abre sozinho.
        """),
    rule(
      "L6", Text(en: "One closing message", pt: "Uma só mensagem de encerramento"),
      en: """
        The closing message is sent once, whoever closes the conversation. Closing what is closed
        sends nothing.
        """,
      pt: """
        A mensagem de encerramento é enviada uma vez, seja quem for que encerre a conversa. Encerrar
        o que já está encerrado não envia nada.
        """),
    rule(
      "L7", Text(en: "What the code on the page holds", pt: "O que o código na página contém"),
      en: """
        The code that is pasted into a page holds the look and the first welcome as they were that
        day, with a fingerprint of them; everything else the widget asks the desk. `livechat check`
        compares pages with today's settings and fails where the code is stale, missing or there
        twice; what stands in a comment, or in an element of text, does not run and counts as missing.
        Making and checking it take the configuration alone: no data, no terminal.
        """,
      pt: """
        O código que se cola numa página contém a aparência e as primeiras boas-vindas daquele dia,
        com uma impressão digital delas; todo o resto o widget pergunta à central. `livechat check`
        compara páginas com as configurações de hoje e falha onde o código está desatualizado,
        ausente ou repetido; o que está num comentário, ou num elemento de texto, não roda e conta
        como ausente. Gerar e conferir usam só a configuração: nem dados, nem terminal.
        """),
    rule(
      "L8", Text(en: "No text escapes into the page", pt: "Nenhum texto escapa para a página"),
      en: """
        Whatever a message or a setting holds stays the text that it is. Nothing in it can leave its
        string, its attribute or its script, so code and page remain what they were.
        """,
      pt: """
        Contenha o que contiver, uma mensagem ou configuração permanece o texto que é. Nada nela
        consegue sair da sua string, do seu atributo ou do seu script, e assim o código e a página
        ficam como eram.
        """),
    rule(
      "L9", Text(en: "Who the visitor is", pt: "Quem é o visitante"),
      en: """
        Before the first message the visitor gives a name and an e-mail, and both are checked. An
        address that a contact has links to that contact as a claim, as in W7; else the visitor
        stays unregistered, one contact for each such address, under the newest name. Their browser
        sees its own conversation alone. Reloading the page or sending the same message again changes nothing:
        one ticket, one message.
        """,
      pt: """
        Antes da primeira mensagem o visitante informa nome e e-mail, e ambos são conferidos. Um
        endereço que um contato tem liga a ele como alegação, como na W7; senão o visitante fica sem
        cadastro, um contato por endereço, com o nome mais novo. O navegador dele só vê a própria
        conversa. Recarregar a página ou reenviar a mesma mensagem não muda nada: um chamado, uma
        mensagem.
        """),
  ]
}

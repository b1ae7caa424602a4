import CommandLineKit
import DeskCore

extension Expectation {
  /// What a field takes, in a phrase.
  var text: Text {
    switch self {
    case .boolean: Text(en: "true or false", pt: "true ou false")
    case .integer(let range): Self.number(in: range)
    case .text(let form):
      form.map { Text(en: "a text: \($0.text.en)", pt: "um texto: \($0.text.pt)") }
        ?? Text(en: "a text", pt: "um texto")
    case .numberOrText: Text(en: "a number or a text", pt: "um número ou um texto")
    case .choice(let words):
      Text(
        en: "one of " + words.joined(separator: ", "), pt: "um de " + words.joined(separator: ", "))
    case .list(let element):
      Text(
        en: "a list, each \(element.text.en)", pt: "uma lista, cada item \(element.text.pt)")
    case .object: Text(en: "an object", pt: "um objeto")
    case .answers(let count):
      Text(
        en: "a list of \(count.lowerBound) to \(count.upperBound) answers, each with another value",
        pt:
          "uma lista de \(count.lowerBound) a \(count.upperBound) respostas, de valores diferentes")
    }
  }

  private static func number(in range: ClosedRange<Int>) -> Text {
    switch (range.lowerBound, range.upperBound) {
    case (Int.min, Int.max): Text(en: "a whole number", pt: "um número inteiro")
    case (let low, Int.max):
      Text(en: "a whole number of at least \(low)", pt: "um número inteiro a partir de \(low)")
    case (let low, let high):
      Text(
        en: "a whole number from \(low) to \(high)", pt: "um número inteiro de \(low) a \(high)")
    }
  }
}

extension TextForm {
  var text: Text {
    switch self {
    case .instant:
      Text(
        en: "an instant such as 2026-12-05T13:00:00Z", pt: "um instante como 2026-12-05T13:00:00Z")
    case .phone:
      Text(
        en: "a phone number in E.164, such as +5511987654321",
        pt: "um telefone em E.164, como +5511987654321")
    case .email: Text(en: "an e-mail address", pt: "um e-mail")
    case .slug:
      Text(
        en: "a name of lower-case letters, digits and hyphens",
        pt: "um nome de letras minúsculas, dígitos e hífens")
    case .reference: Text(en: "a record such as schedule/42", pt: "um registro como schedule/42")
    case .zone:
      Text(
        en: "a time zone such as America/Sao_Paulo", pt: "um fuso horário como America/Sao_Paulo")
    case .country: Text(en: "a country such as BR", pt: "um país como BR")
    case .address:
      Text(en: "an address with its placeholder", pt: "um endereço com o seu marcador")
    case .apiAddress:
      Text(
        en: "an address such as https://graph.facebook.com/v24.0",
        pt: "um endereço como https://graph.facebook.com/v24.0")
    case .answer: Text(en: "an answer such as 3=Bom", pt: "uma resposta como 3=Bom")
    case .colour:
      Text(
        en: "an opaque CSS colour such as #0f766e, rgb(15 118 110) or teal",
        pt: "uma cor CSS opaca como #0f766e, rgb(15 118 110) ou teal")
    case .endpoint:
      Text(
        en: "an address such as /chat or https://desk.example/chat",
        pt: "um endereço como /chat ou https://central.exemplo/chat")
    case .origin:
      Text(
        en: "a site such as https://www.loja.example",
        pt: "um site como https://www.loja.example")
    case .seconds: Text(en: "seconds since 1970", pt: "segundos desde 1970")
    case .message: Text(en: "a text to be sent", pt: "um texto a enviar")
    case .numberID:
      Text(
        en: "a number's id at WhatsApp, digits alone",
        pt: "o id de um número no WhatsApp, só dígitos")
    case .weeklyHours:
      Text(
        en: "days and hours such as mon-fri=9:00-12:00,13:00-18:00",
        pt: "dias e horas como seg-sex=9:00-12:00,13:00-18:00")
    case .holiday:
      Text(
        en: "a holiday such as 2026-04-03=Sexta-feira Santa, or 12-25=Natal of every year",
        pt: "um feriado como 2026-04-03=Sexta-feira Santa, ou 12-25=Natal de todo ano")
    case .hoursException:
      Text(
        en: "a day such as 2026-02-18=14:00-18:00 or 2026-12-24=closed",
        pt: "um dia como 2026-02-18=14:00-18:00 ou 2026-12-24=fechado")
    }
  }
}

extension Unreadable {
  /// Why a text cannot be read, or what would be.
  var text: Text {
    switch self {
    case .otherForm: Text(en: "it is not of its form", pt: "não tem a forma certa")
    case .unexpected(let expected): expected.text
    case .notYesOrNo: Text(en: "yes or no", pt: "yes ou no")
    case .notOneKey:
      Text(en: "one of its keys, not the whole", pt: "uma das suas chaves, não o conjunto")
    case .slugCharacters:
      Text(
        en: "only a to z, 0 to 9 and hyphens, at most 64 of them",
        pt: "só de a a z, de 0 a 9 e hífens, no máximo 64")
    case .email(let error): error.why
    case .unknownZone:
      Text(en: "the system knows no such zone", pt: "o sistema não conhece esse fuso")
    case .unknownCountry:
      Text(en: "no country has this code", pt: "nenhum país tem esse código")
    case .placeholderMissing(let placeholder):
      Text(en: "it does not hold \(placeholder)", pt: "não contém \(placeholder)")
    case .apiAddress:
      Text(
        en: "only https://, or http:// to 127.0.0.1, [::1] or localhost",
        pt: "só https://, ou http:// para 127.0.0.1, [::1] ou localhost")
    case .equalsMissing: Text(en: "there is no =", pt: "falta o =")
    case .answerIncomplete:
      Text(
        en: "a value before the = and what it means after it",
        pt: "um valor antes do = e o que ele significa depois")
    case .numberIDCharacters:
      Text(en: "only digits, at most 32 of them", pt: "só dígitos, no máximo 32")
    case .interval(let typed):
      Text(
        en: "\(Shown(typed).line) is not like 9:00-12:00",
        pt: "\(Shown(typed).line) não é como 9:00-12:00")
    case .intervalWithoutLength(let typed):
      Text(
        en: "\(Shown(typed).line) begins where it ends; a whole day is 00:00-24:00",
        pt: "\(Shown(typed).line) começa onde termina; o dia inteiro é 00:00-24:00")
    case .weekday(let typed):
      Text(
        en: "\(Shown(typed).line) names no days of the week",
        pt: "\(Shown(typed).line) não são dias da semana")
    case .date(let typed):
      Text(
        en: "\(Shown(typed).line) is no date such as 2026-12-24",
        pt: "\(Shown(typed).line) não é uma data como 2026-12-24")
    case .nameMissing: Text(en: "the name is missing", pt: "falta o nome")
    case .empty: Text(en: "it is empty", pt: "está vazio")
    case .tooLong(let limit):
      Text(en: "longer than \(limit) characters", pt: "tem mais de \(limit) caracteres")
    case .colour(let problem): problem.text
    case .endpoint:
      Text(
        en: "it begins with /, https:// or, on this machine, http://localhost, and has no ? or #",
        pt: "começa com /, https:// ou, nesta máquina, http://localhost, e não tem ? nem #")
    case .origin:
      Text(
        en: "http:// or https://, a host in ASCII and perhaps a port; no path",
        pt: "http:// ou https://, um host em ASCII e talvez uma porta; sem caminho")
    }
  }
}

extension ColourProblem {
  var text: Text {
    switch self {
    case .seeThrough:
      Text(en: "it lets what is behind show through", pt: "deixa ver o que está atrás")
    case .unknownName(let name):
      Text(en: "CSS has no colour named \(name)", pt: "CSS não tem uma cor chamada \(name)")
    case .otherForm:
      Text(
        en: "only #rgb, #rrggbb, rgb(), hsl() or a name",
        pt: "só #rgb, #rrggbb, rgb(), hsl() ou um nome")
    }
  }
}

extension Contradiction {
  /// Why the two cannot stand together, and what to do where that can be said.
  var text: Text {
    switch self {
    case .openingWithout(let key):
      Text(
        en: "tickets that open by themselves need a \(key): set whatsapp.\(key), too",
        pt: "chamados que se abrem sozinhos precisam de \(key): defina também whatsapp.\(key)")
    case .attemptsWhileRequired:
      Text(
        en: "where an e-mail is required its attempts are not counted",
        pt: "com o e-mail obrigatório não se contam tentativas")
    case .transportWithout(let transport, let key):
      Text(
        en: "the transport \(transport) needs \(key): set it, too",
        pt: "o transporte \(transport) precisa de \(key): defina também")
    case .livechatWithout(let key):
      Text(
        en: "livechat needs \(key): set livechat.\(key), too",
        pt: "o livechat precisa de \(key): defina também livechat.\(key)")
    case .subjectsAlike(let name):
      Text(
        en: "a visitor cannot tell two subjects apart that are called \(Shown(name).line)",
        pt: "o visitante não distingue dois assuntos chamados \(Shown(name).line)")
    case .formWithoutField:
      Text(
        en: "a form needs a field: set webchat.form.fields, too",
        pt: "um formulário precisa de um campo: defina também webchat.form.fields")
    case .requiredNotAsked(let field):
      Text(
        en: "the form wants \(field.rawValue) and does not ask it: add it to webchat.form.fields",
        pt: "o formulário exige \(field.rawValue) e não pergunta: inclua em webchat.form.fields")
    case .subjectWithoutQueue:
      Text(
        en: "a subject must lead to a queue: set its queue, too",
        pt: "um assunto precisa levar a uma fila: defina também a fila")
    case .teamWithoutAgents(let team):
      Text(en: "nobody belongs to the team \(team)", pt: "ninguém pertence à equipe \(team)")
    case .teamWithoutLicence(let team):
      Text(
        en: "nobody of the team \(team) is licensed for webchat",
        pt: "ninguém da equipe \(team) tem licença de webchat")
    }
  }
}

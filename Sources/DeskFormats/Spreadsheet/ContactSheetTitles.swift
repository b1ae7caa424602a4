import DeskCore

/// The titles, in Portuguese and English, of columns that spreadsheets of contacts have.
enum ContactSheetTitles {
  static func role(of title: String) -> ContactSheet.Role? {
    roles[title.folded.filter(\.isLetter)]
  }

  /// Titles folded, letters alone. Those in `value` are Google's: `Phone 1 - Value`.
  private static let roles: [String: ContactSheet.Role] = {
    let titles: [(ContactSheet.Role, String)] = [
      (
        .name,
        """
        nome nomecompleto nomedocliente cliente contato name fullname displayname customer contact
        """
      ),
      (
        .phone,
        """
        telefone telefones tel fone celular cel movel telefonecelular telefonefixo whatsapp whats
        zap phone phones phonenumber phonevalue mobile mobilephone cell cellphone telephone
        """
      ),
      (.email, "email emails mail correioeletronico enderecodeemail emailaddress emailvalue"),
      (
        .group,
        """
        grupo grupos pessoa empresa organizacao agrupamento agrupamentos group groups company
        organization organizationname
        """
      ),
    ]
    var roles: [String: ContactSheet.Role] = [:]
    for (role, names) in titles {
      for name in names.split(whereSeparator: \.isWhitespace) { roles[String(name)] = role }
    }
    return roles
  }()
}

/// How WhatsApp and the desk's webhook know each other. What they know is in files, never in Config.
package struct WebhookSettings: Record, Hashable {
  package var verifyTokenFile: String?
  package var secretFile: String?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "verifyTokenFile", \.verifyTokenFile,
      en: "a file with the token by which WhatsApp verifies the address",
      pt: "um arquivo com o token com que o WhatsApp verifica o endereço"),
    Field(
      "secretFile", \.secretFile, en: "a file with the app's secret, which signs every body",
      pt: "um arquivo com o segredo do aplicativo, que assina cada corpo"),
  ]
}

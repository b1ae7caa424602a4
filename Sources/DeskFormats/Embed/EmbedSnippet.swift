import DeskCore
import JSON

/// The code that is pasted into a page: the chat with the settings of its day (L7), and no date, so
/// that the same settings make the same bytes.
package struct EmbedSnippet: Sendable {
  package let look: ChatLook
  package let target: EmbedTarget
  package let shape: EmbedShape
  package var nonce: Nonce?
  package var base = AssetBase.pageFolder
  /// What the pinned shape loads.
  package let file = WidgetFile.current

  package init(_ look: ChatLook, target: EmbedTarget, shape: EmbedShape) {
    self.look = look
    self.target = target
    self.shape = shape
  }

  package var text: String {
    switch target {
    case .html: markup
    case .js: script
    case .gtm: tag(ES5Loader(self).script)
    case .wordpress: WordPressPlugin(self).text
    }
  }

  // MARK: Tags

  var markup: String {
    switch shape {
    case .inline: tag(script)
    case .pinned:
      // A module runs after the scripts that are deferred, in their order.
      "<script defer src=\"\(address)\" integrity=\"\(file.integrity)\" crossorigin=\"anonymous\""
        + "\(nonceAttribute)></script>\n" + tag(pinnedCall, isModule: true)
    }
  }

  private func tag(_ script: String, isModule: Bool = false) -> String {
    "<script\(isModule ? " type=\"module\"" : "")\(nonceAttribute)>\n\(script)</script>\n"
  }

  private var nonceAttribute: String { nonce.map { " nonce=\"\($0.text)\"" } ?? "" }

  /// The file's address, of characters that an attribute and a script take as they are.
  var address: String { base.text + file.name }

  // MARK: Scripts

  /// What runs, without a tag around it.
  var script: String {
    switch shape {
    case .inline: file.text + call
    case .pinned: ES5Loader(self).script
    }
  }

  var call: String { "window.deskctl.chat(\(ScriptValue(look.config).script));\n" }

  /// The same where the file may have been stopped on its way.
  private var pinnedCall: String {
    "window.deskctl?.chat(\(ScriptValue(look.config).script));\n"
  }

  /// The scripts that stand in tags, between them as a page's policy hashes them.
  var inlineScripts: [String] {
    switch (target, shape) {
    case (.html, .inline), (.wordpress, .inline): ["\n" + script]
    case (.html, .pinned), (.wordpress, .pinned): ["\n" + pinnedCall]
    case (.gtm, .inline): ["\n" + ES5Loader(self).script, script]
    case (.gtm, .pinned): ["\n" + ES5Loader(self).script]
    case (.js, _): []
    }
  }
}

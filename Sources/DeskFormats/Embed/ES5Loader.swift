import JSON

/// A script that brings the chat into a page, in the language of 2009: tag managers read no newer
/// one. What is newer stands in it as a text.
struct ES5Loader {
  let snippet: EmbedSnippet

  init(_ snippet: EmbedSnippet) { self.snippet = snippet }

  /// The name of the Trusted Types policy that it makes, where the page asks for one.
  static let policy = "deskctl"

  var script: String {
    switch snippet.shape {
    case .inline: inline
    case .pinned: pinned
    }
  }

  /// Pasted twice, the first is in charge: a policy's name is free once.
  private static let once = """
      if (document.querySelector("script#deskctl-code")) return;
      var script = document.createElement("script");
      script.id = "deskctl-code";
    """

  private var inline: String {
    """
    (function () {
    \(Self.once)
      var code = \(value(snippet.script));
      var types = window.trustedTypes;
    \(nonceLine)  script.text = types ? types.createPolicy("\(Self.policy)", {
        createScript: function () { return code; }
      }).createScript("") : code;
      document.head.appendChild(script);
    })();

    """
  }

  private var pinned: String {
    """
    (function () {
    \(Self.once)
      var address = \(value(snippet.address));
      var types = window.trustedTypes;
      script.async = true;
      script.crossOrigin = "anonymous";
      script.integrity = \(value(snippet.file.integrity));
    \(nonceLine)  script.onload = function () {
        window.deskctl.chat(\(ScriptValue(snippet.look.config).script));
      };
      script.src = types ? types.createPolicy("\(Self.policy)", {
        createScriptURL: function () { return address; }
      }).createScriptURL("") : address;
      document.head.appendChild(script);
    })();

    """
  }

  private var nonceLine: String {
    snippet.nonce.map { "  script.setAttribute(\"nonce\", \(value($0.text)));\n" } ?? ""
  }

  private func value(_ text: String) -> String { ScriptValue(JSONValue(text)).script }
}

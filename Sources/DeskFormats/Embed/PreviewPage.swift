import DeskCore
import JSON

/// A page that shows the chat in its three states, each in a frame of its own: the real widget,
/// whose calls and shelf are played. It calls nobody and keeps nothing.
package struct PreviewPage: Sendable {
  /// What the page says, in its reader's language.
  package struct Words: Sendable {
    let title: String
    let states: [String]
    let name: String
    let question: String
    let answer: String

    package init(title: String, states: [String], name: String, question: String, answer: String) {
      self.title = title
      self.states = states
      self.name = name
      self.question = question
      self.answer = answer
    }
  }

  private let look: ChatLook
  private let closing: String
  private let desk: String
  private let words: Words

  package init(_ look: ChatLook, closing: String, desk: String, words: Words) {
    self.look = look
    self.closing = closing
    self.desk = desk
    self.words = words
  }

  package var html: String {
    let title = HTMLText("\(words.title) \(desk)").html
    return """
      <!doctype html>
      <html>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>
      body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; background: #eee; color: #222 }
      main { display: flex; flex-wrap: wrap; gap: 2rem }
      iframe { width: 31rem; height: 42rem; border: 1px solid #888; background: #fff }
      h1 { font-size: 1.4rem } h2 { font-size: 1rem }
      </style>
      <h1>\(title) <small>\(look.fingerprint)</small></h1>
      <main>
      \(sections)</main>
      <script>
      (function () {
        var widget = \(value(WidgetFile.current.text));
        var states = \(states.script);
        document.querySelectorAll("iframe").forEach(function (frame, place) {
          frame.srcdoc = "<!doctype html><meta charset='utf-8'><title>chat</title><body><script>"
            + "(" + play + ")(" + JSON.stringify(states[place]).replace(/</g, "\\\\u003c") + ");"
            + widget + "window.deskctl.chat(window.playedConfig);<" + "/script>";
        });
      \(Self.play)})();
      </script>
      </html>

      """
  }

  private var sections: String {
    words.states.map { name in
      let name = HTMLText(name).html
      return "<section><h2>\(name)</h2><iframe title=\"\(name)\"></iframe></section>\n"
    }.joined()
  }

  private func value(_ text: String) -> String { ScriptValue(JSONValue(text)).script }

  /// What each frame is given: the settings, what the desk says, and a visitor's session to go on
  /// with, where there is one.
  private var states: ScriptValue {
    let config = look.config(endpoint: "https://desk.invalid")
    let session: JSONValue = [
      "token": JSONValue(String(repeating: "0", count: 32)), "name": JSONValue(words.name),
      "email": "", "queue": [], "seen": 9, "open": true, "started": true,
    ]
    return ScriptValue([
      ["config": config, "state": "online", "session": .null, "messages": []],
      ["config": config, "state": "offline", "session": .null, "messages": []],
      ["config": config, "state": "online", "session": session, "messages": .array(messages)],
    ])
  }

  private var messages: [JSONValue] {
    let said = [("visitor", words.question), ("agent", words.answer), ("desk", closing)]
    return said.filter { !$0.1.isEmpty }.enumerated().map { place, message in
      var line: JSONObject = [
        "n": JSONValue(place + 1), "from": JSONValue(message.0), "text": JSONValue(message.1),
        "at": "2026-12-05T13:00:00Z",
      ]
      if message.0 == "desk" { line["kind"] = JSONValue(DeskText.closing.rawValue) }
      return .object(line)
    }
  }

  /// Runs in each frame before the widget does: answers its calls, keeps its session in memory, and
  /// opens the panel.
  private static let play = """
      function play(played) {
        window.playedConfig = played.config;
        var kept = played.session && JSON.stringify(played.session);
        Object.defineProperty(window, "localStorage", { value: {
          getItem: function () { return kept; },
          setItem: function (key, value) { kept = value; },
          removeItem: function () { kept = null; }
        } });
        window.fetch = function (address) {
          var answer = String(address).indexOf("/state") > 0 ? { state: played.state } : {
            state: "closed", presence: played.state, messages: played.messages, ticket: null,
            ticketLink: null, next: 10
          };
          return Promise.resolve(new Response(JSON.stringify(answer)));
        };
        var waiting = setInterval(function () {
          var chat = document.querySelector("deskctl-chat");
          if (!chat) return;
          clearInterval(waiting);
          if (chat.shadowRoot.querySelector("#panel").hidden) {
            chat.shadowRoot.querySelector("#launch").click();
          }
        }, 20);
      }

    """
}

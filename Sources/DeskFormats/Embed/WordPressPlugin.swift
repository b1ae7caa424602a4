/// A plugin of one file that prints the code at the end of each page. It holds no `<?` but its own.
struct WordPressPlugin {
  let snippet: EmbedSnippet
  /// L2: whether the login page carries the chat, too.
  let isOnLogin: Bool

  init(_ snippet: EmbedSnippet) {
    self.snippet = snippet
    isOnLogin = snippet.look.isOnLogin
  }

  var text: String {
    """
    <?php
    /*
     * Plugin Name: deskctl chat
     * Description: The chat of a deskctl desk, by deskctl livechat embed. It belongs in wp-content/mu-plugins.
     */
    if (!defined('ABSPATH')) { exit; }
    function deskctl_chat() { ?>
    \(snippet.markup)<?php }
    add_action('wp_footer', 'deskctl_chat');
    \(isOnLogin ? "add_action('login_footer', 'deskctl_chat');\n" : "")
    """
  }
}

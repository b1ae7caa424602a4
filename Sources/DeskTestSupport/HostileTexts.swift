/// Texts that try to leave the place in a page where they stand (L8).
package enum HostileTexts {
  package static let all: [(name: String, text: String)] = [
    ("empty", ""), ("an end of script", "</script><script>alert(1)</script>"),
    ("an end of script in capitals", "</SCRIPT >"), ("a comment's begin", "<!--<script>"),
    ("a comment's end", "--> ]]>"), ("double quotes", "\"});alert(1);({\""),
    ("single quotes", "'});alert(1);({'"), ("backquotes", "`${alert(1)}`"),
    ("a backslash", "\\"), ("backslashes and quotes", "\\\\\"\\'"),
    ("a line end", "um\ndois\r\ntrês\rquatro"), ("U+2028 and U+2029", "um\u{2028}dois\u{2029}três"),
    ("U+0085", "um\u{85}dois"), ("a zero byte", "um\0dois"),
    ("controls", "\u{1}\u{8}\u{1B}[2J\u{7F}"),
    ("writing from right to left", "abc\u{202E}fed\u{2066}x\u{2069}\u{200F}"),
    ("template marks", "{{constructor}} {% raw %} {# x #} ${x} #{x} [[x]]"),
    ("a tag manager's variable", "{{Page URL}}"), ("PHP", "<?php phpinfo(); ?> <?= 1 ?> <% 2 %>"),
    ("a shortcode", "[gallery ids=\"1\"]"), ("entities", "&lt;&quot;&#39;&amp;&amp;lt;"),
    ("an attribute", "\" onload=\"alert(1)"), ("an address", "javascript:alert(1)"),
    ("emoji", "👩‍👩‍👧‍👦 🇧🇷 e\u{301}"), ("beyond the first plane", "𝒳\u{10FFFF}\u{E000}"),
    ("a byte order mark", "\u{FEFF}oi\u{FFFE}"), ("a closed comment", "*/ alert(1) /*"),
    ("a marker", "deskctl-livechat-000000000000"),
    ("10,000 characters", String(repeating: "ção</", count: 2000)),
    ("JSON", "\\u0022});alert(1)//"), ("a link", "https://exemplo.com.br/?a=1&b=\"><b>"),
  ]
}

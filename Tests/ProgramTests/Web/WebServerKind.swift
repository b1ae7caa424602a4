import DeskTestSupport
import Foundation
import Testing

extension WebServer {
  /// A web server by where its programs lie, with what its sample leaves to the rest of its
  /// configuration.
  enum Kind {
    case lighttpd(String)
    case apache(String)
    case nginx(String, fcgiwrap: String)

    private var sample: String {
      switch self {
      case .lighttpd: "lighttpd.conf"
      case .apache: "apache.conf"
      case .nginx: "nginx-fcgiwrap.conf"
      }
    }

    /// Writes the configuration into a folder that holds the site, chat.cgi and the program, and
    /// answers what is to be started there.
    func configured(in root: String, port: UInt16) throws -> [[String]] {
      let folder = "/usr/local/lib/deskctl"
      var sample = try String(
        contentsOfFile: "\(ProjectFile.root)/Samples/web/\(sample)", encoding: .utf8)
      let file = root + "/server.conf"
      switch self {
      case .lighttpd(let program):
        let port = "server.port = \(port)"
        try #require(sample.contains("server.port = 8080"))
        sample = sample.replacingOccurrences(of: "server.port = 8080", with: port)
        try write(sample, file)
        return [[program, "-D", "-f", file]]
      case .apache(let program):
        try #require(sample.contains(folder))
        sample = sample.replacingOccurrences(of: folder, with: root + "/Samples/web")
          .replacingOccurrences(of: "SetEnv PATH /usr/local/bin", with: "SetEnv PATH \(root)/bin")
        try write(apache(root, port) + sample, file)
        return [[program, "-D", "FOREGROUND", "-f", file]]
      case .nginx(let program, let fcgiwrap):
        let socket = "unix:\(root)/fcgiwrap.socket"
        try #require(sample.contains(folder))
        try #require(sample.contains("unix:/run/fcgiwrap.socket"))
        sample = sample.replacingOccurrences(of: folder, with: root + "/Samples/web")
          .replacingOccurrences(of: "unix:/run/fcgiwrap.socket", with: socket)
        try write(nginx(root, port, sample), file)
        return [[fcgiwrap, "-s", socket], [program, "-c", file]]
      }
    }

    private func write(_ text: String, _ file: String) throws {
      try text.write(toFile: file, atomically: false, encoding: .utf8)
    }

    private func apache(_ root: String, _ port: UInt16) -> String {
      let modules = ["mpm_event", "authz_core", "alias", "env", "cgid", "dir"].map {
        "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so\n"
      }
      return modules.joined() + """
        ServerName localhost
        Listen 127.0.0.1:\(port)
        PidFile \(root)/apache.pid
        ErrorLog \(root)/apache.log
        ScriptSock \(root)/cgid.socket
        DocumentRoot \(root)/.build/site
        DirectoryIndex index.html
        SetEnv DESKCTL_CONFIG \(root)/config
        SetEnv DESKCTL_DATA \(root)/data

        """
    }

    private func nginx(_ root: String, _ port: UInt16, _ sample: String) -> String {
      let temporary = ["client_body", "fastcgi", "proxy", "scgi", "uwsgi"].map {
        "\($0)_temp_path \(root)/\($0);"
      }
      let parameters = "include /etc/nginx/fastcgi_params"
      return """
        daemon off;
        \(getuid() == 0 ? "user root;" : "")
        pid \(root)/nginx.pid;
        error_log \(root)/nginx.log;
        events {}
        http {
          access_log off;
          \(temporary.joined(separator: "\n  "))
          server {
            listen 127.0.0.1:\(port);
            root \(root)/.build/site;
            \(sample.replacingOccurrences(of: "include fastcgi_params", with: parameters))
          }
        }

        """
    }
  }
}

// HTTP/1.1 (RFC 9112) as far as a browser of this machine needs it to read files: a request of GET or HEAD without a
// body, one to a connection.
#include "base/web_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <fmt/format.h>

#include <cstdint>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace cafe {

namespace {

constexpr Phrase<> no_port{"impossible d'ouvrir un port sur 127.0.0.1", "no port can be opened on 127.0.0.1"};

// An open socket, closed with it.
class Socket {
public:
    explicit Socket(int number) : number_(number) {}
    Socket(Socket&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    Socket& operator=(Socket&&) = delete;
    ~Socket() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

sockaddr_in this_machine() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

sockaddr* plain(sockaddr_in& address) {
    return reinterpret_cast<sockaddr*>(&address);  // NOLINT: how sockets are asked
}

// The port that the system drew; 0 where it did not.
int listen_on(const Socket& socket) {
    sockaddr_in address = this_machine();
    socklen_t size = sizeof address;
    constexpr int waiting = 32;
    if (socket.number() < 0 || ::bind(socket.number(), plain(address), size) != 0 ||
        ::listen(socket.number(), waiting) != 0 || ::getsockname(socket.number(), plain(address), &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

// The lines up to the blank one; empty where they do not come, or are longer than any that a browser sends.
std::string head_of_request(const Socket& connection) {
    constexpr std::size_t longest = 16384;
    timeval patience{5, 0};
    ::setsockopt(connection.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(connection.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    std::string head;
    char part[2048];
    while (head.size() < longest) {
        const ssize_t got = ::recv(connection.number(), part, sizeof part, 0);
        if (got <= 0) return {};
        head.append(part, static_cast<std::size_t>(got));
        if (const std::size_t end = head.find("\r\n\r\n"); end != std::string::npos) return head.substr(0, end);
    }
    return {};
}

void send_all(const Socket& connection, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(connection.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

struct Request {
    std::string method;
    std::string path;
    std::string host;
};

// Percent signs resolved, without what is asked behind a question mark; nothing where a percent sign says nothing.
std::optional<std::string> path_of(std::string_view target) {
    target = target.substr(0, target.find('?'));
    std::string path;
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (target[i] != '%') {
            path.push_back(target[i]);
            continue;
        }
        if (i + 2 >= target.size()) return std::nullopt;
        const int high = ascii::hex_value(target[i + 1]);
        const int low = ascii::hex_value(target[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        path.push_back(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return path;
}

// Nothing for what is no request, or has two hosts (RFC 9112 §3.2).
std::optional<Request> request_of(std::string_view head) {
    const std::vector<std::string_view> lines = text::split(head, '\n');
    const std::vector<std::string_view> words = text::split(text::trim(lines.front()), ' ');
    if (words.size() != 3 || !words[2].starts_with("HTTP/1.") || !words[1].starts_with('/')) return std::nullopt;
    auto path = path_of(words[1]);
    if (!path) return std::nullopt;
    Request request{std::string(words[0]), std::move(*path), {}};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t colon = lines[i].find(':');
        if (colon == std::string_view::npos || ascii::lower(lines[i].substr(0, colon)) != "host") continue;
        if (!request.host.empty()) return std::nullopt;
        request.host = ascii::lower(text::trim(lines[i].substr(colon + 1)));
    }
    return request;
}

class Answers {
public:
    Answers(const WebFiles& files, int port) : files_(files), port_(port) {}

    std::string to(std::string_view head) {
        const auto request = request_of(head);
        if (!request) return reply("400 Bad Request", {}, true);
        if (!is_here(request->host)) return reply("421 Misdirected Request", {}, true);
        const bool whole = request->method == "GET";
        if (!whole && request->method != "HEAD")
            return reply("405 Method Not Allowed", {}, true, "Allow: GET, HEAD\r\n");
        const std::lock_guard<std::mutex> held(one_at_a_time_);
        if (const auto file = files_.at(request->path)) return reply("200 OK", *file, whole);
        return reply("404 Not Found", files_.shown_otherwise().value_or(WebFile{}), whole);
    }

private:
    [[nodiscard]] bool is_here(const std::string& host) const {
        return host == fmt::format("127.0.0.1:{}", port_) || host == fmt::format("localhost:{}", port_);
    }

    static std::string reply(std::string_view status, const WebFile& file, bool whole, std::string_view more = "") {
        std::string out = fmt::format("HTTP/1.1 {}\r\nContent-Length: {}\r\n", status, file.bytes.size());
        if (!file.type.empty()) out += "Content-Type: " + file.type + "\r\n";
        out +=
            "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
            "Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n";
        (out += more) += "\r\n";
        return whole ? out + file.bytes : out;
    }

    const WebFiles& files_;
    int port_;
    std::mutex one_at_a_time_;
};

}  // namespace

Result<Done> serve_on_this_machine(const WebFiles& files, const std::function<void(int port)>& ready) {
    const Socket listening(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int port = listen_on(listening);
    if (port == 0) return Error{ErrorKind::environment, no_port(), {}};
    Answers answers(files, port);
    ready(port);
    // A browser opens connections ahead and says nothing on them: none waits for another.
    for (;;) {
        const int accepted = ::accept4(listening.number(), nullptr, nullptr, SOCK_CLOEXEC);
        if (accepted < 0) continue;
        std::thread([&answers, connection = Socket(accepted)] {
            const std::string head = head_of_request(connection);
            if (!head.empty()) send_all(connection, answers.to(head));
        }).detach();
    }
}

}  // namespace cafe

#include "base/web_server.hpp"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <string>
#include <thread>

using namespace cafe;

namespace {

const WebFiles files{[](const std::string& path) -> std::optional<WebFile> {
                         if (path == "/") return WebFile{"text/html; charset=utf-8", "<p>home</p>"};
                         if (path == "/é.html") return WebFile{"text/html; charset=utf-8", "accent"};
                         return std::nullopt;
                     },
                     [] {
                         return std::optional<WebFile>(WebFile{"text/html; charset=utf-8", "nothing here"});
                     }};

// It serves until the process ends.
int port_of_server() {
    static const int port = [] {
        std::promise<int> told;
        std::thread([&told] {
            static_cast<void>(serve_on_this_machine(files, [&](int here) { told.set_value(here); }));
        }).detach();
        return told.get_future().get();
    }();
    return port;
}

// What comes back to bytes that are sent as they are; HERE stands for the address of the server.
std::string asked(std::string request) {
    const int port = port_of_server();
    if (const std::size_t at = request.find("HERE"); at != std::string::npos)
        request.replace(at, 4, "127.0.0.1:" + std::to_string(port));
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::send(connection, request.data(), request.size(), 0) == static_cast<ssize_t>(request.size()));
    std::string answer;
    char part[1024];
    for (ssize_t got = 0; (got = ::recv(connection, part, sizeof part, 0)) > 0;)
        answer.append(part, static_cast<std::size_t>(got));
    ::close(connection);
    return answer;
}

std::string status_of(const std::string& request) {
    const std::string answer = asked(request);
    return answer.substr(0, answer.find('\r'));
}

}  // namespace

TEST_CASE("A file is sent whole to who asks this machine, and its size alone to HEAD") {
    const std::string got = asked("GET / HTTP/1.1\r\nHost: HERE\r\n\r\n");
    CHECK(got.starts_with("HTTP/1.1 200 OK\r\nContent-Length: 11\r\nContent-Type: text/html; charset=utf-8\r\n"));
    CHECK(got.find("Cache-Control: no-store\r\n") != std::string::npos);
    CHECK(got.ends_with("\r\n\r\n<p>home</p>"));
    const std::string head = asked("HEAD /?x=1 HTTP/1.1\r\nhost:HERE\r\n\r\n");
    CHECK(head.starts_with("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n"));
    CHECK(head.ends_with("\r\n\r\n"));
    CHECK(asked("GET /%C3%A9.html HTTP/1.1\r\nHost: HERE\r\n\r\n").ends_with("accent"));
}

TEST_CASE("Whoever asks by another name, in another way or for what is not there gets nothing of it") {
    CHECK(status_of("GET / HTTP/1.1\r\nHost: cafe.example.org\r\n\r\n") == "HTTP/1.1 421 Misdirected Request");
    CHECK(status_of("GET / HTTP/1.1\r\n\r\n") == "HTTP/1.1 421 Misdirected Request");
    CHECK(status_of("GET / HTTP/1.1\r\nHost: HERE\r\nHost: a.org\r\n\r\n") == "HTTP/1.1 400 Bad Request");
    CHECK(status_of("POST / HTTP/1.1\r\nHost: HERE\r\n\r\n") == "HTTP/1.1 405 Method Not Allowed");
    for (const char* path : {"/../etc/passwd", "/..%2f..%2fetc/passwd", "/index.html%00", "//"})
        CHECK(status_of(std::string("GET ") + path + " HTTP/1.1\r\nHost: HERE\r\n\r\n") == "HTTP/1.1 404 Not Found");
    for (const char* wrong :
         {"GET /%zz HTTP/1.1", "GET http://a.org/ HTTP/1.1", "GET /", "nonsense", "GET  / HTTP/1.1"})
        CHECK(status_of(std::string(wrong) + "\r\nHost: HERE\r\n\r\n") == "HTTP/1.1 400 Bad Request");
    CHECK(asked("GET /nowhere HTTP/1.1\r\nHost: HERE\r\n\r\n").ends_with("nothing here"));
}

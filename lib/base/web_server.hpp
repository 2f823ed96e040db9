// A web server for who sits at this machine: it answers nobody else.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace cafe {

struct WebFile {
    std::string type;  ///< "text/html; charset=utf-8"
    std::string bytes;
};

/// What is found at a path ("/", "/themes/index.html", percent signs resolved); `shown_otherwise` where nothing is. Both
/// are called by several threads, one at a time.
struct WebFiles {
    std::function<std::optional<WebFile>(const std::string& path)> at;
    std::function<std::optional<WebFile>()> shown_otherwise;
};

/// Listens on 127.0.0.1 at a port that the system draws, tells it to `ready`, and answers GET and HEAD until the process
/// ends. A request whose Host is another one (a page elsewhere that had a name of its own lead here) is refused with 421,
/// another method with 405. Nothing may be kept by whoever asks. An Error of kind environment where nothing can be
/// listened on.
Result<Done> serve_on_this_machine(const WebFiles& files, const std::function<void(int port)>& ready);

}  // namespace cafe

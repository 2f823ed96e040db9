#include "browser_pdf.hpp"

#include <unistd.h>

#include <array>
#include <vector>

#include "base/text.hpp"
#include "base/url.hpp"
#include "base/utf8.hpp"
#include "store/whole_file.hpp"

namespace cafe::cmd {

namespace {

// One engine under its names on Debian, Ubuntu, Fedora and Windows (WSL).
constexpr std::array<std::string_view, 7> browsers{
    "chromium",       "chromium-browser",      "google-chrome",          "google-chrome-stable",
    "microsoft-edge", "microsoft-edge-stable", "chromium-headless-shell"};

constexpr Phrase<> no_browser{"aucun navigateur ici ne sait faire un PDF (Chromium, Chrome ou Edge)",
                              "no browser here can make a PDF (Chromium, Chrome or Edge)"};
constexpr Phrase<std::string> print_it{"ouvrir {} dans un navigateur et l'imprimer en PDF, ou installer chromium",
                                       "open {} in a browser and print it to a PDF, or install chromium"};
constexpr Phrase<std::string> failed{"{} n'a pas fait le PDF", "{} did not make the PDF"};

std::string address_of(const std::string& file) {
    std::string address = "file://";
    for (const std::string_view part : text::split(file, '/'))
        if (!part.empty()) address += "/" + url_encoded(part);
    return address;
}

// A page of ours runs nothing and asks for nothing. As root the browser starts without its own fence or not at all.
std::vector<std::string> command(std::string_view browser, const std::string& html, const std::string& pdf) {
    std::vector<std::string> words{std::string(browser),
                                   "--headless",
                                   "--disable-gpu",
                                   "--no-first-run",
                                   "--disable-extensions",
                                   "--disable-background-networking",
                                   "--no-pdf-header-footer",
                                   "--print-to-pdf-no-header",
                                   "--generate-pdf-document-outline",
                                   "--export-tagged-pdf",
                                   "--print-to-pdf=" + pdf,
                                   address_of(html)};
    if (geteuid() == 0) words.insert(words.begin() + 1, "--no-sandbox");
    return words;
}

}  // namespace

Result<Done> print_pdf(World& world, const std::string& html, const std::string& pdf) {
    const std::string made = store::temporary_for(pdf);
    for (const std::string_view browser : browsers) {
        const auto finished = world.process.run(command(browser, html, made), "", "");
        if (!finished || finished->code == 127) continue;
        const auto info = world.disk.info(made);
        if (finished->code == 0 && info && *info) return world.disk.rename(made, pdf, Existing::replace);
        static_cast<void>(world.disk.remove(made));
        return Error{ErrorKind::environment, failed(std::string(browser)), print_it(utf8::printable(html))};
    }
    return Error{ErrorKind::environment, no_browser(), print_it(utf8::printable(html))};
}

}  // namespace cafe::cmd

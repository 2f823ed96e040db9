#include "publish_serve.hpp"

#include <chrono>
#include <map>
#include <memory>

#include "base/hash.hpp"
#include "base/web_server.hpp"
#include "facts/withhold.hpp"
#include "notebook.hpp"
#include "publication.hpp"
#include "site/site.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> not_with{"--serve montre l'édition publique sur cette machine : {} est de trop",
                                       "--serve shows the public edition on this machine: {} is too much"};
constexpr Phrase<> public_only{"--serve ne montre que l'édition publique", "--serve shows the public edition alone"};
constexpr Phrase<> to_stop{"Ctrl-C pour arrêter ; les changements du carnet se voient en rechargeant la page",
                           "Ctrl-C to stop; changes of the notebook are seen when the page is loaded again"};
constexpr Phrase<Words> made_anew{"le carnet a changé : {}", "the notebook changed: {}"};
constexpr Noun partner_noun{"partenaire", "partenaires", "partner", "partners"};

std::optional<Error> refused(const Arguments& arguments) {
    for (const std::string_view option :
         {"-o", "--format", "--booklet", "--one-file", "--poster", "--paper", "--pdf", "--dry-run"})
        if (arguments.has(option)) return Error{ErrorKind::usage, not_with(std::string(option)), {}};
    if (arguments.value("--audience") == "partners") return Error{ErrorKind::usage, public_only(), {}};
    if (arguments.words.empty()) return std::nullopt;
    return Error{ErrorKind::usage, not_with("« " + arguments.words.front() + " »"), {}};
}

std::string type_of(std::string_view path) {
    static const std::map<std::string_view, std::string, std::less<>> types{
        {"html", "text/html; charset=utf-8"},     {"css", "text/css; charset=utf-8"},
        {"js", "text/javascript; charset=utf-8"}, {"vcf", "text/vcard; charset=utf-8"},
        {"ics", "text/calendar; charset=utf-8"},  {"xml", "application/xml; charset=utf-8"}};
    const auto known = types.find(path.substr(path.rfind('.') + 1));
    return known == types.end() ? "application/octet-stream" : known->second;
}

// An edition in memory; a page is rendered when somebody asks for it.
class Shown {
public:
    Shown(const World& world, store::Book book, render::HtmlFrame frame, std::vector<facts::ReleasedNeeds> needs)
        : catalog_(facts::for_reader(std::move(book), {facts::Reader::everyone, false}).book),
          site_({catalog_, facts::Reader::everyone, today(world),
                 catalog_.settings().language == "en" ? Lang::en : Lang::fr},
                site::Format::html, std::move(frame), std::move(needs), &catalog_) {
        const auto keep = [&](const site::File& file) {
            files_.emplace(file.path, file);
            return Result<Done>(Done{});
        };
        static_cast<void>(site_.each(
            keep, [](const site::File&) { return false; }, world.threads));
    }

    [[nodiscard]] std::optional<WebFile> at(std::string path) const {
        if (path.ends_with('/')) path += "index.html";
        const auto found = files_.find(path.substr(std::min<std::size_t>(1, path.size())));
        if (found == files_.end()) return std::nullopt;
        return WebFile{type_of(found->first), found->second.bytes()};
    }
    [[nodiscard]] std::size_t partners() const { return site_.directory().listings.size(); }

private:
    const store::Catalog catalog_;
    const site::Site site_;
    std::map<std::string, site::File, std::less<>> files_;
};

// What tells that nothing of a notebook changed: names, sizes and times of all in it but git's.
std::string trace_of(Disk& disk, const std::string& folder) {
    std::string trace;
    const auto entries = disk.list(folder);
    if (!entries) return trace;
    for (const FolderEntry& entry : *entries) {
        if (entry.name.starts_with('.')) continue;
        const std::string path = path::join(folder, entry.name);
        if (entry.kind == FileKind::folder)
            trace += trace_of(disk, path);
        else if (const auto info = disk.info(path); info && *info)
            trace += path + ' ' + std::to_string((*info)->size) + ' ' + std::to_string((*info)->modified) + '\n';
    }
    return trace;
}

class Server {
public:
    Server(World& world, bool partial) : world_(world), partial_(partial) {}

    // Whether there is an edition; the last one stays where the notebook cannot be read.
    Result<bool> renew() {
        auto book = open_book(world_);
        if (!book) return book.error();
        root_ = book->root;
        trace_ = fingerprint(trace_of(world_.disk, root_));
        if (holds_back(world_, *book, partial_)) return shown_ != nullptr;
        auto frame = frame_of(world_, root_);
        if (!frame) return frame.error();
        shown_ =
            std::make_unique<Shown>(world_, std::move(*book), std::move(*frame),
                                    facts::release_needs(store::needs_in(world_.disk, root_), facts::Reader::everyone));
        return true;
    }

    std::optional<WebFile> at(const std::string& path) {
        // A page asks for its files at once: they are of the same edition.
        if (!path.starts_with("/assets/")) look();
        return shown_->at(path);
    }

    [[nodiscard]] Words count_shown() const { return count(shown_->partners(), partner_noun); }

private:
    void look() {
        if (fingerprint(trace_of(world_.disk, root_)) == trace_) return;
        const auto renewed = renew();
        if (renewed && *renewed) world_.say(made_anew(count_shown()));
    }

    World& world_;
    bool partial_;
    std::string root_;
    std::string trace_;
    std::unique_ptr<Shown> shown_;
};

}  // namespace

Result<int> publish_serve(World& world, const Arguments& arguments) {
    if (auto wrong = refused(arguments)) return *wrong;
    Server server(world, arguments.has("--partial"));
    const auto first = server.renew();
    if (!first) return first.error();
    if (!*first) return 1;
    const WebFiles files{[&](const std::string& path) { return server.at(path); },
                         [&] { return server.at("/404.html"); }};
    const auto served = serve_on_this_machine(files, [&](int port) {
        world.say(server.count_shown());
        world.say(to_stop());
        world.out << "http://127.0.0.1:" << port << "/\n" << std::flush;
    });
    if (!served) return served.error();
    return 0;
}

}  // namespace cafe::cmd

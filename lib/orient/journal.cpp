#include "orient/journal.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/reference.hpp"
#include "model/values.hpp"
#include "yaml/parse.hpp"
#include "yaml/scalar.hpp"

namespace cafe::orient {

namespace {

using yaml::Kind;
using yaml::Node;

constexpr std::array events{
    EventName{Is::asked, "asked", {"demandé", "asked"}, false},
    EventName{Is::seen, "seen", {"reçu", "received"}, false},
    EventName{Is::waiting, "waiting", {"sur liste d'attente", "on a waiting list"}, false},
    EventName{Is::proposed, "proposed", {"rendez-vous ou place proposé", "appointment or place offered"}, false},
    EventName{Is::refused, "refused", {"refusé", "refused"}, true},
    EventName{Is::withdrawn, "withdrawn", {"retiré", "withdrawn"}, true},
    EventName{Is::started, "started", {"commencé", "started"}, false},
};

constexpr std::string_view head =
    "# Privé : à vous seul, jamais dans git ni dans une sauvegarde partagée. Aucun nom ici.\n"
    "# Private: yours alone, never in git nor in a shared backup. No name in here.\n";

// ---- Reading
// ---------------------------------------------------------------------------------------------------------

constexpr Phrase<std::string, int, Words> at_line{"{0}, ligne {1} : {2}", "{0}, line {1}: {2}"};
constexpr Phrase<std::string> unknown_key{"un journal d'orientations n'a pas de clé « {} »",
                                          "a journal of orientations has no key '{}'"};
constexpr Phrase<std::string> wrong_value{"« {} » ne dit pas ce qu'il faut", "'{}' does not say what it must"};
constexpr Phrase<std::string> missing{"il manque « {} »", "'{}' is missing"};
constexpr Phrase<std::string> twice{"la référence {} y est deux fois", "reference {} stands there twice"};
constexpr Phrase<> mend_it{"enlever ou corriger cette ligne dans le fichier ; cafe n'y écrit rien tant qu'elle y est",
                           "remove or correct this line in the file; cafe writes nothing to it while it is there"};

// What is wrong first stops the reading: the rest is not looked at.
class Reader {
public:
    Reader(std::string_view text, const std::string& file) : index_(text), file_(file) {}

    Result<Journal> read(const Node& root) {
        Journal journal;
        const bool ok = each_key(root, {"orientations", "counters"}, [&](const yaml::Entry& entry) {
            if (entry.key.text == "orientations") return read_orientations(entry.value, journal);
            return read_counters(entry.value, journal);
        });
        if (!ok) return *error_;
        return journal;
    }

private:
    bool fail(Span span, Words what) {
        if (!error_)
            error_ = Error{ErrorKind::environment, at_line(utf8::printable(file_), index_.line_of(span.begin), what),
                           mend_it()};
        return false;
    }

    template <class Take>
    bool each_key(const Node& mapping, std::initializer_list<std::string_view> known, Take take) {
        if (mapping.kind != Kind::mapping) return fail(mapping.span, wrong_value(shown(mapping)));
        for (const yaml::Entry& entry : mapping.entries) {
            if (std::find(known.begin(), known.end(), entry.key.text) == known.end())
                return fail(entry.key.span, unknown_key(utf8::printable(entry.key.text)));
            if (!take(entry)) return false;
        }
        return true;
    }

    static std::string shown(const Node& node) {
        return utf8::printable(node.kind == Kind::scalar ? node.text : std::string("…"));
    }
    bool wrong(const Node& node) { return fail(node.span, wrong_value(shown(node))); }

    bool read_day(const Node& node, std::optional<Date>& day) {
        day = Date::parse(node.text);
        return (node.kind == Kind::scalar && day) || wrong(node);
    }

    bool read_id(const Node& node, std::string& id) {
        const std::size_t slash = node.text.find('/');
        const bool fits = node.kind == Kind::scalar && model::is_id(node.text.substr(0, slash)) &&
                          (slash == std::string::npos || model::is_id(node.text.substr(slash + 1)));
        id = node.text;
        return fits || wrong(node);
    }

    // An area by its code, never narrower than an EPCI.
    bool read_area(const Node& node, std::string& area) {
        area = node.text;
        return is_wide_area(node.text) || wrong(node);
    }
    static bool is_wide_area(const std::string& code) {
        for (const std::string_view kind : {"epci:", "dep:", "reg:"})
            if (code.starts_with(kind))
                return code.size() > kind.size() &&
                       std::all_of(code.begin() + static_cast<std::ptrdiff_t>(kind.size()), code.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || c == 'A' || c == 'B'; });
        return code == "france";
    }

    bool read_event(const Node& node, Orientation& orientation) {
        Event event;
        std::optional<Date> on;
        std::optional<Is> is;
        const bool ok = each_key(node, {"on", "is", "why", "to"}, [&](const yaml::Entry& entry) {
            const Node& value = entry.value;
            if (entry.key.text == "on") return read_day(value, on);
            if (entry.key.text == "to") return read_id(value, event.to);
            if (entry.key.text == "is") return (is = event_called(value.text)).has_value() || wrong(value);
            event.why = value.text;
            return reason_called(value.text) != nullptr || wrong(value);
        });
        if (!ok) return false;
        if (!on || !is) return fail(node.span, missing(on ? "is" : "on"));
        if (name_of(*is).needs_why != !event.why.empty())
            return fail(node.span, event.why.empty() ? missing("why") : unknown_key("why"));
        event.on = *on;
        event.is = *is;
        orientation.events.push_back(std::move(event));
        return true;
    }

    bool read_orientation(const Node& node, Journal& journal) {
        Orientation orientation;
        std::optional<Date> asked;
        const bool ok =
            each_key(node, {"ref", "to", "theme", "area", "asked", "events"}, [&](const yaml::Entry& entry) {
                const Node& value = entry.value;
                const std::string& key = entry.key.text;
                if (key == "asked") return read_day(value, asked);
                if (key == "to") return read_id(value, orientation.to);
                if (key == "theme") return read_id(value, orientation.theme);
                if (key == "area") return read_area(value, orientation.area);
                if (key == "ref") {
                    orientation.ref = value.text;
                    return model::read_reference(value.text) == value.text || wrong(value);
                }
                if (value.kind != Kind::sequence) return wrong(value);
                return std::all_of(value.items.begin(), value.items.end(),
                                   [&](const Node& item) { return read_event(item, orientation); });
            });
        if (!ok) return false;
        for (const auto& [key, given] : {std::pair{"ref", !orientation.ref.empty()},
                                         std::pair{"to", !orientation.to.empty()}, std::pair{"asked", !!asked}})
            if (!given) return fail(node.span, missing(key));
        if (!refs_.insert(orientation.ref).second) return fail(node.span, twice(orientation.ref));
        orientation.asked = *asked;
        journal.orientations.push_back(std::move(orientation));
        return true;
    }

    bool read_orientations(const Node& node, Journal& journal) {
        if (node.kind == Kind::empty) return true;
        if (node.kind != Kind::sequence) return wrong(node);
        return std::all_of(node.items.begin(), node.items.end(),
                           [&](const Node& item) { return read_orientation(item, journal); });
    }

    bool read_number(const Node& node, int& number) {
        const auto read = model::to_whole_number(node.text);
        number = read.value_or(0);
        return (node.kind == Kind::scalar && read && *read >= 0) || wrong(node);
    }

    bool read_counts(const Node& node, Counts& counts) {
        return each_key(node, {"asked", "themes", "areas", "reasons", "delays"}, [&](const yaml::Entry& entry) {
            if (entry.key.text == "asked") return read_number(entry.value, counts.asked);
            if (entry.value.kind != Kind::mapping) return wrong(entry.value);
            Counts::Table& table = counts.tables[entry.key.text];
            return std::all_of(entry.value.entries.begin(), entry.value.entries.end(),
                               [&](const yaml::Entry& cell) { return read_number(cell.value, table[cell.key.text]); });
        });
    }

    bool read_counters(const Node& node, Journal& journal) {
        if (node.kind != Kind::mapping) return wrong(node);
        return std::all_of(node.entries.begin(), node.entries.end(), [&](const yaml::Entry& entry) {
            if (!model::is_quarter(entry.key.text))
                return fail(entry.key.span, unknown_key(utf8::printable(entry.key.text)));
            return read_counts(entry.value, journal.counters[entry.key.text]);
        });
    }

    LineIndex index_;
    const std::string& file_;
    std::set<std::string> refs_;
    std::optional<Error> error_;
};

std::string word(std::string_view text) {
    return yaml::write_text(text, yaml::Context::flow);
}

std::string event_line(const Event& event) {
    std::string line = "      - {on: " + event.on.iso() + ", is: " + std::string(name_of(event.is).key);
    if (!event.why.empty()) line += ", why: " + word(event.why);
    if (!event.to.empty()) line += ", to: " + word(event.to);
    return line + "}\n";
}

}  // namespace

std::pair<std::string, std::string> parts_of(const std::string& to) {
    const std::size_t slash = to.find('/');
    return {to.substr(0, slash), slash == std::string::npos ? std::string() : to.substr(slash + 1)};
}

std::span<const EventName> event_names() {
    return events;
}

const EventName& name_of(Is is) {
    return events.at(static_cast<std::size_t>(is));
}

std::optional<Is> event_called(std::string_view key) {
    for (const EventName& name : events)
        if (name.key == key) return name.is;
    return std::nullopt;
}

std::vector<std::string_view> keys_to_note() {
    std::vector<std::string_view> keys;
    for (const EventName& name : events)
        if (name.is != Is::asked) keys.push_back(name.key);
    return keys;
}

std::vector<std::string_view> reason_keys() {
    std::vector<std::string_view> keys;
    for (const model::Choice& reason : model::reasons()) keys.push_back(reason.value);
    return keys;
}

const model::Choice* reason_called(std::string_view key) {
    for (const model::Choice& reason : model::reasons())
        if (reason.value == key) return &reason;
    return nullptr;
}

Result<Journal> read_journal(std::string_view text, const std::string& file) {
    const yaml::Parsed parsed = yaml::parse(text, file);
    if (!parsed.root) {
        for (const Diagnostic& finding : parsed.findings)
            if (finding.rule->severity == Severity::error)
                return Error{ErrorKind::environment,
                             at_line(utf8::printable(file), finding.place.line, finding.message), mend_it()};
        return Error{ErrorKind::environment, at_line(utf8::printable(file), 1, wrong_value("…")), mend_it()};
    }
    return Reader(text, file).read(*parsed.root);
}

std::string write_journal(const Journal& journal) {
    std::string out(head);
    if (!journal.orientations.empty()) out += "orientations:\n";
    for (const Orientation& one : journal.orientations) {
        out += "  - ref: " + one.ref + "\n    to: " + word(one.to) + "\n";
        if (!one.theme.empty()) out += "    theme: " + word(one.theme) + "\n";
        if (!one.area.empty()) out += "    area: " + word(one.area) + "\n";
        out += "    asked: " + one.asked.iso() + "\n";
        if (!one.events.empty()) out += "    events:\n";
        for (const Event& event : one.events) out += event_line(event);
    }
    if (!journal.counters.empty()) out += "counters:\n";
    for (const auto& [quarter, counts] : journal.counters) {
        out += "  " + quarter + ":\n    asked: " + std::to_string(counts.asked) + "\n";
        for (const auto& [name, table] : counts.tables) {
            if (table.empty()) continue;
            out += "    " + name + ":\n";
            for (const auto& [key, number] : table)
                out += "      " + yaml::write_text(key, yaml::Context::key) + ": " + std::to_string(number) + "\n";
        }
    }
    return out;
}

}  // namespace cafe::orient

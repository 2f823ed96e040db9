#include "query/terms.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "base/fold.hpp"
#include "query/little.hpp"
#include "query/phrase_book.hpp"
#include "query/situation.hpp"
#include "query/spellings.hpp"
#include "query/stem.hpp"
#include "query/texts.hpp"

namespace cafe::query {

namespace {

class Terms {
public:
    explicit Terms(const store::TakeTerm& take) : take_(take) {}

    void say(Term term, std::string_view says) const { take_(written(term, says)); }
    void say(Term term, const std::vector<std::string>& all) const {
        for (const std::string& says : all) say(term, says);
    }
    void name(std::string_view name) {
        std::string initials;
        for (const fold::Word& word : fold::words(name)) {
            say(Term::name, word.folded);
            if (!is_little(word.folded)) initials.push_back(word.folded.front());
        }
        if (!initials.empty()) say(Term::initials, initials);
        longest_ = std::max(longest_, fold::cuts(name).size());
        for (const std::string& beginning : beginnings_of(name)) say(Term::beginning, beginning);
        for (const Token& token : spellings_.tokens_of(name))
            if (may_be_meant(token)) say(Term::single, token.folded);
    }
    void longest_name() const { say(Term::longest, std::to_string(longest_)); }
    void situations(const model::Partner& partner) {
        std::map<std::string, std::size_t> with;
        std::size_t count = 0;
        for (const model::Service& service : partner.services)
            for (const std::string& situation : service.situations) {
                const auto roots = telling_roots(spellings_.tokens_of(situation));
                for (const std::string& root : roots) ++with[root];
                count += roots.empty() ? 0 : 1;
            }
        if (count > 0) say(Term::situations, std::to_string(count));
        for (const auto& [root, times] : with) say(Term::root, root + '\0' + std::to_string(times));
    }
    void text(const Text& text) const {
        for (const fold::Word& word : fold::words(text.text)) {
            say(Term::word, word.folded);
            if (text.says_need && text.service) say(Term::need, stem::light(word.folded));
        }
    }

private:
    const store::TakeTerm& take_;
    Spellings spellings_;
    std::size_t longest_ = 0;
};

}  // namespace

std::string written(Term term, std::string_view says) {
    std::string bytes(1, static_cast<char>(term));
    return bytes += says;
}

void terms_of(const model::Partner& partner, const store::TakeTerm& take) {
    Terms terms(take);
    terms.name(partner.name);
    terms.name(partner.short_name);
    for (const std::string& alias : partner.aliases) terms.name(alias);
    terms.longest_name();
    terms.situations(partner);
    terms.say(Term::kind, partner.kind);
    terms.say(Term::theme, partner.themes);
    terms.say(Term::people, partner.publics);
    if (partner.publics.empty()) terms.say(Term::people, "");
    terms.say(Term::area, partner.territory);
    for (const model::Service& service : partner.services) {
        terms.say(Term::theme, service.themes);
        terms.say(Term::people, service.publics);
        terms.say(Term::area, service.territory);
    }
    for (const Text& text : own_texts_of(partner)) terms.text(text);
    for (const std::string_view id : people_named_by(partner)) terms.say(Term::contact, id);
}

}  // namespace cafe::query

#include "model/languages.hpp"

#include <array>

namespace cafe::model {

std::string_view language_name(std::string_view code, Lang lang) {
    struct Name {
        std::string_view code;
        std::string_view fr;
        std::string_view en;
    };
    // The languages heard at counters in France; ISO 639-1.
    static constexpr std::array<Name, 26> names{
        {{"ar", "arabe", "Arabic"},          {"bg", "bulgare", "Bulgarian"},    {"ca", "catalan", "Catalan"},
         {"de", "allemand", "German"},       {"en", "anglais", "English"},      {"es", "espagnol", "Spanish"},
         {"eu", "basque", "Basque"},         {"fa", "persan", "Persian"},       {"fr", "français", "French"},
         {"it", "italien", "Italian"},       {"ka", "géorgien", "Georgian"},    {"ku", "kurde", "Kurdish"},
         {"nl", "néerlandais", "Dutch"},     {"oc", "occitan", "Occitan"},      {"pl", "polonais", "Polish"},
         {"ps", "pachto", "Pashto"},         {"pt", "portugais", "Portuguese"}, {"ro", "roumain", "Romanian"},
         {"ru", "russe", "Russian"},         {"so", "somali", "Somali"},        {"sq", "albanais", "Albanian"},
         {"ti", "tigrigna", "Tigrinya"},     {"tr", "turc", "Turkish"},         {"uk", "ukrainien", "Ukrainian"},
         {"vi", "vietnamien", "Vietnamese"}, {"zh", "chinois", "Chinese"}}};
    for (const Name& name : names)
        if (name.code == code) return lang == Lang::fr ? name.fr : name.en;
    return code;
}

}  // namespace cafe::model

// What a notebook is for a reader: every text without what Secrets says must not be told.
#pragma once

#include <string>
#include <vector>

#include "facts/reader.hpp"
#include "store/book.hpp"

namespace cafe::facts {

/// A field in which something was kept back.
struct Withheld {
    std::string file;   ///< "partners/ccas-fumel.yaml"
    std::string field;  ///< "services.0.summary"
    bool operator==(const Withheld&) const = default;
};

struct ForReader {
    store::Book book;
    std::vector<Withheld> withheld;  ///< by file; internal fields, which leave for nobody, are not among them
};

/// The notebook with « […] » for what a reader may not be told, in whatever field it stands. A number or date that
/// tells it is taken out. A fiche's own address, SIRET, phones and mailboxes stay for `release` to keep back. With
/// `reveal`, and where no address is confidential, everything stays as it is.
/// Under `Lines::stay` phones and mailboxes in fields of their own stay too: whoever writes letters needs them, and
/// releases what the letters say.
enum class Lines { go, stay };
ForReader for_reader(store::Book book, Disclosure disclosure, Lines lines = Lines::go);

}  // namespace cafe::facts

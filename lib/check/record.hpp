// One record under the eyes of every check: what a change would be told, before it is written.
#pragma once

#include "check/areas.hpp"
#include "check/references.hpp"
#include "check/vocabulary.hpp"
#include "store/book.hpp"
#include "territory/territory.hpp"

namespace cafe::check {

/// Made once for many records: what is known of the book, the territory and the vocabulary is looked up once.
class RecordCheck {
public:
    /// All three must outlive it. The references of a record lead to the records of `book`.
    RecordCheck(const store::Book& book, const territory::Territory& territory);

    /// What reading and every check of a single record find in it, in the order of reports.
    Findings operator()(const store::Source& source);

    /// A record that a change is about to make, or to take away: what points to it is right, or wrong.
    void expect(const store::Ref& ref) { references_.expect(ref); }
    void forget(const store::Ref& ref) { references_.forget(ref); }

private:
    TermCheck terms_;
    ReferenceCheck references_;
    AreaCheck areas_;
};

}  // namespace cafe::check

// Fiches that the index keeps and nobody has read yet: a question reads those that may answer.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "model/partner.hpp"
#include "store/book.hpp"
#include "store/choice.hpp"
#include "store/kept_source.hpp"
#include "store/sketch.hpp"

namespace cafe::store {

struct Unread {
    struct Fiche {
        std::string_view id;  ///< lives as long as the shelf
        Index::Kept kept;
    };
    std::shared_ptr<const Shelf> shelf;
    std::vector<Fiche> fiches;  ///< by id
    bool any_hidden = false;    ///< the address of one of them is confidential
    /// By row of a part of the index, main before recent; `nowhere` where it is none of these.
    std::array<std::vector<std::uint32_t>, 2> positions{};
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
    /// Those whose sketch the index could not give.
    struct Spare {
        std::mutex reading;
        std::deque<model::Partner> partners;
    };
    std::unique_ptr<Spare> spare = std::make_unique<Spare>();

    /// Those with a term that begins so and that `is_meant` says yes to; all where nobody can tell.
    [[nodiscard]] Choice with_term(std::string_view beginning,
                                   const std::function<bool(std::string_view term)>& is_meant) const;

    /// What one says. False where it can be read from nowhere any more. Several threads may ask, each with its window.
    bool read(const Fiche& fiche, model::Partner& into, Index::Window& window) const;
    /// Its sketch, which lives as long as this does. False where neither it nor the fiche can be read any more.
    bool sketch(const Fiche& fiche, Sketch& into) const;
    /// Its file, to be read when somebody asks.
    [[nodiscard]] std::shared_ptr<const Source> source(const Fiche& fiche) const;
};

/// A notebook of which the index knows more than has been read.
struct Sketched {
    Book book;                             ///< everything else
    std::shared_ptr<const Unread> unread;  ///< null where nothing is left
};

/// Reads what is left: the book as `load_indexed` makes it, to read trees when they are asked for.
Book all_read(Sketched sketched);

}  // namespace cafe::store

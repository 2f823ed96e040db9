#include "facts/serves.hpp"

namespace cafe::facts {

ServedBy reach(const territory::Territory& territory, const std::vector<territory::AreaRef>& served,
               const territory::AreaRef& asked) {
    ServedBy best;
    for (const territory::AreaRef& area : served) {
        if (territory.contains(area, asked)) {
            const bool narrower = best.reach != Reach::all || territory.contains(best.by, area);
            if (narrower) best = {Reach::all, area};
        } else if (best.reach == Reach::none && territory.touches(area, asked)) {
            best = {Reach::part, area};
        }
    }
    return best;
}

}  // namespace cafe::facts

// Only facts::release makes a Released value.
#include "facts/release.hpp"
int main() {
    const cafe::facts::Released<cafe::model::Person> person("id", {}, {}, cafe::facts::Reader::everyone);
    return static_cast<int>(person.id().size());
}

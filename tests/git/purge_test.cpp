#include "git/purge.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace cafe;

TEST_CASE("nothing of what a record says is a command or a pattern in the recipe") {
    git::Purge purge;
    purge.paths = {"people/l'eau.yaml"};
    purge.ids = {"l-eau"};
    purge.instead = "personne-00000000";
    purge.name_instead = "personne effacée";
    purge.names = {"Jean $(rm -rf /) `id`", "a ==> b", "x\ny z"};
    purge.mailboxes = {"a.b+c@example.org"};
    purge.numbers = {"0639980001"};
    purge.remote = "git@x:'; rm -rf /";
    const std::string whole = text::join(git::recipe(purge), "\n");
    CHECK(whole.find("--path 'people/l'\\''eau.yaml'") != std::string::npos);
    CHECK(whole.find("git remote add origin 'git@x:'\\''; rm -rf /'") != std::string::npos);
    CHECK(whole.find("<<'FIN'") != std::string::npos);
    CHECK(whole.find("a\\.b\\+c\\@example\\.org==>") != std::string::npos);
    CHECK(whole.find("\\$\\(rm") != std::string::npos);
    CHECK(whole.find("a ==> b==>") == std::string::npos);
    CHECK(whole.find("x\ny") == std::string::npos);
}

TEST_CASE("without a shared repository nothing is pushed") {
    git::Purge purge;
    purge.paths = {"people/x.yaml"};
    const std::string whole = text::join(git::recipe(purge), "\n");
    CHECK(whole.find("push") == std::string::npos);
    CHECK(whole.find("git filter-repo --force --invert-paths --path 'people/x.yaml'") != std::string::npos);
}

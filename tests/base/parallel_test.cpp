#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <stdexcept>
#include <string>

using namespace cafe;

namespace {

constexpr std::size_t many = 1000;

}  // namespace

TEST_CASE("each thing is made once and used once, in the caller's thread") {
    for (const std::size_t threads : {1U, 2U, 7U}) {
        std::vector<std::atomic<int>> made(many);
        std::vector<int> used(many);
        const auto caller = std::this_thread::get_id();
        bool elsewhere = false;
        const Result<Done> done = make_and_use(
            many, threads,
            [&](std::size_t i) {
                ++made[i];
                return i;
            },
            [&](std::size_t i) -> Result<Done> {
                ++used[i];
                elsewhere = elsewhere || std::this_thread::get_id() != caller;
                return Done{};
            });
        CHECK(done.ok());
        CHECK_FALSE(elsewhere);
        for (std::size_t i = 0; i < many; ++i) CHECK((made[i] == 1 && used[i] == 1));
    }
    CHECK(make_and_use(
              0, 3, [](std::size_t i) { return i; }, [](std::size_t) -> Result<Done> { return Done{}; })
              .ok());
}

TEST_CASE("with one thread things come in order, each used before the next is made") {
    std::string said;
    CHECK(make_and_use(
              3, 1,
              [&](std::size_t i) {
                  said += 'a';
                  return i;
              },
              [&](std::size_t i) -> Result<Done> {
                  said += std::to_string(i);
                  return Done{};
              })
              .ok());
    CHECK(said == "a0a1a2");
}

TEST_CASE("what is made and not used never gets much, however slow the use") {
    for (const std::size_t threads : {2U, 4U}) {
        std::atomic<std::size_t> made{0};
        std::size_t used = 0;
        std::size_t most = 0;
        const auto use = [&](std::size_t) -> Result<Done> {
            if (++used % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            most = std::max(most, made - used);
            return Done{};
        };
        CHECK(make_and_use(
                  many, threads, [&](std::size_t) { return ++made; }, use)
                  .ok());
        CHECK(most <= 33 * threads);
    }
}

TEST_CASE("the first refusal ends the work and is returned") {
    for (const std::size_t threads : {1U, 2U, 7U}) {
        std::atomic<std::size_t> made{0};
        std::size_t used = 0;
        const Result<Done> done = make_and_use(
            many, threads, [&](std::size_t) { return ++made; },
            [&](std::size_t) -> Result<Done> {
                if (++used == 3) return Error{ErrorKind::environment, same("full"), {}};
                return Done{};
            });
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().message == same("full"));
        CHECK(used == 3);
        CHECK(made < many);
    }
}

TEST_CASE("what is thrown while making is thrown to the caller") {
    for (const std::size_t threads : {1U, 2U, 7U})
        CHECK_THROWS_AS(static_cast<void>(make_and_use(
                            many, threads, [](std::size_t i) { return i == 500 ? throw std::runtime_error("no") : i; },
                            [](std::size_t) -> Result<Done> { return Done{}; })),
                        std::runtime_error);
}

TEST_CASE("signals reach the caller's thread alone") {
    const auto held = [] {
        sigset_t mask;
        ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
        return ::sigismember(&mask, SIGINT) == 1 && ::sigismember(&mask, SIGTERM) == 1;
    };
    REQUIRE_FALSE(held());
    CHECK(make_and_use(
              many, 3, [&](std::size_t) { return held(); },
              [&](bool holds) -> Result<Done> {
                  CHECK(holds);
                  CHECK_FALSE(held());
                  return Done{};
              })
              .ok());
}

TEST_CASE("few things are not worth a thread each") {
    CHECK(threads_for(0, 8) == 1);
    CHECK(threads_for(63, 8) == 1);
    CHECK(threads_for(64, 8) == 2);
    CHECK(threads_for(100'000, 8) == 8);
    CHECK(threads_for(100'000, 0) == usable_processors());
}

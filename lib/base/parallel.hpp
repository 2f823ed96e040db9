// Many things made on several processors and used one by one.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/interrupt.hpp"
#include "base/processors.hpp"
#include "base/result.hpp"

namespace cafe {

/// How many threads `count` things are worth: `wanted`, or with 0 as many as may run at once, and no more than one for
/// every 64 things.
inline std::size_t threads_for(std::size_t count, std::size_t wanted) {
    constexpr std::size_t worth_a_thread = 64;
    return std::min(wanted != 0 ? wanted : usable_processors(), count / worth_a_thread + 1);
}

/// Calls `make(i)` once for every i below `count` and hands what it returns to `use`, in the caller's thread alone.
/// With one thread, the caller's, i by i, each used before the next is made. With more, `make` runs in that many others
/// and things are used as they get ready; never do more than a few for each thread wait for their use.
///
/// Stops at the first Error of `use` and returns it. What `make` throws is thrown here. Signals are the caller's: the
/// other threads hold them back, so that an `Uninterrupted` of the caller speaks for all.
template <class Make, class Use>
Result<Done> make_and_use(std::size_t count, std::size_t threads, const Make& make, const Use& use) {
    using Thing = std::invoke_result_t<const Make&, std::size_t>;

    std::atomic<std::size_t> next{0};
    std::mutex guard;  // of what follows
    std::condition_variable filled;
    std::condition_variable emptied;
    std::deque<Thing> ready;
    std::exception_ptr thrown;
    bool over = false;
    const std::size_t most = 16 * threads;

    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) {
                Thing thing = make(i);
                std::unique_lock lock(guard);
                emptied.wait(lock, [&] { return over || ready.size() < most; });
                if (over) return;
                ready.push_back(std::move(thing));
                filled.notify_one();
            }
        } catch (...) {
            const std::lock_guard lock(guard);
            thrown = std::current_exception();
            filled.notify_one();
        }
    };

    std::vector<std::jthread> makers;
    struct End {
        std::mutex& guard;
        std::condition_variable& emptied;
        bool& over;
        ~End() {
            const std::lock_guard lock(guard);
            over = true;
            emptied.notify_all();
        }
    } const end{guard, emptied, over};  // before the makers go, who may wait for room
    if (threads > 1) {
        const Uninterrupted inherited;
        try {
            while (makers.size() < threads) makers.emplace_back(work);
        } catch (const std::system_error&) {
            // As many as the system gives.
        }
    }
    if (makers.empty()) {
        for (std::size_t i = 0; i < count; ++i)
            if (Result<Done> done = use(make(i)); !done) return done;
        return Done{};
    }
    std::deque<Thing> things;
    for (std::size_t used = 0; used < count; used += things.size()) {
        things.clear();
        {
            std::unique_lock lock(guard);
            filled.wait(lock, [&] { return thrown || !ready.empty(); });
            if (thrown) std::rethrow_exception(thrown);
            things.swap(ready);
            emptied.notify_all();
        }
        for (Thing& thing : things)
            if (Result<Done> done = use(std::move(thing)); !done) return done;
    }
    return Done{};
}

}  // namespace cafe

#include <doctest/doctest.h>

#include <string>

#include "render/atom.hpp"

TEST_CASE("a feed is as old as its first entry, and every text is escaped") {
    const cafe::render::AtomFeed feed{"Qui <aide> ?",
                                      "R&D",
                                      "fr",
                                      "https://a.example.org/f.xml",
                                      "https://a.example.org/",
                                      {{"https://a.example.org/x.html#2026-11-06", "https://a.example.org/x.html",
                                        "\"X\" : thèmes", "2026-11-06T10:00:00+01:00", "A changé."}}};
    CHECK(cafe::render::atom(feed) == R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>https://a.example.org/f.xml</id>
<title>Qui &lt;aide&gt; ?</title>
<updated>2026-11-06T10:00:00+01:00</updated>
<author><name>R&amp;D</name>
</author>
<link rel="self" href="https://a.example.org/f.xml"/>
<link rel="alternate" href="https://a.example.org/"/>
<entry>
<id>https://a.example.org/x.html#2026-11-06</id>
<title>&quot;X&quot; : thèmes</title>
<updated>2026-11-06T10:00:00+01:00</updated>
<link rel="alternate" href="https://a.example.org/x.html"/>
<summary>A changé.</summary>
</entry>
</feed>
)");
}

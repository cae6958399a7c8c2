// Loading: what a faulty file costs, and that a retry brings back what failed without asking twice for what is on its way.
// The tests link no platform, so this one class of src/app is compiled here, over a host that answers when told to.
#include "app/loader.cpp"  // NOLINT(bugprone-suspicious-include)

#include <doctest/doctest.h>

#include <vector>

#include "fixture.h"
#include "idle_host.h"

using namespace atlas;
using namespace atlas::app;

namespace {

/// What comes with the later part in a browser: all Japanese texts of this build.
std::string japanese_file() {
    const char* end = words_ja;
    for (size_t word = 0; word < word_count; ++word) end += std::string_view(end).size() + 1;
    return std::string(words_mark, sizeof words_mark) + std::string(words_ja, end);
}

class SlowHost final : public test::IdleHost {
public:
    struct Request {
        std::string path;
        std::function<void(Result<std::string>)> done;
    };
    std::vector<Request> open;

    size_t count(std::string_view part) const {
        size_t found = 0;
        for (const Request& request : open) found += test::contains(request.path, part);
        return found;
    }
    /// Answers the first open request for a file whose name holds `part`; no bytes: the file is missing.
    void answer(std::string_view part, const std::string& bytes) {
        for (size_t i = 0; i < open.size(); ++i) {
            if (!test::contains(open[i].path, part)) continue;
            const Request request = open[i];
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
            return bytes.empty() ? request.done(Problem{Severity::error, request.path, {}, "404", "", {}, {}})
                                 : request.done(bytes);
        }
        FAIL("nobody asked for " << part);
    }

    bool in_two_parts = false;
    bool awaits_later_part() override { return in_two_parts; }
    void load_later_part(std::function<void(Result<std::string>)> done) override {
        open.push_back({"later pages", std::move(done)});
    }
    void fetch(std::string path, std::function<void(Result<std::string>)> done) override {
        open.push_back({std::move(path), std::move(done)});
    }
};

std::string manifest() {
    std::string out = R"({"format":"sosei-atlas/manifest","version":1,"edition":"2026-11-22","bundles":{)";
    for (const model::BundleName name : model::all_bundles) {
        const std::string word = model::to_string(name);
        if (out.back() != '{') out += ",";
        out +=
            "\"" + word + R"(":{"file":")" + word + R"(.json","sha256":")" + std::string(64, '0') + R"(","bytes":1})";
    }
    return out + "}}";
}

/// What an overview with a map of indicators would want.
const std::vector<model::BundleName> six = {model::BundleName::policy,     model::BundleName::stories,
                                            model::BundleName::kpis,       model::BundleName::places,
                                            model::BundleName::indicators, model::BundleName::boundaries};

page::Data::Part::State state_of(const Loader& loader, model::BundleName name) {
    return loader.data().part(name).state;
}

}  // namespace

TEST_SUITE("loader") {
    using State = page::Data::Part::State;
    using model::BundleName;

    TEST_CASE("another edition: everything that is wanted is asked for anew") {
        SlowHost host;
        Loader loader(host, [] {});
        loader.data().public_url = "https://example.org/";
        loader.want({BundleName::policy, BundleName::stories});
        host.answer("manifest", manifest());
        host.answer("stories", "");
        host.open.clear();  // as a host does that reads from somewhere else
        loader.start_over();
        CHECK_FALSE(loader.settled());
        CHECK(state_of(loader, BundleName::stories) == State::loading);
        CHECK(loader.data().public_url == "https://example.org/");
        loader.want({BundleName::policy});
        CHECK(host.count("manifest") == 1);
        host.answer("manifest", manifest());
        REQUIRE(host.count("policy") == 1);
        CHECK(host.count("stories") == 0);
        host.answer("policy", "");
        CHECK(loader.settled());
    }

    TEST_CASE("another edition: what of the program is on its way still arrives") {
        SlowHost host;
        host.in_two_parts = true;
        Loader loader(host, [] {});
        loader.want_later_part();
        loader.want({BundleName::policy});
        host.answer("manifest", manifest());
        host.open.erase(host.open.begin() + 1);  // a host drops data, nothing else
        REQUIRE(host.count("later") == 1);
        loader.start_over();
        loader.want({BundleName::policy});
        host.answer("manifest", manifest());
        host.answer("policy", "");
        CHECK_FALSE(loader.settled());
        host.answer("later", japanese_file());
        CHECK(loader.data().has_later_part());
        CHECK(loader.settled());
    }
    TEST_CASE("a deck that was given stands with those of every edition, in place of one of its name") {
        SlowHost host;
        Loader loader(host, [] {});
        model::Briefing given;
        given.id = "kiosk", given.title = "会場の組";
        loader.give_deck(std::make_shared<const model::Briefing>(given));
        for (int edition = 0; edition < 2; ++edition) {
            loader.want({BundleName::briefings});
            host.answer("manifest", manifest());
            host.answer("briefings",
                        R"({"format":"sosei-atlas/briefings","version":1,"edition":"2026-11-22","briefings":[]})");
            REQUIRE(loader.data().briefings);
            REQUIRE(loader.data().briefings->find("kiosk"));
            CHECK(loader.data().briefings->find("kiosk")->title == "会場の組");
            CHECK(loader.data().briefings->all.size() == 1);
            loader.start_over();
        }
    }
    TEST_CASE("a missing bundle fails alone") {
        SlowHost host;
        Loader loader(host, [] {});
        loader.want(six);
        host.answer("manifest", manifest());
        REQUIRE(host.open.size() == six.size());
        host.answer("stories", "");
        CHECK(state_of(loader, BundleName::stories) == State::failed);
        CHECK(state_of(loader, BundleName::policy) == State::loading);
        CHECK_FALSE(loader.settled());
    }
    TEST_CASE("a retry while others are still on their way asks again for what failed, and only for that") {
        SlowHost host;
        Loader loader(host, [] {});
        loader.want(six);
        host.answer("manifest", manifest());
        host.answer("stories", "");
        loader.retry();
        CHECK(state_of(loader, BundleName::stories) == State::loading);
        host.answer("manifest", manifest());
        CHECK(host.count("stories") == 1);
        CHECK(host.count("policy") == 1);
        host.answer("stories", test::fixture("bundles/stories-good.json"));
        CHECK(state_of(loader, BundleName::stories) == State::ready);
        for (const char* other : {"policy", "kpis", "places", "indicators", "boundaries"}) host.answer(other, "");
        CHECK(loader.settled());
    }
    TEST_CASE("what only later pages read waits for their program, whichever comes first") {
        SlowHost host;
        host.in_two_parts = true;
        Loader loader(host, [] {});
        CHECK_FALSE(loader.data().has_later_part());  // before anybody has asked for it
        loader.want_later_part();
        loader.want({BundleName::trends});
        host.answer("manifest", manifest());
        host.answer("trends", "no JSON");
        CHECK(state_of(loader, BundleName::trends) == State::loading);
        CHECK(loader.data().later_part.state == State::loading);
        CHECK_FALSE(loader.settled());
        host.answer("later pages", "");  // does not arrive
        CHECK(loader.data().later_part.state == State::failed);
        loader.retry();
        loader.retry();
        CHECK(host.count("later pages") == 1);
        host.answer("later pages", "another build's words");
        CHECK(loader.data().later_part.state == State::failed);
        loader.retry();
        host.answer("later pages", japanese_file());
        CHECK(loader.data().later_part.state == State::ready);
        CHECK(state_of(loader, BundleName::trends) == State::failed);  // it has been read now
        CHECK(loader.settled());
    }
    TEST_CASE("a first edition has no earlier one: that is no fault") {
        SlowHost host;
        Loader loader(host, [] {});
        loader.want({BundleName::previous});
        host.answer("manifest", R"({"format":"sosei-atlas/manifest","version":1,"edition":"2026-11-22","bundles":{}})");
        CHECK(state_of(loader, BundleName::previous) == State::ready);
        CHECK_FALSE(loader.data().previous);
        CHECK(loader.settled());
    }
    TEST_CASE("without a manifest everything fails, and comes back with one retry") {
        SlowHost host;
        Loader loader(host, [] {});
        loader.want(six);
        host.answer("manifest", "");
        CHECK(loader.settled());
        CHECK(state_of(loader, BundleName::kpis) == State::failed);
        loader.retry();
        loader.retry();  // impatient: nothing has failed since
        CHECK(host.count("manifest") == 1);
        host.answer("manifest", manifest());
        CHECK(host.open.size() == six.size());
    }
    TEST_CASE("only what a page wants is fetched, once, and more when the next page wants more") {
        SlowHost host;
        Loader loader(host, [] {});
        loader.want({BundleName::policy});
        loader.want({BundleName::policy, BundleName::kpis});  // before the manifest is there
        CHECK(host.count("manifest") == 1);
        host.answer("manifest", manifest());
        CHECK(host.open.size() == 2);
        host.answer("policy", "");
        host.answer("kpis", "");
        CHECK(loader.settled());
        loader.want({BundleName::kpis, BundleName::roadmap});
        REQUIRE(host.open.size() == 1);
        CHECK(host.count("roadmap") == 1);
        CHECK_FALSE(loader.settled());
        host.answer("roadmap", R"({"format":"sosei-atlas/roadmap","version":1,"edition":"2026-11-22","tables":[]})");
        CHECK(state_of(loader, BundleName::roadmap) == State::ready);
        CHECK(loader.settled());
    }
}

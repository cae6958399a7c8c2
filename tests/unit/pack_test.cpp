// Single-file editions: the same bytes for the same input, whoever signed them, and nothing that was changed gets through.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "app/edition.h"
#include "bundle/edition_file.h"
#include "bundle/signature.h"
#include "tool/files.h"
#include "unit/fixture.h"
#include "unit/idle_host.h"
#include "unit/tool_run.h"

using namespace atlas;
using bundle::EditionFile;
using bundle::Key;
using test::contains;
using test::run;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

EditionFile small() {
    EditionFile edition;
    edition.edition = "2026-11-22";
    edition.files = {{"manifest.json", "{\"a\":1}\n"}, {"kpis-0123.json", std::string("\0\n\xff", 3) + "観光"}};
    return edition;
}

std::string packed(const Key* key = nullptr) {
    const Result<std::string> bytes = bundle::write_edition_file(small(), key);
    REQUIRE(bytes);
    return *bytes;
}

/// What is said about altered bytes.
Problem refused(const std::string& bytes) {
    const Result<EditionFile> read = bundle::read_edition_file(bytes, "x.sosei");
    REQUIRE(!read);
    CHECK(read.problems()[0].file == "x.sosei");
    CHECK(!read.problems()[0].remedy.empty());
    return read.problems()[0];
}

}  // namespace

TEST_CASE("edition file: what goes in comes out, byte for byte; not signed says so") {
    const Result<EditionFile> read = bundle::read_edition_file(packed(), "x.sosei");
    REQUIRE(read);
    CHECK(read->files == small().files);
    CHECK(read->edition == "2026-11-22");
    CHECK(read->key.empty());
    CHECK(packed() == packed());
}

TEST_CASE("edition file: every changed byte of it is found") {
    const std::string good = packed();
    for (size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 1);
        const Result<EditionFile> read = bundle::read_edition_file(bad, "x.sosei");
        // Without a signature the first two lines may say another date; the files they name may not differ.
        if (read) CHECK_MESSAGE(i < good.find("\n-\n"), i);
    }
}

TEST_CASE("edition file: a changed file is named, a cut one says its lengths, others are none") {
    std::string bad = packed();
    bad.back() = 'x';
    CHECK(refused(bad).at == "manifest.json");
    CHECK(contains(refused(packed().substr(0, packed().size() - 1)).what, "長さ"));
    CHECK(contains(refused(packed() + "x").what, "長さ"));
    CHECK(contains(refused("sosei-edition 2\n{}\n-\n").what, "新しい形式"));
    CHECK(contains(refused("PK\x03\x04").what, "1ファイル版ではありません"));
    CHECK(contains(refused("").what, "1ファイル版ではありません"));
}

TEST_CASE("edition file: a file's name stays beside the manifest") {
    EditionFile edition = small();
    edition.files["../outside"] = "x";
    const Result<std::string> bytes = bundle::write_edition_file(edition, nullptr);
    REQUIRE(bytes);
    CHECK(refused(*bytes).at == "/files/0/name");
}

namespace {

/// A platform that knows the answer: a test's own, or none at all.
class VerifyingHost final : public test::IdleHost {
public:
    explicit VerifyingHost(std::optional<bool> answer) : answer_(answer) {}
    platform::Signed asked;
    void verify(const platform::Signed& claim, std::function<void(std::optional<bool>)> done) override {
        asked = claim;
        done(answer_);
    }

private:
    std::optional<bool> answer_;
};

/// As if somebody had signed: only a platform that says so can make it true.
std::string claimed() {
    std::string bytes = packed();
    const std::string key = R"("key":")" + std::string(64, 'a') + R"(","signer":"○○県",)";
    bytes.insert(bytes.find("\"edition\""), key);
    return bytes.replace(bytes.find("\n-\n"), 3, "\n" + std::string(128, 'b') + "\n");
}

app::OpenedEdition checked(VerifyingHost& host, const std::string& bytes) {
    app::OpenedEdition opened;
    app::check_edition(host, "x.sosei", bytes, {}, [&](const app::OpenedEdition& edition) { opened = edition; });
    REQUIRE(opened.seal);
    return opened;
}

}  // namespace

TEST_CASE(
    "edition file: what the platform has verified is opened, and its signer is unknown until somebody has checked the "
    "key") {
    VerifyingHost host(true);
    const std::string bytes = claimed();
    const app::OpenedEdition opened = checked(host, bytes);
    CHECK(opened.seal->problems.empty());
    CHECK(opened.seal->signer == "○○県");
    CHECK(opened.seal->fingerprint == bundle::fingerprint(std::string(64, 'a')));
    CHECK_FALSE(opened.seal->is_known);
    CHECK(*opened.read("manifest.json") == "{\"a\":1}\n");
    CHECK(!opened.read("nowhere.json"));
    // What is signed are both lines, with their line breaks.
    CHECK(host.asked.message == bytes.substr(0, bytes.find(std::string(128, 'b'))));
    CHECK(host.asked.key == std::string(64, 'a'));
    CHECK(host.asked.signature == std::string(128, 'b'));
}

TEST_CASE(
    "edition file: a signature that the platform finds wrong is refused, and so is a changed byte under a right one") {
    VerifyingHost wrong(false), right(true);
    CHECK(contains(checked(wrong, claimed()).seal->problems.at(0).what, "署名されたとき"));
    std::string bad = claimed();
    bad.back() = 'x';
    const app::OpenedEdition changed = checked(right, bad);
    CHECK(changed.seal->problems.at(0).at == "manifest.json");
    CHECK(!changed.read("kpis-0123.json"));
}

TEST_CASE("edition file: key and signature are digits of the right number, or nobody is asked") {
    for (const char digit : {'g', 'A'}) {
        std::string bad = claimed();
        bad[bad.find(std::string(128, 'b'))] = digit;
        VerifyingHost host(true);
        CHECK(!checked(host, bad).seal->problems.empty());
        CHECK(host.asked.message.empty());
    }
    // A key without a signature, and a signature without a key.
    std::string without = claimed();
    without.replace(without.find(std::string(128, 'b')), 128, "-");
    CHECK(refused(without).at == "line 2");
    std::string keyless = packed();
    keyless.replace(keyless.find("\n-\n"), 3, "\n" + std::string(128, 'b') + "\n");
    CHECK(refused(keyless).at == "line 2");
}

TEST_CASE("edition file: what is not signed needs nobody to verify it, and says so") {
    VerifyingHost host(std::nullopt);
    const app::OpenedEdition opened = checked(host, packed());
    CHECK(opened.seal->problems.empty());
    CHECK(opened.seal->fingerprint.empty());
}

TEST_CASE("edition file: where nobody can verify a signature the file is refused") {
    VerifyingHost host(std::nullopt);
    const app::OpenedEdition opened = checked(host, claimed());
    REQUIRE(!opened.seal->problems.empty());
#ifdef ATLAS_HAS_SIGNATURES
    CHECK(contains(opened.seal->problems[0].what, "署名されたとき"));  // the program itself can, and finds it wrong
#else
    CHECK(contains(opened.seal->problems[0].what, "確かめられない"));
#endif
}

#ifdef ATLAS_HAS_SIGNATURES

namespace {

Key new_key(const std::string& name) {
    const Result<bundle::KeyPair> pair = bundle::new_key_pair();
    REQUIRE(pair);
    return {name, pair->public_key, pair->secret_key};
}

}  // namespace

TEST_CASE("edition file: signed, it says by whom; every changed byte is found") {
    const Key key = new_key("○○県 企画課");
    const std::string good = packed(&key);
    const Result<EditionFile> read = bundle::read_edition_file(good, "x.sosei");
    REQUIRE(read);
    CHECK(read->signer == "○○県 企画課");
    CHECK(read->key == key.public_key);
    CHECK(good == packed(&key));
    for (size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 1);
        CHECK_MESSAGE(!bundle::read_edition_file(bad, "x.sosei"), i);
    }
}

TEST_CASE("edition file: another's key in the manifest does not fit the signature") {
    const Key key = new_key("a"), other = new_key("b");
    std::string bytes = packed(&key);
    bytes.replace(bytes.find(key.public_key), 64, other.public_key);
    CHECK(contains(refused(bytes).what, "署名されたとき"));
}

TEST_CASE("Ed25519: the first test vector of RFC 8032") {
    const std::string public_key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    const std::string secret_key = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60" + public_key;
    const std::string signature =
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595b"
        "be24655141438e7a100b";
    const Result<std::string> made = bundle::sign("", secret_key);
    REQUIRE(made);
    CHECK(*made == signature);
    CHECK(bundle::is_signed("", signature, public_key));
    CHECK(!bundle::is_signed("x", signature, public_key));
    CHECK(!bundle::is_signed("", signature.substr(2), public_key));
}

TEST_CASE("sosei-bundle keygen, pack, verify: a key, an edition out of sources, whose it is") {
    const TemporaryFolder folder;
    const std::string key = (folder.path / "key").string(), file = (folder.path / "edition.sosei").string();
    const std::string good = test::source_dir() + "/tests/fixtures/data/good";
    CHECK(run({"keygen", "-o", key}).code == 1);
    CHECK(run({"keygen", "-o", key, "--name", "○○県"}).code == 0);
    const fs::perms others = fs::perms::group_all | fs::perms::others_all;
    CHECK((fs::status(key).permissions() & others) == fs::perms::none);
    CHECK(contains(run({"keygen", "-o", key, "--name", "○○県"}).out, "上書きしません"));

    const test::Run packed = run({"pack", good, "-o", file, "--key", key});
    CHECK_MESSAGE(packed.code == 0, packed.out);
    CHECK(!fs::exists(file + ".part"));
    const test::Run verified = run({"verify", file, "--key", key + ".pub"});
    CHECK(verified.code == 0);
    CHECK(contains(verified.out, "2026-11-22"));
    CHECK(contains(verified.out, "○○県"));
    CHECK(contains(verified.out, "この鍵で署名されています"));

    CHECK(run({"keygen", "-o", key + "2", "--name", "○○県"}).code == 0);
    CHECK(run({"verify", file, "--key", key + "2.pub"}).code == 1);
    // The public half cannot sign.
    CHECK(run({"pack", good, "-o", file, "--key", key + ".pub"}).code == 1);

    const Result<std::string> bytes = tool::read_file(file);
    REQUIRE(bytes);
    CHECK(!tool::write_file(file, bytes->substr(0, bytes->size() - 1) + "x"));
    const test::Run changed = run({"verify", file});
    CHECK(changed.code == 1);
    CHECK(contains(changed.out, "edition.sosei:"));
    CHECK(contains(changed.out, "もう一度受け取って"));
}

#else

TEST_CASE("edition file: a program without libsodium refuses what claims a signature, and cannot sign") {
    const Key key{"a", std::string(64, '0'), std::string(128, '0')};
    CHECK(!bundle::write_edition_file(small(), &key));
    CHECK(contains(refused(claimed()).remedy, "libsodium-dev"));
}

#endif

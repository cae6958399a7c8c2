#include "app/edition.h"

#include <algorithm>

#include "bundle/signature.h"

namespace atlas::app {
namespace {

OpenedEdition refused(const std::string& name, const Problems& problems) {
    auto seal = std::make_shared<page::Seal>();
    seal->file = name, seal->problems = problems;
    return {seal, [problems](const std::string&) -> Result<std::string> { return problems; }};
}

}  // namespace

OpenedEdition open_edition(const std::string& name, std::string_view bytes, const std::vector<std::string>& known_keys,
                           std::optional<bool> is_genuine) {
    Result<bundle::EditionFile> edition = bundle::read_edition_file(bytes, name, is_genuine);
    if (!edition) return refused(name, edition.problems());
    auto seal = std::make_shared<page::Seal>();
    seal->file = name, seal->edition = edition->edition, seal->files = edition->files.size();
    if (!edition->key.empty()) {
        seal->signer = edition->signer, seal->fingerprint = bundle::fingerprint(edition->key);
        seal->is_known = std::find(known_keys.begin(), known_keys.end(), edition->key) != known_keys.end();
    }
    // Shared: a host that is copied, or a second window, needs no second set of files.
    const auto files = std::make_shared<const std::map<std::string, std::string>>(std::move(edition->files));
    return {seal, [files](const std::string& wanted) -> Result<std::string> {
                const auto found = files->find(wanted);
                if (found == files->end())
                    return problem_of(wanted, {}, Word::problem_no_file, Word::problem_edition_again);
                return found->second;
            }};
}

void check_edition(platform::Host& host, const std::string& name, std::string bytes,
                   const std::vector<std::string>& known_keys, std::function<void(const OpenedEdition&)> done) {
    const Result<bundle::Claim> claim = bundle::read_claim(bytes, name);
    if (!claim || !claim->is_signed()) return done(open_edition(name, bytes, known_keys));
    host.verify({claim->message, claim->signature, claim->key},
                [name, bytes = std::move(bytes), known_keys, done = std::move(done)](std::optional<bool> is_genuine) {
                    if (is_genuine || bundle::can_sign())
                        return done(open_edition(name, bytes, known_keys, is_genuine));
                    done(refused(name, {problem_of(name, {}, Word::problem_edition_browser,
                                                   Word::problem_edition_browser_remedy)}));
                });
}

}  // namespace atlas::app

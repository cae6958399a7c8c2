#include "app/edition.h"

#include <algorithm>

namespace atlas::app {

OpenedEdition open_edition(const std::string& name, std::string_view bytes,
                           const std::vector<std::string>& known_keys) {
    auto seal = std::make_shared<page::Seal>();
    seal->file = name;
    Result<bundle::EditionFile> edition = bundle::read_edition_file(bytes, name);
    if (!edition) {
        seal->problems = edition.problems();
        return {seal, [problems = edition.problems()](const std::string&) -> Result<std::string> { return problems; }};
    }
    seal->edition = edition->edition, seal->files = edition->files.size();
    if (!edition->key.empty()) {
        seal->signer = edition->signer, seal->fingerprint = bundle::fingerprint(edition->key);
        seal->is_known = std::find(known_keys.begin(), known_keys.end(), edition->key) != known_keys.end();
    }
    return {seal, [files = std::move(edition->files)](const std::string& wanted) -> Result<std::string> {
                const auto found = files.find(wanted);
                if (found == files.end())
                    return problem_of(wanted, {}, Word::problem_no_file, Word::problem_edition_again);
                return found->second;
            }};
}

}  // namespace atlas::app

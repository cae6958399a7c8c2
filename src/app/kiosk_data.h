// The data of a kiosk, held in memory as a whole: what happens to the folder (or the single file) afterwards cannot reach what is shown. A newer
// edition is read and checked beside it, and taken only when all of it is sound.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "app/desktop.h"

namespace atlas::app {

struct Snapshot {
    std::string edition;  ///< its date
    std::string mark;     ///< the same for the same data
    std::function<Result<std::string>(const std::string&)> read;
    std::shared_ptr<const page::Seal> seal;  ///< of a single-file edition
};

/// All files of the folder, or the single-file edition, of the session's arguments.
Result<Snapshot> take_snapshot(const Session& session);
/// What is wrong with it: every file against the manifest's sum, every bundle by the decoder that the pages use, and what the session's own
/// deck names and is not there. Empty: nothing.
Problems faults_of(const Snapshot& snapshot, const Session& session);

/// Looks whether the place of the data has another edition by now.
class EditionWatch {
public:
    enum class News : unsigned char { none, fresh, faulty };

    explicit EditionWatch(const Session& session) : session_(session), signs_(signs()) {}
    /// Cheap while nothing has changed. Fresh: `found` is another edition than the one of `mark`, and sound.
    News look(const std::string& mark, Snapshot& found);
    const Problems& faults() const { return faults_; }  ///< of what was refused last; empty again once it was mended
    std::string place() const;

private:
    std::string signs() const;

    const Session& session_;
    std::string signs_;  ///< sizes and times of the files when they were last read
    Problems faults_;
};

}  // namespace atlas::app

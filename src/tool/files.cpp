#include "tool/files.h"

#include <fstream>
#include <sstream>

namespace atlas::tool {

Result<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    if (!stream || !(bytes << stream.rdbuf())) {
        // An empty file lets rdbuf() fail too; its reader says what it misses.
        std::error_code error;
        if (std::filesystem::is_regular_file(path, error) && std::filesystem::file_size(path, error) == 0)
            return std::string();
        return Problem{Severity::error,        path.filename().string(),       "",
                       "ファイルがありません", "このファイルを置いてください", "the file is missing",
                       "put it there"};
    }
    return bytes.str();
}

std::optional<Problem> write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream stream(path, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream.fail()) return {};
    return Problem{Severity::error,
                   path.filename().string(),
                   "",
                   "書き込めません",
                   "出力先のフォルダーの権限と空き容量を確かめてください",
                   "cannot be written",
                   "check the output folder's permissions and free space"};
}

}  // namespace atlas::tool

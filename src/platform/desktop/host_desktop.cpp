#include "platform/desktop/host_desktop.h"

#include <malloc.h>
#include <png.h>
#include <spawn.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

extern char** environ;

namespace atlas::platform {

DesktopHost::DesktopHost(DesktopOptions options, std::shared_ptr<GlyphSource> glyphs)
    : options_(std::move(options)),
      glyphs_(std::move(glyphs)),
      window_{static_cast<float>(options_.width), static_cast<float>(options_.height)},
      dpr_(options_.dpr > 0 ? options_.dpr : 1) {
    history_.push_back({options_.route, 0});
}

double DesktopHost::now_ms() {
    using namespace std::chrono;
    static const steady_clock::time_point start = steady_clock::now();
    return duration<double, std::milli>(steady_clock::now() - start).count();
}

double DesktopHost::clock_ms() {
    using namespace std::chrono;
    const system_clock::time_point now = system_clock::now();
    const std::time_t seconds = system_clock::to_time_t(now);
    std::tm local{};
    localtime_r(&seconds, &local);
    const auto rest = duration_cast<milliseconds>(now.time_since_epoch()) % 1000;
    return (local.tm_hour * 60 + local.tm_min) * 60000.0 + local.tm_sec * 1000.0 + static_cast<double>(rest.count());
}

void DesktopHost::fetch(std::string path, std::function<void(Result<std::string>)> done) {
    fetches_.push_back({std::move(path), std::move(done)});
    request_frame();
}

void DesktopHost::run_fetches() {
    while (!fetches_.empty()) {
        const std::vector<Fetch> now = std::exchange(fetches_, {});
        for (const Fetch& fetch : now) {
            // Held here: what hears of it may let the host read from elsewhere.
            if (const DataReader read = read_ ? read_ : options_.read) {
                fetch.done(read(fetch.path));
                continue;
            }
            // A bundle name comes from the manifest: it must stay inside the data folder.
            const bool inside = fetch.path.find("..") == std::string::npos && fetch.path.find('/') == std::string::npos;
            std::ifstream file(options_.data_dir + "/" + fetch.path, std::ios::binary);
            if (!inside || !file) {
                fetch.done(problem_of(fetch.path, {}, Word::problem_no_file, Word::problem_no_file_remedy));
                continue;
            }
            fetch.done(std::string(std::istreambuf_iterator<char>(file), {}));
        }
    }
}

void DesktopHost::set_route(const std::string& route, bool push) {
    history_[history_at_].scroll = scroll_;
    if (!push) {
        history_[history_at_].route = route;
        return;
    }
    history_.resize(history_at_ + 1);
    history_.push_back({route, 0});
    ++history_at_;
    scroll_ = 0;
}

double DesktopHost::until_wake_ms() {
    double at = wake_at_ms_;
    if (alarm_at_ms_ >= 0 && (at < 0 || alarm_at_ms_ < at)) at = alarm_at_ms_;
    return at < 0 ? -1 : std::max(0.0, at - now_ms());
}

void DesktopHost::wake() {
    const double now = now_ms();
    if (wake_at_ms_ <= now) wake_at_ms_ = -1;
    if (alarm_at_ms_ <= now) alarm_at_ms_ = -1;
    request_frame();
}

void DesktopHost::measure() {
    dpr_ = (options_.dpr > 0 ? options_.dpr : 1) * zoom_;
    window_ = Vec2{static_cast<float>(options_.width), static_cast<float>(options_.height)} * (1 / zoom_);
}

void DesktopHost::set_zoom(float zoom) {
    if (zoom == zoom_) return;
    zoom_ = zoom;
    measure();
    request_frame();
}

void DesktopHost::forget_history() {
    history_ = {history_[history_at_]};
    history_at_ = 0;
}

std::string DesktopHost::history_step(int by) {
    const auto next = static_cast<std::ptrdiff_t>(history_at_) + by;
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(history_.size())) return {};
    history_[history_at_].scroll = scroll_;
    history_at_ = static_cast<size_t>(next);
    wanted_scroll_ = history_[history_at_].scroll;
    return history_[history_at_].route;
}

void DesktopHost::set_page(const std::string&, const std::string&, Lang, float document_height) {
    document_height_ = document_height;
    scroll_to(wanted_scroll_ >= 0 ? wanted_scroll_ : scroll_);
    wanted_scroll_ = -1;
}

void DesktopHost::scroll_to(float y_px) {
    const float furthest = std::max(0.f, document_height_ - window_.y);
    const float target = std::clamp(y_px, 0.f, furthest);
    if (target == scroll_) return;
    scroll_ = target;
    request_frame();
}

void DesktopHost::open_url(const std::string& url) {
    if (url.rfind("https://", 0) != 0 && url.rfind("http://", 0) != 0) return;
    std::string program = "xdg-open", address = url;
    char* arguments[] = {program.data(), address.data(), nullptr};
    pid_t child = 0;
    posix_spawnp(&child, "xdg-open", nullptr, nullptr, arguments, environ);
}

namespace {

/// The folder that the desktop's settings name for downloads (xdg-user-dirs), else ~/Downloads, else the current one.
std::filesystem::path download_folder() {
    const char* home = std::getenv("HOME");
    if (!home) return ".";
    constexpr std::string_view key = "XDG_DOWNLOAD_DIR=\"$HOME/";
    std::ifstream settings(std::filesystem::path(home) / ".config/user-dirs.dirs");
    std::filesystem::path folder = std::filesystem::path(home) / "Downloads";
    for (std::string line; std::getline(settings, line);)
        if (line.rfind(key, 0) == 0)
            folder = std::filesystem::path(home) / line.substr(key.size(), line.rfind('"') - key.size());
    std::error_code fault;
    return std::filesystem::is_directory(folder, fault) ? folder : std::filesystem::path(".");
}

/// In the download folder, under a name that no file has yet.
std::filesystem::path free_path(const std::string& name) {
    namespace fs = std::filesystem;
    std::error_code fault;
    // A name is one part of a path, whoever made it.
    const fs::path wanted = download_folder() / fs::path(name).filename();
    fs::path path = wanted;
    for (int i = 2; fs::exists(path, fault); ++i)
        path = wanted.parent_path() /
               (wanted.stem().string() + " (" + std::to_string(i) + ")" + wanted.extension().string());
    const fs::path whole = fs::absolute(path, fault);
    return fault ? path : whole.lexically_normal();
}

/// Of the program's own files: $XDG_DATA_HOME/sosei-atlas, else ~/.local/share/sosei-atlas; empty without a home.
std::filesystem::path kept_path(const std::string& name) {
    const char *data = std::getenv("XDG_DATA_HOME"), *home = std::getenv("HOME");
    const std::filesystem::path folder = data && *data ? std::filesystem::path(data)
                                         : home        ? std::filesystem::path(home) / ".local/share"
                                                       : std::filesystem::path();
    return folder.empty() ? folder : folder / "sosei-atlas" / std::filesystem::path(name).filename();
}

}  // namespace

std::string DesktopHost::kept(const std::string& name) {
    std::ifstream file(kept_path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool DesktopHost::keep(const std::string& name, const std::string& text) {
    const std::filesystem::path path = kept_path(name);
    std::error_code fault;
    if (path.empty()) return false;
    if (text.empty()) return std::filesystem::remove(path, fault) || !fault;
    std::filesystem::create_directories(path.parent_path(), fault);
    // Whole or not at all, also when the power fails meanwhile.
    const std::filesystem::path fresh = path.string() + ".new";
    std::ofstream file(fresh, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) return false;
    std::filesystem::rename(fresh, path, fault);
    return !fault;
}

std::string DesktopHost::save_file(const std::string& name, const std::string&, const std::string& bytes) {
    const std::filesystem::path path = free_path(name);
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file ? path.string() : std::string();
}

void DesktopHost::save_picture(PictureFile picture, std::function<void(std::string)> done) {
    constexpr float most_px = 8192;  // what every OpenGL 3.3 has
    const float dpr = std::min(2.f, most_px / std::max(picture.size.x, picture.size.y));
    const int width = static_cast<int>(std::lround(picture.size.x * dpr)),
              height = static_cast<int>(std::lround(picture.size.y * dpr));
    const OffscreenTarget target(width, height);
    if (!target.complete()) return done({});
    picture.paint(width, height, dpr);
    const std::string path = free_path(picture.name).string();
    done(write_png(path, target.read()) ? path : std::string());
}

void open_file(Events& events, const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file.is_open()) return void(std::fprintf(stderr, "%s\n", path.c_str()));
    events.file_opened(path.substr(path.rfind('/') + 1), std::move(bytes));
}

bool write_png(const std::string& path, const Picture& picture) {
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGBA;
    return png_image_write_to_file(&image, path.c_str(), 0, picture.rgba.data(), 0, nullptr) != 0;
}

double slept_ms() {
    // A clock that counts while the machine is suspended, less the one that does not.
    timespec with{}, without{};
    clock_gettime(CLOCK_BOOTTIME, &with), clock_gettime(CLOCK_MONOTONIC, &without);
    return static_cast<double>(with.tv_sec - without.tv_sec) * 1000 +
           static_cast<double>(with.tv_nsec - without.tv_nsec) / 1e6;
}

Memory memory() {
    std::ifstream file("/proc/self/statm");
    size_t whole = 0, resident = 0;
    file >> whole >> resident;
    const struct mallinfo2 heap = mallinfo2();
    return {resident * static_cast<size_t>(sysconf(_SC_PAGESIZE)) / 1024, (heap.uordblks + heap.hblkhd) / 1024};
}

void return_memory() { malloc_trim(0); }

std::string program_dir() {
    char path[4096];
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0) return ".";
    const std::string_view whole(path, static_cast<size_t>(length));
    return std::string(whole.substr(0, whole.rfind('/')));
}

}  // namespace atlas::platform

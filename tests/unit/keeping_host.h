// A Host with a device that keeps, and with a folder for files.
#pragma once
#include <map>
#include <string>

#include "idle_host.h"

namespace atlas::test {

class KeepingHost final : public IdleHost {
public:
    std::map<std::string, std::string> store;
    bool is_full = false;
    std::string kept(const std::string& name) override { return store.count(name) ? store[name] : std::string(); }
    bool keep(const std::string& name, const std::string& text) override {
        if (is_full) return false;
        store[name] = text;
        if (text.empty()) store.erase(name);
        return true;
    }
    std::string saved_name, saved_bytes;
    std::string save_file(const std::string& name, const std::string&, const std::string& bytes) override {
        saved_name = name, saved_bytes = bytes;
        return name;
    }
};

}  // namespace atlas::test

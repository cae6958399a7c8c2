// Fetches the manifest and the bundles, decodes each on its own and keeps what arrived; a faulty one costs only itself.
#pragma once
#include <functional>
#include <iterator>
#include <memory>
#include <string>

#include "geo/geo.h"
#include "page/page.h"
#include "platform/host.h"

namespace atlas::app {

class Loader {
public:
    Loader(platform::Host& host, std::function<void()> changed) : host_(host), changed_(std::move(changed)) {}

    void start();
    /// Again, for everything that failed (the manifest too: an edition may have moved on).
    void retry();

    const page::Data& data() const { return data_; }
    page::Data& data() { return data_; }
    const geo::HitIndex* hit_index() const { return hits_.get(); }
    /// Nothing is on its way any more.
    bool settled() const { return started_ && pending_ == 0; }

private:
    void take_manifest(Result<std::string> bytes);
    void take(model::BundleName name, const std::string& file, Result<std::string> bytes);
    void fail(model::BundleName name, Problems problems);
    void link_up();

    platform::Host& host_;
    std::function<void()> changed_;
    page::Data data_;
    std::unique_ptr<geo::HitIndex> hits_;
    int pending_ = 0;
    bool in_flight_[std::size(model::all_bundles)] = {};  ///< by BundleName: a retry must not ask twice
    bool started_ = false;
};

}  // namespace atlas::app

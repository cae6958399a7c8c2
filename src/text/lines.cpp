// Breaks, balances and cuts lines. Widths are differences of the running sum that glyphs_of() made: nothing is
// measured twice, and breaking a text is one pass over it.
#include <algorithm>
#include <limits>
#include <utility>

#include "core/strings.h"
#include "text/glyphs.h"
#include "text/text.h"

namespace atlas::text {
namespace {

constexpr double slack_px = 0.01;  // sums of fractions
constexpr double last_quarter = 0.75;
constexpr double shortest_line = 0.55;  // of the width: further back no break is looked for
constexpr double shortest_before_widow = 0.45;
constexpr size_t widow = 2;              // glyphs: a last line as short as this gets company from the one before
constexpr size_t longest_heading = 500;  // code points; balancing takes time by lines × breaks, and prose needs none

using Glyphs = std::vector<Glyph>;

/// `end` without the blanks before it.
size_t trimmed(const Glyphs& glyphs, size_t start, size_t end) {
    while (end > start && glyphs[end - 1].blank) --end;
    return end;
}

double width_px(const Glyphs& glyphs, size_t start, size_t end) {
    return glyphs[trimmed(glyphs, start, end)].x_px - glyphs[start].x_px;
}

Line line_of(std::string_view utf8, const Glyphs& glyphs, size_t start, size_t end) {
    const size_t ink_end = trimmed(glyphs, start, end);
    return {utf8.substr(glyphs[start].byte, glyphs[ink_end].byte - glyphs[start].byte),
            static_cast<float>(glyphs[ink_end].x_px - glyphs[start].x_px)};
}

/// Where the line that begins at `start` ends: the best break of its last quarter; if that would cut a word, the last
/// one before it that does not; else the last one there is.
size_t line_end(const Glyphs& glyphs, size_t start, double max_px) {
    size_t last = start, best = start, whole = start;
    Break best_quality = Break::never, whole_quality = Break::fair;
    const size_t size = glyphs.size() - 1;
    for (size_t i = start;; ++i) {
        // Before glyph i: may the line end here?
        if (i > start && glyphs[i].before == Break::forced) return i;
        const bool has_ink = trimmed(glyphs, start, i) > start;
        if (has_ink && glyphs[i].before != Break::never) {
            last = i;
            const double share = width_px(glyphs, start, i) / max_px;
            if (share >= shortest_line && glyphs[i].before >= whole_quality)
                whole = i, whole_quality = glyphs[i].before;
            const bool late = share >= last_quarter;
            if (late && glyphs[i].before >= best_quality) best = i, best_quality = glyphs[i].before;
        }
        const bool fits = glyphs[i].blank || glyphs[i + 1].x_px - glyphs[start].x_px <= max_px + slack_px;
        if (fits || glyphs[i].joined) continue;
        // A comma or full stop that alone overflows hangs in the margin (JIS X 4051, ぶら下げ組).
        size_t behind = i + 1;
        while (behind < size && glyphs[behind].blank && glyphs[behind].before != Break::forced) ++behind;
        if (i > start && glyphs[i].hangs && glyphs[behind].before != Break::never) return behind;
        if (best_quality <= Break::inside && whole > start) return whole;
        if (best > start) return best;
        if (last > start) return last;
        // One run without a break, wider than the line: cut here, but never an empty line.
        size_t cut = has_ink ? i : i + 1;
        while (cut < size && glyphs[cut].joined) ++cut;
        return cut;
    }
}

/// Ends of the lines of glyphs [start, end), where `end` is a forced break.
void break_paragraph(const Glyphs& glyphs, size_t start, size_t end, double max_px, std::vector<size_t>& ends) {
    do ends.push_back(start = line_end(glyphs, start, max_px));
    while (start < end);
}

/// Where the line before a widow may end instead, so that neither is too short; `end` itself if nowhere.
size_t earlier_end(const Glyphs& glyphs, size_t start, size_t end, size_t last_end, double max_px) {
    for (size_t i = end - 1; i > start; --i) {
        const double share = width_px(glyphs, start, i) / max_px;
        if (share < shortest_before_widow || width_px(glyphs, i, last_end) > max_px) break;
        if (glyphs[i].before >= Break::fair && last_end - i > widow) return i;
    }
    return end;
}

/// A paragraph's last line is not one or two characters alone.
void keep_company(const Glyphs& glyphs, std::vector<size_t>& ends, double max_px) {
    for (size_t line = 1; line < ends.size(); ++line) {
        const bool is_last = glyphs[ends[line]].before == Break::forced;
        const bool is_first = glyphs[ends[line - 1]].before == Break::forced;
        const size_t start = line > 1 ? ends[line - 2] : 0;
        if (!is_last || is_first || trimmed(glyphs, ends[line - 1], ends[line]) - ends[line - 1] > widow) continue;
        ends[line - 1] = earlier_end(glyphs, start, ends[line - 1], ends[line], max_px);
    }
}

/// The index behind the newline that ends the paragraph, or the end.
size_t paragraph_end(const Glyphs& glyphs, size_t start) {
    size_t end = start + 1;
    while (glyphs[end].before != Break::forced) ++end;
    return end;
}

/// Cost of ending a line with this break, against the square of its distance from the even length.
double cost_of(Break quality) {
    switch (quality) {
        case Break::poor: return 0.6;
        case Break::inside: return 0.3;
        case Break::fair: return 0.1;
        case Break::good: return 0.04;
        default: return 0;
    }
}

/// The `count` lines of a paragraph that are as even as its breaks allow: dynamic programming over the breaks, as
/// Knuth and Plass do, with the number of lines fixed. False if they cannot all fit.
class Balancer {
public:
    Balancer(const Glyphs& glyphs, size_t start, size_t end, double max_px, size_t count)
        : glyphs_(glyphs), max_px_(max_px), even_px_(width_px(glyphs, start, end) / static_cast<double>(count)) {
        breaks_.push_back(start);
        for (size_t i = start + 1; i < end; ++i)
            if (glyphs[i].before != Break::never && trimmed(glyphs, start, i) > start) breaks_.push_back(i);
        breaks_.push_back(end);
    }

    bool solve(size_t count, std::vector<size_t>& ends) {
        const size_t stops = breaks_.size();
        std::vector<double> cost(stops, impossible);
        cost[0] = 0;
        std::vector<std::vector<size_t>> from(count, std::vector<size_t>(stops, 0));
        for (size_t line = 0; line < count; ++line) cost = add_line(cost, from[line]);
        if (cost.back() >= impossible) return false;
        std::vector<size_t> reversed;
        for (size_t line = count, stop = stops - 1; line > 0; stop = from[--line][stop])
            reversed.push_back(breaks_[stop]);
        ends.insert(ends.end(), reversed.rbegin(), reversed.rend());
        return true;
    }

private:
    static constexpr double impossible = std::numeric_limits<double>::max();

    /// Costs of reaching each break with one line more, and from where.
    std::vector<double> add_line(const std::vector<double>& cost, std::vector<size_t>& from) const {
        std::vector<double> next(cost.size(), impossible);
        for (size_t to = 1; to < breaks_.size(); ++to) {
            const Glyph& hanging = glyphs_[trimmed(glyphs_, breaks_[0] + 1, breaks_[to]) - 1];
            for (size_t start = to; start-- > 0;) {
                double width = width_px(glyphs_, breaks_[start], breaks_[to]);
                if (width > max_px_ + slack_px && hanging.hangs) width = hanging.x_px - glyphs_[breaks_[start]].x_px;
                if (width > max_px_ + slack_px) break;  // earlier starts make it only wider
                if (cost[start] >= impossible) continue;
                const double off = (width - even_px_) / even_px_;
                const double total = cost[start] + off * off + cost_of(glyphs_[breaks_[to]].before);
                if (total < next[to]) next[to] = total, from[to] = start;
            }
        }
        return next;
    }

    const Glyphs& glyphs_;
    double max_px_, even_px_;
    std::vector<size_t> breaks_;
};

std::vector<Line> lines_of(std::string_view utf8, const Glyphs& glyphs, const std::vector<size_t>& ends) {
    std::vector<Line> lines;
    lines.reserve(ends.size());
    size_t start = 0;
    for (const size_t end : ends) lines.push_back(line_of(utf8, glyphs, std::exchange(start, end), end));
    return lines;
}

}  // namespace

std::vector<Line> break_lines(std::string_view utf8, Font font, const TextMeasure& measure, float max_width_px) {
    if (utf8.empty()) return {};
    const Glyphs glyphs = glyphs_of(utf8, font, measure);
    std::vector<size_t> ends;
    break_paragraph(glyphs, 0, glyphs.size() - 1, static_cast<double>(max_width_px), ends);
    keep_company(glyphs, ends, static_cast<double>(max_width_px));
    return lines_of(utf8, glyphs, ends);
}

std::vector<Line> balance_lines(std::string_view utf8, Font font, const TextMeasure& measure, float max_width_px) {
    if (utf8.empty()) return {};
    const Glyphs glyphs = glyphs_of(utf8, font, measure);
    const double max_px = static_cast<double>(max_width_px);
    std::vector<size_t> ends, greedy;
    for (size_t start = 0, end = 0; start + 1 < glyphs.size(); start = end) {
        end = paragraph_end(glyphs, start);
        greedy.clear();
        break_paragraph(glyphs, start, end, max_px, greedy);
        const bool is_heading = greedy.size() > 1 && end - start <= longest_heading;
        const bool balanced =
            is_heading && Balancer(glyphs, start, end, max_px, greedy.size()).solve(greedy.size(), ends);
        if (!balanced) ends.insert(ends.end(), greedy.begin(), greedy.end());
    }
    return lines_of(utf8, glyphs, ends);
}

std::string ellipsize(std::string_view utf8, Font font, const TextMeasure& measure, float max_width_px) {
    std::string one_line(utf8);
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    const Glyphs glyphs = glyphs_of(one_line, font, measure);
    const double max_px = static_cast<double>(max_width_px) + slack_px;
    if (glyphs.back().x_px <= max_px) return one_line;

    const double room_px = max_px - static_cast<double>(measure.advance_px(U'…', font));
    if (room_px < 0) return {};
    size_t cut = glyphs.size() - 1;
    while (cut > 0 && (glyphs[cut].x_px > room_px || glyphs[cut].joined)) --cut;
    one_line.resize(glyphs[trimmed(glyphs, 0, cut)].byte);
    return one_line += "…";
}

}  // namespace atlas::text

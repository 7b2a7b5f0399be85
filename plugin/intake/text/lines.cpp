// SPDX-License-Identifier: EUPL-1.2
#include "intake/text/lines.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace mvoi::intake {
namespace {

constexpr std::size_t buffer_bytes = 64 * 1024;
constexpr std::string_view mark = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(std::istream& input, LineEnd end, std::size_t max_bytes)
    : input_(input), kind_(end), max_bytes_(max_bytes), buffer_(buffer_bytes) {}

bool LineReader::fill() {
    from_ = to_ = 0;
    if (!input_.good()) return false;
    input_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    to_ = static_cast<std::size_t>(input_.gcount());
    if (input_.bad()) throw std::runtime_error("the list could not be read to its end");
    return to_ > 0;
}

void LineReader::take(std::string& line, std::size_t count) {
    if (line.size() + count > max_bytes_) too_long_ = true;
    if (too_long_)
        line.clear();
    else
        line.append(buffer_.data() + from_, count);
    from_ += count;
}

// The end of the line stands at from_.
void LineReader::finish(std::string& line) {
    end_.assign(1, buffer_[from_++]);
    if (end_ == "\r" && (from_ < to_ || fill()) && buffer_[from_] == '\n') end_.push_back(buffer_[from_++]);
    if (end_ == "\n" && line.ends_with('\r')) {
        line.pop_back();
        end_.insert(0, 1, '\r');
    }
}

bool LineReader::next(std::string& line) {
    line.clear();
    end_.clear();
    too_long_ = false;
    bool begun = false;
    while (from_ < to_ || fill()) {
        begun = true;
        const char* start = buffer_.data() + from_;
        const auto* end = static_cast<const char*>(std::memchr(start, '\n', to_ - from_));
        if (kind_ == LineEnd::LfOrCr) {
            const std::size_t before = end ? static_cast<std::size_t>(end - start) : to_ - from_;
            const auto* earlier = static_cast<const char*>(std::memchr(start, '\r', before));
            if (earlier) end = earlier;
        }
        take(line, end ? static_cast<std::size_t>(end - start) : to_ - from_);
        if (!end) continue;
        finish(line);
        break;
    }
    if (!begun) return false;
    ++number_;
    if (number_ == 1 && line.starts_with(mark)) {
        line.erase(0, mark.size());
        had_mark_ = true;
    }
    return true;
}

}  // namespace mvoi::intake

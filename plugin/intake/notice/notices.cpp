// SPDX-License-Identifier: EUPL-1.2
// Notices of TED as JSON Lines: one notice a line, one row for each of its objects.
#include "intake/notice/notices.hpp"

#include "intake/notice/notice_object.hpp"
#include "intake/text/lines.hpp"
#include "intake/text/text.hpp"
#include "json/text.hpp"

namespace mvoi::intake {
namespace {

using json::Value;

constexpr std::size_t max_line_bytes = 4 * 1024 * 1024;

class NoticeSource : public RowSource {
  public:
    NoticeSource(std::istream& input, std::string organisation)
        : lines_(input, LineEnd::Lf, max_line_bytes), organisation_(std::move(organisation)) {}

    bool next(Row& row) override {
        if (object_ == objects_ && !next_line(row)) return false;
        if (object_ == objects_) return true;  // a line that is no notice
        row = Row{};
        row.line = lines_.number();
        read_object(row, notice_, object_++, organisation_);
        return true;
    }

  private:
    // Reads the next notice. A line that is none becomes a row with its fault, and leaves no objects to read.
    bool next_line(Row& row) {
        do {
            if (!lines_.next(line_)) return false;
        } while (!lines_.is_too_long() && trimmed(line_).empty());
        object_ = objects_ = 0;
        row = Row{};
        row.line = lines_.number();
        if (lines_.is_too_long()) {
            fault(row, "", "import.line-too-long");
            row.faults.back().words = {{"from", std::to_string(row.line)}, {"to", std::to_string(row.line)}};
            return true;
        }
        if (parse(row)) objects_ = notice_.find("objects")->list()->size();
        return true;
    }

    bool parse(Row& row) {
        try {
            notice_ = json::parse(line_);
        } catch (const json::ParseError& error) {
            // "json.syntax" is "import.json-syntax": the sentence speaks of a line.
            fault(row, error.path, "import.json-" + error.rule.substr(error.rule.find('.') + 1), error.detail);
            return false;
        }
        if (!notice_.object()) {
            fault(row, "", "import.not-object");
            return false;
        }
        const Value* objects = notice_.find("objects");
        if (!objects || !objects->list() || objects->list()->empty()) {
            const std::string id = text_at(notice_, "notice_id");
            if (!id.empty()) row.source = "ted:" + id;
            fault(row, "/objects", "import.objects-missing");
            return false;
        }
        return true;
    }

    LineReader lines_;
    std::string organisation_;
    std::string line_;
    Value notice_;
    std::size_t object_ = 0;
    std::size_t objects_ = 0;
};

}  // namespace

std::unique_ptr<RowSource> notices(std::istream& input, const std::string& organisation) {
    return std::make_unique<NoticeSource>(input, organisation);
}

}  // namespace mvoi::intake

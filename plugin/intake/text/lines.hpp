// SPDX-License-Identifier: EUPL-1.2
// The lines of a stream, one at a time: memory stays flat however large the file or a line of it is.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace mvoi::intake {

enum class LineEnd { Lf, LfOrCr };  // CR LF is one line end with either

class LineReader {
  public:
    LineReader(std::istream& input, LineEnd end, std::size_t max_bytes);

    // The next line without its end; false when there are no more. A byte order mark of UTF-8 before the first line is
    // dropped. Throws std::runtime_error when the stream breaks off by a fault: half a file is not a file.
    bool next(std::string& line);

    std::int64_t number() const { return number_; }       // of the line read last, from 1
    const std::string& line_end() const { return end_; }  // of the line read last; empty at the end of the file
    bool is_too_long() const { return too_long_; }        // of the line read last; it is empty then
    bool had_mark() const { return had_mark_; }

  private:
    bool fill();
    void take(std::string& line, std::size_t count);
    void finish(std::string& line);

    std::istream& input_;
    LineEnd kind_;
    std::size_t max_bytes_;
    std::vector<char> buffer_;
    std::size_t from_ = 0;
    std::size_t to_ = 0;
    std::int64_t number_ = 0;
    std::string end_;
    bool too_long_ = false;
    bool had_mark_ = false;
};

}  // namespace mvoi::intake

// SPDX-License-Identifier: EUPL-1.2
#include "intake/workbook/package.hpp"

#include <Poco/Checksum.h>
#include <Poco/InflatingStream.h>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/refusal.hpp"

namespace mvoi::intake {

using domain::Fault;
using domain::No;
using domain::Refusal;

namespace {

constexpr std::uint64_t most_file_bytes = 64 * mebibyte;
constexpr std::uint64_t most_directory_bytes = mebibyte, most_parts = 10000;
// A piece of markup or a text longer than this is in no workbook: a cell holds 32767 characters.
constexpr std::size_t most_run_bytes = 4 * mebibyte;
constexpr std::string_view document_type = "<!DOCTYPE";

// ZIP, section numbers of APPNOTE.TXT 6.3.3: 4.3.16 end of directory, 4.3.12 entry of it, 4.3.7 header of a part.
constexpr std::uint32_t end_mark = 0x06054b50, entry_mark = 0x02014b50, local_mark = 0x04034b50;
constexpr std::size_t end_bytes = 22, entry_bytes = 46, local_bytes = 30, most_comment = 65535;
constexpr int stored = 0, deflated = 8;
// The whole size stands elsewhere (ZIP64): such parts are beyond every limit here.
constexpr std::uint32_t elsewhere = 0xFFFFFFFF;

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]))
                 << (8 * i);
    return value;
}

[[noreturn]] void refuse(const char* rule) {
    throw Refusal(No::Invalid, Fault{"", rule, {}});
}

// UTF-16, as names stand in a compound file.
std::string wide(std::string_view ascii) {
    std::string text;
    for (const char c : ascii) text.append({c, '\0'});
    return text;
}

}  // namespace

void refuse_damaged() {
    refuse("import.xlsx-damaged");
}

void refuse_too_large(std::uint64_t most_bytes) {
    throw Refusal(No::Invalid,
                  Fault{"", "import.xlsx-too-large", {{"most", std::to_string(most_bytes / mebibyte) + " MiB"}}});
}

// Unpacks, counts, and looks for what may not be there.
class PartStream::Buffer : public std::streambuf {
  public:
    Buffer(std::istream& file, const std::uint64_t packed, int method, std::uint32_t checksum, std::uint64_t most)
        : file_(file), left_(packed), checksum_(checksum), most_(most), bytes_(65536) {
        if (method == deflated) inflating_.emplace(file, -15);
    }

    void check() const {
        if (failure_) throw *failure_;
    }

  protected:
    int_type underflow() override {
        if (failure_) return traits_type::eof();
        try {
            const std::size_t count = fill();
            if (count == 0) return at_end();
            setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
            look_at({bytes_.data(), count});
            return traits_type::to_int_type(bytes_.front());
        } catch (const Refusal& no) {
            failure_ = no;
        } catch (const std::exception&) {
            failure_ = Refusal(No::Invalid, Fault{"", "import.xlsx-damaged", {}});
        }
        setg(nullptr, nullptr, nullptr);
        return traits_type::eof();
    }

  private:
    std::size_t fill() {
        std::istream& from = inflating_ ? static_cast<std::istream&>(*inflating_) : file_;
        const std::uint64_t most = inflating_ ? bytes_.size() : std::min<std::uint64_t>(left_, bytes_.size());
        from.read(bytes_.data(), static_cast<std::streamsize>(most));
        const auto count = static_cast<std::size_t>(from.gcount());
        if (from.bad() || (!inflating_ && count < most)) refuse_damaged();
        left_ -= std::min<std::uint64_t>(left_, count);
        return count;
    }

    void look_at(std::string_view bytes) {
        count_ += bytes.size();
        if (count_ > most_) refuse_too_large(most_);
        sum_.update(bytes.data(), static_cast<unsigned>(bytes.size()));
        tail_.append(bytes);
        if (tail_.find(document_type) != tail_.npos) refuse("import.xlsx-entities");
        tail_.erase(0, tail_.size() - std::min(tail_.size(), document_type.size() - 1));
        const std::size_t first = bytes.find('<'), last = bytes.rfind('<');
        run_ += std::min(first, bytes.size());
        if (run_ > most_run_bytes) refuse_too_large(most_run_bytes);
        if (last != bytes.npos) run_ = bytes.size() - last;
    }

    int_type at_end() {
        if (sum_.checksum() != checksum_) refuse_damaged();
        return traits_type::eof();
    }

    std::istream& file_;
    std::uint64_t left_;
    const std::uint32_t checksum_;
    const std::uint64_t most_;
    std::vector<char> bytes_;
    std::optional<Poco::InflatingInputStream> inflating_;
    Poco::Checksum sum_{Poco::Checksum::TYPE_CRC32};
    std::uint64_t count_ = 0;
    std::size_t run_ = 0;  // bytes since the last piece of markup began
    std::string tail_;     // the end of what was looked at before
    std::optional<Refusal> failure_;
};

PartStream::PartStream(std::unique_ptr<Buffer> buffer) : std::istream(buffer.get()), buffer_(std::move(buffer)) {}
PartStream::~PartStream() = default;

void PartStream::check() const {
    buffer_->check();
}

Package::Package(std::istream& input) : input_(input) {
    input_.seekg(0, std::ios::end);
    const auto end = input_.tellg();
    if (!input_ || end < 0) refuse("import.xlsx-not");
    size_ = static_cast<std::uint64_t>(end);
    if (size_ > most_file_bytes) refuse_too_large(most_file_bytes);
    const std::string start = read(0, static_cast<std::size_t>(std::min<std::uint64_t>(size_, 8)));
    if (start == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        const std::string all = read(0, static_cast<std::size_t>(size_));
        refuse(all.find(wide("EncryptedPackage")) != all.npos ? "import.xlsx-encrypted" : "import.xlsx-old");
    }
    if (!start.starts_with("PK")) refuse("import.xlsx-not");
    read_directory();
    if (has("mimetype") && has("content.xml")) refuse("import.xlsx-ods");
}

std::string Package::read(std::uint64_t at, std::size_t size) {
    if (at > size_ || size > size_ - at) refuse_damaged();
    std::string bytes(size, '\0');
    input_.clear();
    input_.seekg(static_cast<std::streamoff>(at));
    input_.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::size_t>(input_.gcount()) != size) refuse_damaged();
    return bytes;
}

void Package::read_directory() {
    const std::uint64_t tail = std::min<std::uint64_t>(size_, end_bytes + most_comment);
    const std::string bytes = read(size_ - tail, static_cast<std::size_t>(tail));
    if (bytes.size() < end_bytes) refuse_damaged();
    for (std::size_t at = bytes.size() - end_bytes + 1; at-- > 0;)
        if (number(bytes, at, 4) == end_mark)
            return read_entries(number(bytes, at + 16, 4), number(bytes, at + 12, 4), number(bytes, at + 10, 2));
    refuse_damaged();
}

void Package::read_entries(std::uint64_t at, std::uint64_t size, std::uint64_t count) {
    if (size > most_directory_bytes || count > most_parts) refuse_too_large(most_directory_bytes);
    const std::string bytes = read(at, static_cast<std::size_t>(size));
    std::size_t place = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (bytes.size() - place < entry_bytes || number(bytes, place, 4) != entry_mark) refuse_damaged();
        const std::size_t name = number(bytes, place + 28, 2);
        const std::size_t more = number(bytes, place + 30, 2) + number(bytes, place + 32, 2);
        if (bytes.size() - place - entry_bytes < name + more) refuse_damaged();
        Part part;
        part.encrypted = (number(bytes, place + 8, 2) & 1) != 0;
        part.method = static_cast<int>(number(bytes, place + 10, 2));
        part.checksum = number(bytes, place + 16, 4);
        part.packed = number(bytes, place + 20, 4);
        part.unpacked = number(bytes, place + 24, 4);
        part.at = number(bytes, place + 42, 4);
        parts_.emplace(bytes.substr(place + entry_bytes, name), part);
        place += entry_bytes + name + more;
    }
}

std::unique_ptr<PartStream> Package::open(const std::string& name, std::uint64_t most_bytes) {
    const auto found = parts_.find(name);
    if (found == parts_.end()) refuse_damaged();
    const Part& part = found->second;
    if (part.encrypted) refuse("import.xlsx-encrypted");
    if (part.unpacked == elsewhere || part.unpacked > most_bytes) refuse_too_large(most_bytes);
    if (part.method != stored && part.method != deflated) refuse_damaged();
    const std::string header = read(part.at, local_bytes);
    if (number(header, 0, 4) != local_mark) refuse_damaged();
    const std::uint64_t data = part.at + local_bytes + number(header, 26, 2) + number(header, 28, 2);
    if (data > size_ || part.packed > size_ - data) refuse_damaged();
    input_.clear();
    input_.seekg(static_cast<std::streamoff>(data));
    return std::unique_ptr<PartStream>(new PartStream(
        std::make_unique<PartStream::Buffer>(input_, part.packed, part.method, part.checksum, most_bytes)));
}

}  // namespace mvoi::intake

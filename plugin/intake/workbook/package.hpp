// SPDX-License-Identifier: EUPL-1.2
// The parts of a workbook: a ZIP file, read by the directory at its end, each part unpacked as it is read. Nothing is
// believed of a file from elsewhere: sizes have limits, and what is unpacked is counted. Poco::Zip is for packing
// alone: version 1.11 reads beyond an entry whose extra field is cut short.
#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <memory>
#include <string>

namespace mvoi::intake {

constexpr std::uint64_t mebibyte = 1024 * 1024;

// Part of a workbook that is being read. Read to its end, it has been checked as a whole.
class PartStream : public std::istream {
  public:
    ~PartStream() override;
    PartStream(const PartStream&) = delete;
    PartStream& operator=(const PartStream&) = delete;

    // Throws domain::Refusal when reading stopped for a reason: too much, damaged, a document type.
    void check() const;

  private:
    friend class Package;
    class Buffer;
    explicit PartStream(std::unique_ptr<Buffer> buffer);
    std::unique_ptr<Buffer> buffer_;
};

class Package {
  public:
    // Throws domain::Refusal with a sentence that says what to do: no workbook, one of another kind, one that is
    // encrypted, damaged or too large. The stream must outlive the package; one part is open at a time.
    explicit Package(std::istream& input);

    bool has(const std::string& name) const { return parts_.contains(name); }
    // Refused as damaged when it is not there.
    std::unique_ptr<PartStream> open(const std::string& name, std::uint64_t most_bytes);

  private:
    struct Part {
        std::uint64_t at = 0;  // of its own header
        std::uint64_t packed = 0, unpacked = 0;
        std::uint32_t checksum = 0;
        int method = 0;
        bool encrypted = false;
    };

    void read_directory();
    void read_entries(std::uint64_t at, std::uint64_t size, std::uint64_t count);
    std::string read(std::uint64_t at, std::size_t size);

    std::istream& input_;
    std::uint64_t size_ = 0;
    std::map<std::string, Part> parts_;
};

[[noreturn]] void refuse_damaged();
[[noreturn]] void refuse_too_large(std::uint64_t most_bytes);

}  // namespace mvoi::intake

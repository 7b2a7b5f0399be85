// SPDX-License-Identifier: EUPL-1.2
// Evidence by fingerprint: tests/cases/evidence.txt, and every sentence whole in both languages.
#include <algorithm>

#include "cases.hpp"
#include "domain/contract/evidence.hpp"
#include "render/sentences.hpp"

using namespace mvoi;
using namespace mvoi::domain::contract;
using Line = std::vector<std::string>;

namespace {

domain::Date day(const std::string& text) {
    return domain::parse_date(text).value();
}

std::string fingerprint(const std::string& text) {
    return text == "-" ? "" : std::string(64, text[0]);
}

class EvidenceCase {
  public:
    void play(const Line& line) {
        if (line[0] == "document")
            document(line);
        else if (line[0] == "serves")
            serves(line);
        else if (line[0] == "today")
            today_ = day(line[1]);
        else if (line[0] == "finding")
            expected_.push_back(line);
        else
            FAIL("no such line in a case: " << line[0]);
    }

    void check() const {
        const auto findings = findings_of(evidence_, today_);
        REQUIRE(findings.size() == expected_.size());
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const Line& line = expected_[i];
            INFO(line[1] << " " << line[2]);
            std::string names;
            for (const std::size_t index : findings[i].evidence)
                names += (names.empty() ? "" : ",") + evidence_[index].id;
            CHECK(names == line[1]);
            CHECK(findings[i].finding.rule == "evidence-" + line[2]);
            for (const auto& [name, value] : named(line, 3)) {
                INFO(name);
                REQUIRE(findings[i].finding.words.contains(name));
                std::string word = findings[i].finding.words.at(name);
                std::replace(word.begin(), word.end(), ' ', '_');
                CHECK(word == value);
            }
            for (const auto language : {domain::Language::Dutch, domain::Language::English}) {
                const domain::Finding& finding = findings[i].finding;
                const std::string text = render::sentence(language, "finding." + finding.rule, finding.words);
                CHECK(text.find('{') == std::string::npos);
                CHECK(text.find("  ") == std::string::npos);
            }
        }
    }

  private:
    static std::map<std::string, std::string> named(const Line& line, std::size_t from) {
        std::map<std::string, std::string> words;
        for (std::size_t i = from; i < line.size(); ++i) {
            const std::size_t at = line[i].find('=');
            REQUIRE(at != std::string::npos);
            words[line[i].substr(0, at)] = line[i].substr(at + 1);
        }
        return words;
    }

    void document(const Line& line) {
        Evidence evidence;
        evidence.id = line[1];
        evidence.sha256 = fingerprint(line[2]);
        evidence.kind = "certificaat";
        evidence.issuer = "SKAO";
        for (const auto& [name, value] : named(line, 3)) {
            if (name == "from") evidence.valid_from = day(value);
            if (name == "until") evidence.valid_to = day(value);
            if (name == "verified")
                evidence.verified = Verification{"jansen", domain::Date(2027, 2, 1), fingerprint(value)};
        }
        evidence_.push_back(evidence);
    }

    void serves(const Line& line) {
        Serves serves{line[2], line[3], "belofte", domain::Date(2027, 1, 1), domain::Date(2028, 12, 31)};
        if (line.size() > 4) {
            serves.contract_from = day(line[4]);
            serves.contract_to = day(line[5]);
        }
        for (Evidence& each : evidence_)
            if (each.id == line[1]) each.serves.push_back(serves);
    }

    std::vector<Evidence> evidence_;
    domain::Date today_{2027, 6, 1};
    std::vector<Line> expected_;
};

}  // namespace

TEST_CASE("evidence is as tests/cases/evidence.txt says", "[contract][evidence]") {
    for (const Case& each : read_cases("evidence.txt")) {
        INFO(each.title);
        EvidenceCase playing;
        for (const Line& line : each.lines) playing.play(line);
        playing.check();
    }
}

TEST_CASE("a fingerprint has 64 hexadecimal digits", "[contract][evidence]") {
    CHECK(is_sha256(std::string(64, '0')));
    CHECK(is_sha256(std::string(32, 'f') + std::string(32, 'F')));
    CHECK_FALSE(is_sha256(std::string(63, '0')));
    CHECK_FALSE(is_sha256(std::string(65, '0')));
    CHECK_FALSE(is_sha256(std::string(63, '0') + "g"));
    CHECK_FALSE(is_sha256(""));
}

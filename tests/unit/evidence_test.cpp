// SPDX-License-Identifier: EUPL-1.2
// Evidence by fingerprint: tests/cases/evidence.txt, and every sentence whole in both languages.
#include <algorithm>

#include "cases.hpp"
#include "domain/promise/evidence.hpp"
#include "render/sentences.hpp"

using namespace mvoi;
using namespace mvoi::domain::promise;
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
        else if (line[0] == "missing")
            missing(line);
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
            for (const std::size_t index : findings[i].evidence) names += (names.empty() ? "" : ",") + names_[index];
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
        Document document;
        document.sha256 = fingerprint(line[2]);
        document.kind = "certificaat";
        document.issuer = "SKAO";
        for (const auto& [name, value] : named(line, 3)) {
            if (name == "from") document.valid_from = day(value);
            if (name == "until") document.valid_to = day(value);
            if (name == "verified")
                document.verified = Verification{"jansen", domain::Date(2027, 2, 1), fingerprint(value)};
            if (name == "withdrawn") document.withdrawn = value;
        }
        names_.push_back(line[1]);
        evidence_.push_back({document, {}});
    }

    void serves(const Line& line) {
        Serves serves{line[2], {}, domain::Date(2027, 1, 1), domain::Date(2028, 12, 31)};
        std::istringstream suppliers(line[3] == "-" ? "" : line[3]);
        for (std::string each; std::getline(suppliers, each, '+');) serves.suppliers.insert(each);
        if (line.size() > 4) {
            serves.from = day(line[4]);
            serves.to = line[5] == "-" ? std::nullopt : std::optional(day(line[5]));
        }
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (names_[i] == line[1]) evidence_[i].serves.push_back(serves);
    }

    // "missing" with or without a day: of a promise that asks for KIND from 2027-01-01 to 2028-12-31, each quarter.
    void missing(const Line& line) {
        Promise promise;
        promise.number = 1;
        promise.from = domain::Date(2027, 1, 1);
        promise.to = domain::Date(2028, 12, 31);
        promise.proof_kind = line[1];
        for (const auto& [name, value] : named(line, 3)) {
            if (name == "within") promise.report_within_days = std::stoi(value);
            if (name == "until") promise.to = day(value);
            if (name == "once") {
                promise.shape = Shape::Once;
                promise.by = day(value);
            }
        }
        std::vector<Document> documents;
        for (const Evidence& each : evidence_) documents.push_back(each.document);
        const auto found = missing_proof(promise, documents, today_);
        CHECK((found ? found->words.at("since") : "-") == line[2]);
        if (found)
            CHECK(render::sentence(domain::Language::Dutch, "finding." + found->rule, found->words).find('{') ==
                  std::string::npos);
    }

    std::vector<std::string> names_;
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

// SPDX-License-Identifier: EUPL-1.2
// Evidence by fingerprint: the document stays in the archive of the organisation, here stand its SHA-256, what it is
// and who looked at it. A fingerprint shows that a document changed or that two are the same, not that it is true.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "domain/model.hpp"

namespace mvoi::domain::promise {

struct Verification {
    std::string by;  // name or account of a person
    Date on{2000, 1, 1};
    std::string sha256;  // of the document that was looked at
    bool operator==(const Verification&) const = default;
};

// A document as it is recorded under a contract.
struct Document {
    int number = 0;             // within the contract, from 1; none is given twice
    std::vector<int> promises;  // numbers of those it is to prove
    std::string sha256;         // 64 hexadecimal digits, lower case
    std::string kind;           // vocabulary "evidence-kinds"
    std::string issuer;         // the maker of the document
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;  // inclusive; nothing: it does not expire
    std::string where;             // in the archive
    std::optional<Verification> verified;
    std::optional<std::string> withdrawn;  // free text: why it is evidence no more
    bool operator==(const Document&) const = default;
};

// The documents recorded at once under one contract: each whole, as it is from now on.
struct DocumentRecord {
    std::string contract;  // UUID
    std::vector<Document> documents;
    bool operator==(const DocumentRecord&) const = default;
};

// A contract under which a document is to prove something.
struct Serves {
    std::string contract;             // as people name it
    std::set<std::string> suppliers;  // their names
    Date from{2000, 1, 1};
    std::optional<Date> to;  // inclusive; nothing: for an indefinite time
    bool operator==(const Serves&) const = default;
};

// A document, and every contract that it serves.
struct Evidence {
    Document document;
    std::vector<Serves> serves;
    bool operator==(const Evidence&) const = default;
};

bool is_sha256(std::string_view text);

struct EvidenceFinding {
    std::vector<std::size_t> evidence;  // indexes of the documents it is about
    Finding finding;
};

// Of each document: no fingerprint, not verified, changed since it was verified, expired by today, expires before a
// contract that it serves ends, not valid yet when such a contract began. Of documents with the same fingerprint: that
// they are to prove promises of contracts that have no supplier in common, one of which may have written it for
// another; or that one certificate stands under several contracts, which is as it should be: renew it once. Nothing is
// said of a document that was withdrawn.
std::vector<EvidenceFinding> findings_of(const std::vector<Evidence>& evidence, Date today);

// A promise that says what kind of evidence is expected has a document of that kind, valid today, from the day on which
// something is first to be shown of it (first_check in due.hpp). Before that day nothing is missing.
//   documents  that are to prove it
std::optional<Finding> missing_proof(const Promise& promise, const std::vector<Document>& documents, Date today);

}  // namespace mvoi::domain::promise

// SPDX-License-Identifier: EUPL-1.2
// The journal as a whole: blacking out, verifying, and the tables that it says.
#include "sequence.hpp"

#include "store/register.hpp"

namespace mvoi::sequence {

void Sequence::redact() {
    std::string member;
    std::int64_t entry = 0;
    Review* frozen = nullptr;
    const std::string theme = "/themes/" + std::to_string(below(6));
    const std::string part = dice(3)   ? "/title"
                             : dice(4) ? "/motives/procedurekeuze"
                             : dice(3) ? theme + "/criteria/0/proof"
                                       : theme + "/explanation/text";
    if (dice(3) && !reviews_.empty()) {
        frozen = &reviews_[static_cast<std::size_t>(below(static_cast<int>(reviews_.size())))];
        entry = frozen->entry;
        member = "/facts/dossier/tender" + part;
    } else {
        const Tender* tender = any_tender();
        if (!tender) return;
        entry = dice(2) ? tender->id : number("SELECT entry FROM tender WHERE id = " + std::to_string(tender->id));
        member = "/facts/tender" + part;
    }
    const Outcome outcome =
        perform("journal.redact", "{\"entry\":" + std::to_string(entry) + ",\"member\":" + json_text(member) +
                                      R"(,"ground":"Woo 5.1 lid 2 e")" + when() + "}");
    if (!outcome.good) return;
    redacted_ = true;
    for (Review& review : reviews_) review.page_key.clear();  // what is shown of texts may be a mark now
    if (!frozen) return;
    frozen->dossier.clear();
    check_frozen(*frozen);
    check(frozen->dossier.find("zwartgelakt") != std::string::npos, "what was blacked out can still be read");
}

void Sequence::check_whole() {
    last_operation_ = "journal.verify, register.rebuild";
    ++counts_.verified;
    const Value verdict = read("journal.verify", "{}");
    check(verdict.boolean_or("intact", false), "the journal does not verify: " + mvoi::json::write(verdict));
    const Value rebuilt = read("register.rebuild", R"({"dryRun":true})");
    check(rebuilt.boolean_or("equal", false),
          "the tables are not what the journal says: " + mvoi::json::write(rebuilt));
}

}  // namespace mvoi::sequence

// SPDX-License-Identifier: EUPL-1.2
// The part of an organisation's tenders that its policy publishes, for the public calendar.
#pragma once

#include <map>

#include "domain/calendar/publication.hpp"
#include "operations/call.hpp"

namespace mvoi::operations {

class Publisher {
  public:
    Publisher(const Call& call, store::Connection& connection, const std::string& organisation);

    // The window in which to look: whole periods, so that nobody learns by asking for one day after the other on which
    // day of its quarter something is planned.
    domain::Date first(domain::Date from) const;
    domain::Date last(domain::Date to) const;

    // Makes the item what the market sees of it. False: nothing.
    //   entry  the journal entry that holds its tender
    bool publish(domain::FeedItem& item, std::int64_t entry);

    // The sentence that stands with the calendar.
    std::string disclaimer() const;

  private:
    std::vector<domain::Detail> details_of(std::int64_t entry);
    std::string band_in_words(const domain::Value& value) const;
    std::string themes_in_words(const domain::Tender& tender) const;

    const Call& call_;
    store::Connection& connection_;
    store::PolicyPointer policy_;
    domain::Published published_;
    std::map<std::int64_t, std::vector<domain::Detail>> seen_;  // by entry: a tender has several milestones
};

}  // namespace mvoi::operations

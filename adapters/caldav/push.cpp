// SPDX-License-Identifier: EUPL-1.2
#include "push.hpp"

#include <algorithm>
#include <cctype>

#include "message.hpp"

namespace mvoi::caldav {

namespace {

constexpr int writes_between_saves = 25;
constexpr int most_tries = 5;     // at one item that others keep changing
constexpr int most_rounds = 3;    // over a collection that others keep changing
constexpr int most_names = 99;    // for one item whose name others have taken
constexpr int most_failures = 5;  // one after the other: then it is the server, not the items

enum class Kind { Create, Update, Remove };

struct Step {
    Kind kind;
    std::string uid;
    std::string path;  // of what is there; empty for what is not
};

// "5f1c…-publicatie@mvoi" → "5f1c…-publicatie", with nothing in it that a server may mind.
std::string file_name(std::string_view uid) {
    std::string name(uid.substr(0, uid.rfind('@')));
    for (char& c : name) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
        if (!plain) c = '_';
    }
    return name;
}

Message reason_of(const WriteResult& result) {
    const std::string why = result.condition.empty() ? "" : " (" + result.condition + ")";
    return message("de server antwoordt {}{}", "the server answers {}{}", {std::to_string(result.status), why});
}

class Push {
  public:
    Push(Collection& collection, const Calendar& calendar, StateFile& file, const PushOptions& options)
        : collection_(collection), calendar_(calendar), file_(file), state_(file.state()), options_(options) {}

    Report run() {
        if (!collection_.is_there() && !make()) return would_create_all();
        // Another round shows what others changed meanwhile, and gives the token that comes after our own writing.
        for (int round = 0; round < most_rounds; ++round) {
            read_collection(!state_.token.empty());
            const std::vector<Step> steps = plan();
            if (options_.dry_run) report_planned(steps);
            if (options_.dry_run || steps.empty()) break;
            carry_out(steps);
        }
        file_.save();
        return finished_report();
    }

  private:
    // ---- the collection itself --------------------------------------------------------------------------------------

    // False when it is only a question.
    bool make() {
        if (!options_.create) {
            throw Refusal(message("de collectie {} bestaat niet; met --create wordt zij gemaakt",
                                  "there is no collection {}; --create makes it", {collection_.address().url()}));
        }
        report_.made = true;
        if (options_.dry_run) return false;
        collection_.make(calendar_.name);
        state_ = {};  // that of another that was there before
        return true;
    }

    Report would_create_all() {
        for (const auto& [uid, item] : calendar_.items) report_.outcomes[uid] = Outcome::Created;
        return std::move(report_);
    }

    // ---- what is there ----------------------------------------------------------------------------------------------

    void read_collection(bool by_token) {
        auto news = by_token ? collection_.changes_since(state_.token) : std::nullopt;
        const Listing listing = news ? std::move(*news) : collection_.everything();
        std::set<std::string> gone(listing.gone.begin(), listing.gone.end());
        if (listing.whole) {
            for (const auto& [path, known] : state_.known) gone.insert(path);
        }
        std::vector<std::string> unread;
        for (const Entry& entry : listing.present) {
            const auto known = state_.known.find(entry.path);
            const bool same = known != state_.known.end() && !entry.etag.empty() && known->second.etag == entry.etag;
            if (same) gone.erase(entry.path);
            if (!same) unread.push_back(entry.path);
        }
        for (const Resource& resource : collection_.read(unread)) {
            remember(resource);
            gone.erase(resource.path);
        }
        for (const std::string& path : gone) forget(path);
        state_.token = listing.token;
    }

    // The item is not as the last push left it; that counts unless it is as the calendar has it.
    void note_change_by_others(const std::string& uid, const std::string& digest) {
        const auto wanted = calendar_.items.find(uid);
        if (wanted != calendar_.items.end() && wanted->second.digest != digest) changed_by_others_.insert(uid);
    }

    void remember(const Resource& resource) {
        const auto content = content_of(resource.body, collection_.component());
        const bool ours = content && is_ours(content->uid);
        KnownResource& known = state_.known[resource.path];
        if (!known.uid.empty() && (!ours || content->digest != known.digest || content->uid != known.uid))
            note_change_by_others(known.uid, ours ? content->digest : "");
        known =
            ours ? KnownResource{content->uid, resource.etag, content->digest} : KnownResource{"", resource.etag, ""};
    }

    void forget(const std::string& path) {
        const auto known = state_.known.find(path);
        if (known == state_.known.end()) return;
        if (!known->second.uid.empty()) note_change_by_others(known->second.uid, "");
        state_.known.erase(known);
    }

    void read_again(const std::string& path) {
        if (const auto resource = collection_.read(path))
            remember(*resource);
        else
            forget(path);
    }

    std::string path_of_item(const std::string& uid) const {
        for (const auto& [path, known] : state_.known) {
            if (known.uid == uid) return path;
        }
        return {};
    }

    // ---- what is to be done -----------------------------------------------------------------------------------------

    std::vector<Step> plan() const {
        std::vector<Step> steps;
        std::set<std::string> seen;
        const auto add = [&](Kind kind, const std::string& uid, const std::string& path) {
            if (!is_refused(uid)) steps.push_back({kind, uid, path});
        };
        for (const auto& [path, known] : state_.known) {
            if (known.uid.empty()) continue;
            const auto wanted = calendar_.items.find(known.uid);
            const bool first = seen.insert(known.uid).second;
            if (wanted == calendar_.items.end() || !first)
                add(Kind::Remove, known.uid, path);
            else if (wanted->second.digest != known.digest)
                add(Kind::Update, known.uid, path);
        }
        if (calendar_.items.empty() && !steps.empty() && !options_.allow_empty) {
            throw Refusal(
                message("de kalender is leeg en in de collectie staan {} items ervan; die worden pas verwijderd met "
                        "--allow-empty",
                        "the calendar is empty and the collection has {} items of it; they are removed only with "
                        "--allow-empty",
                        {std::to_string(steps.size())}));
        }
        for (const auto& [uid, item] : calendar_.items) {
            if (!seen.contains(uid)) add(Kind::Create, uid, {});
        }
        return steps;
    }

    Outcome outcome_of(const Step& step) const {
        if (step.kind == Kind::Remove) return Outcome::Removed;
        if (changed_by_others_.contains(step.uid)) return Outcome::SetBack;
        return step.kind == Kind::Create ? Outcome::Created : Outcome::Changed;
    }

    void report_planned(const std::vector<Step>& steps) {
        for (const Step& step : steps) report_.outcomes[step.uid] = outcome_of(step);
    }

    // ---- doing it ---------------------------------------------------------------------------------------------------

    void carry_out(const std::vector<Step>& steps) {
        int unsaved = 0;
        try {
            for (const Step& step : steps) {
                if (step.kind == Kind::Remove ? removed(step) : written(step))
                    report_.outcomes[step.uid] = outcome_of(step);
                if (++unsaved < writes_between_saves) continue;
                file_.save();
                unsaved = 0;
            }
        } catch (const Error&) {
            file_.save();
            throw;
        }
    }

    // True when the item is now there as the calendar has it. Whoever comes in between is seen by the etag, or by the
    // name being taken; then what is there is read, and decided upon again.
    bool written(const Step& step) {
        const Item& item = calendar_.items.at(step.uid);
        for (int tries = 0; tries < most_tries + most_names; ++tries) {
            std::string path = path_of_item(step.uid);
            const KnownResource known = path.empty() ? KnownResource{} : state_.known.at(path);
            if (tries > 0 && known.digest == item.digest) return true;  // an earlier try did arrive
            if (!path.empty() && known.etag.empty()) return refuse(step.uid, no_etag());
            if (tries >= most_tries && !path.empty()) break;
            const bool is_new = path.empty();
            if (is_new) path = free_path(step.uid);
            const WriteResult result =
                is_new ? collection_.put_new(path, item.text) : collection_.put_over(path, known.etag, item.text);
            if (result.outcome == WriteOutcome::Done) {
                state_.known[path] = {step.uid, result.etag, item.digest};
                failures_ = 0;
                return true;
            }
            if (result.outcome == WriteOutcome::Refused) return refuse(step.uid, result);
            if (result.outcome == WriteOutcome::UidTaken) {
                find_elsewhere(result.path);
                if (path_of_item(step.uid).empty()) return refuse(step.uid, reason_of(result));
                continue;
            }
            read_again(path);
            if (is_new && !state_.known.contains(path)) return refuse(step.uid, reason_of(result));
        }
        return refuse(step.uid, message("anderen blijven het veranderen", "others keep changing it"));
    }

    // True when it is gone by our doing, or because somebody else removed it too.
    bool removed(const Step& step) {
        for (int tries = 0; tries < most_tries; ++tries) {
            const auto known = state_.known.find(step.path);
            if (known == state_.known.end()) return true;
            if (known->second.uid != step.uid) return false;  // another item has taken its name
            if (known->second.etag.empty()) return refuse(step.uid, no_etag());
            const WriteResult result = collection_.remove(step.path, known->second.etag);
            if (result.outcome == WriteOutcome::Done) {
                state_.known.erase(step.path);
                return true;
            }
            if (result.outcome != WriteOutcome::Changed) return refuse(step.uid, result);
            read_again(step.path);
        }
        return refuse(step.uid, message("anderen blijven het veranderen", "others keep changing it"));
    }

    static Message no_etag() {
        return message("de server geeft er geen ETag van, en zonder kan iemands wijziging verloren gaan",
                       "the server gives no ETag of it, and without one a change of somebody else may be lost");
    }

    // The item whose UID is taken: at the path that the server names, or anywhere in the collection.
    void find_elsewhere(const std::string& path) {
        if (!path.empty())
            read_again(path);
        else
            read_collection(false);
    }

    std::string free_path(const std::string& uid) const {
        const std::string begin = collection_.address().path + file_name(uid);
        std::string path = begin + ".ics";
        for (int number = 2; state_.known.contains(path); ++number)
            path = begin + "-" + std::to_string(number) + ".ics";
        return path;
    }

    bool refuse(const std::string& uid, const WriteResult& result) {
        failures_ = result.status >= 500 ? failures_ + 1 : 0;
        if (failures_ == most_failures) {
            throw Fault(message("de server antwoordt {} op item na item; wat tot nu toe lukte, is onthouden",
                                "the server answers {} to item after item; what was done until now is remembered",
                                {std::to_string(result.status)}));
        }
        return refuse(uid, reason_of(result));
    }
    bool refuse(const std::string& uid, Message reason) {
        report_.outcomes[uid] = Outcome::Refused;
        report_.refused.push_back({uid, std::move(reason)});
        return false;
    }
    bool is_refused(const std::string& uid) const {
        const auto outcome = report_.outcomes.find(uid);
        return outcome != report_.outcomes.end() && outcome->second == Outcome::Refused;
    }

    Report finished_report() {
        for (const auto& [uid, item] : calendar_.items) report_.untouched += report_.outcomes.contains(uid) ? 0 : 1;
        for (const auto& [path, known] : state_.known) report_.foreign += known.uid.empty() ? 1 : 0;
        return std::move(report_);
    }

    Collection& collection_;
    const Calendar& calendar_;
    StateFile& file_;
    State& state_;
    const PushOptions& options_;
    Report report_;
    int failures_ = 0;                         // of the server, one after the other
    std::set<std::string> changed_by_others_;  // UIDs of ours that others changed or removed
};

}  // namespace

std::size_t Report::count(Outcome outcome) const {
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(), [&](const auto& each) { return each.second == outcome; }));
}

Report push(Collection& collection, const Calendar& calendar, StateFile& file, const PushOptions& options) {
    return Push(collection, calendar, file, options).run();
}

}  // namespace mvoi::caldav

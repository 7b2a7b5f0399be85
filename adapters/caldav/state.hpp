// SPDX-License-Identifier: EUPL-1.2
// The memory of a push for the next one, so that only changes are asked for and sent. It may be lost: the collection is
// read again then.
#pragma once

#include <map>
#include <string>

namespace mvoi::caldav {

// A resource in the collection as it was last seen or written.
struct KnownResource {
    std::string uid;  // empty: not ours
    std::string etag;
    std::string digest;  // of its content
};

struct State {
    std::string token;                           // of sync-collection; empty when there is none
    std::map<std::string, KnownResource> known;  // by path
};

// The file of a state, held by one push at a time.
class StateFile {
  public:
    // url and component say which collection it is of, selection which calendar. Throws Refusal when the file is of
    // another collection or calendar, or another push is under way; Fault when it cannot be written.
    // to_be_written false: nothing is made or changed, not even a folder.
    StateFile(std::string path, std::string url, std::string component, std::string selection, bool to_be_written);
    ~StateFile();
    StateFile(const StateFile&) = delete;
    StateFile& operator=(const StateFile&) = delete;

    State& state() { return state_; }
    // It was there, but could not be understood.
    bool was_damaged() const { return damaged_; }
    // On the disk when it returns; whoever reads the file sees it whole, before or after.
    void save();

  private:
    void hold();
    void load();

    std::string path_, url_, component_, selection_;
    bool to_be_written_;
    bool damaged_ = false;
    int lock_ = -1;
    State state_;
};

// The path of a state when none is given: one file per collection and type of component. Empty when there is no home.
std::string usual_state_path(const std::string& url, const std::string& component);

}  // namespace mvoi::caldav

// SPDX-License-Identifier: EUPL-1.2
// The place of a register: its path, the file that stands there, and the log and index (-wal, -shm) that SQLite keeps
// beside it. What is written is in the register only while all three are still what their paths lead to.
//
// Processes tell each other by locks (locks.hpp). On the register itself: the name by which it is used, and the log and
// index it is used with. On the log: the register it belongs to. So two that use different ones together see it before
// they do harm, however each of them came there.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/sqlite/locks.hpp"

namespace mvoi::store::sqlite {

// A file as it lies, to see later that nobody touched it.
struct FileState {
    FileId id;
    std::int64_t bytes = 0, changed_ns = 0;
    std::uint64_t names = 0;
    bool operator==(const FileState&) const = default;
};

FileState state_of(const std::string& path);

class Place {
  public:
    // The file at the path as this process has it, shared by all who use it. Called by one who is inside (gate.hpp).
    // Throws Storage: no file, none of the usual kind, in use under another name. Throws Busy: a copy is being put
    // back.
    static std::shared_ptr<Place> of(const std::string& path);
    // In the child of a fork: what is open belongs to the parent.
    static void forget() noexcept;

    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    const std::string& path() const { return path_; }
    const std::string& log() const { return log_; }
    const std::string& index() const { return index_; }

    // Throws Displaced when the path leads elsewhere, or one of the two beside it does while this process uses them.
    // AloneToo: throws Storage when the file has a second name.
    enum class Check { Here, AloneToo };
    void check(Check what) const;
    // The file is kept with a log (SQLite's WAL mode), as every register is that was opened to be written. A copy is
    // not.
    bool kept_with_log() const;
    // Called when this process found that the path leads elsewhere, and has nothing left in the log: the file may be
    // opened under the name it has now.
    void give_up_name() noexcept;
    // That it can still be put right: the file is somewhere, and so is all that was written.
    bool exists() const;

    // Register, log, index and the journal of an unfinished beginning, as they lie.
    struct Lie {
        FileState main, log, index, journal;
        bool operator==(const Lie&) const = default;
        // Nobody can be writing: what has been written is in the register, and in the log if that has a size.
        bool quiet() const { return !(log.id.there() && index.id.there()) && journal.bytes == 0; }
    };
    Lie lie() const;
    // The log that lies here was found to belong to the register that does.
    bool fits(const Lie& lie) const;
    void found_to_fit(const Lie& lie);

    // This process uses the log and the index.
    bool in_use() const;
    // Another process uses the register, with this log and index or with others.
    bool used_elsewhere() const;
    // SQLite in this or another process holds the register.
    bool held() const;
    // SQLite in this process holds a lock of the index that keeps others out.
    bool keeps_others_out() const;
    // Throws Storage when others use the register with another log or index than those that lie here, or these with
    // another register. Waits a moment for those who are just leaving.
    void admit() const;

    // A connection that uses the log and the index. It begins before SQLite opens them and lives longer than SQLite's
    // own: what lies there is kept open meanwhile, so that it is known which files SQLite opened.
    class Use {
      public:
        //   makes  the files that are not there; otherwise Busy is thrown
        // Throws Displaced when one of them is another than this process uses.
        Use(std::shared_ptr<Place> place, bool makes);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        // Called once SQLite has opened both. Throws Displaced and Busy when they are not those that others use, or
        // were replaced while they were being opened.
        void begin();
        // The last to close the register is to have it to himself.
        void about_to_close() noexcept {
            if (begun_) place_->let_others_close();
        }

      private:
        std::shared_ptr<Place> place_;
        bool begun_ = false;
    };

  private:
    Place(std::string path, int file, FileId id);
    static Place* taken(const std::string& path);
    // Keeps open what the other has open on the same file.
    void inherit(Place& left) noexcept;
    void take_name() const;
    const char* hindrance() const;
    void prepare_use(bool makes);
    void keep_sides_open(bool makes);
    void close_sides() noexcept;
    void begin_use(bool& begun);
    void claim();
    void let_others_close() noexcept;
    void end_use() noexcept;
    void clear_away() noexcept;
    [[noreturn]] void refuse(Trouble trouble, const char* rule, const std::string& value = {}) const;

    friend struct Places;
    const std::string path_, log_, index_;
    int file_;  // open as long as this lives: closing it would drop the locks of SQLite in this process
    const FileId id_;
    int users_ = 0;               // guarded by the lock of all places, as are those below
    std::vector<int> inherited_;  // open on the same file, for one whose name was given up before

    mutable std::mutex use_;             // guards the members below
    int connections_ = 0, holders_ = 0;  // the second: those that have begun and are not about to close
    bool claimed_ = false;               // by the locks that say so
    int log_file_ = -1, index_file_ = -1;
    FileId log_id_, index_id_;
    FileState fitting_, fitting_log_;
};

// While it lives nobody has the register open and nobody can open it. Nothing: somebody has.
class Alone {
  public:
    static std::unique_ptr<Alone> with(const std::string& path);
    ~Alone();
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

  private:
    explicit Alone(int file) : file_(file) {}
    int file_;
};

}  // namespace mvoi::store::sqlite

// SPDX-License-Identifier: EUPL-1.2
// The log and the index beside a register: which of them this process uses, and that no other uses different ones.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include "store/sqlite/place.hpp"

namespace mvoi::store::sqlite {
namespace {

int opened_beside(const std::string& path) {
    return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
}

// An empty file, for all who may write the register, as SQLite would make it.
int made_beside(int main, const std::string& path) {
    struct stat like {};
    if (::fstat(main, &like) != 0) throw not_opened(path);
    const int file = ::open(path.c_str(), O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, like.st_mode & 0777);
    if (file < 0 && errno == EEXIST) throw StoreError(Trouble::Busy, path + " was made by another");
    if (file < 0) throw not_opened(path);
    if (::fchmod(file, like.st_mode & 0777) != 0 ||
        (::geteuid() == 0 && ::fchown(file, like.st_uid, like.st_gid) != 0 && errno != EPERM)) {
        const StoreError refused = not_opened(path);
        ::close(file);
        throw refused;
    }
    return file;
}

}  // namespace

// The rule that says why the log and index that lie here cannot be used; nullptr: they can.
const char* Place::hindrance() const {
    const FileId log_now = id_at(log()), index_now = id_at(index());
    const std::int64_t own = place_in_stretch(log_now, index_now);
    if (log_now.there() && index_now.there() ? others_hold(file_, of_sides, own) : used_elsewhere())
        return "store.side-elsewhere";
    const int file = opened_beside(log());
    if (file < 0) return nullptr;
    const bool foreign = others_hold(file, of_registers, place_in_stretch(id_, {}));
    ::close(file);
    return foreign ? "store.side-of-another" : nullptr;
}

void Place::admit() const {
    constexpr int tries = 100;
    const char* rule = nullptr;
    for (int i = 0; i < tries; ++i) {
        {
            const std::lock_guard lock(use_);
            if (claimed_) return;  // check() looks after it
        }
        rule = hindrance();
        if (!rule) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    refuse(Trouble::Storage, rule, log());
}

// From here on the index stays open until SQLite has closed it: closing it earlier would drop locks. A register that is
// being made has neither log nor index yet.
void Place::keep_sides_open(bool makes) {
    if (!kept_with_log()) return;
    for (auto [path, file] : {std::pair{&log_, &log_file_}, std::pair{&index_, &index_file_}}) {
        *file = opened_beside(*path);
        if (*file < 0 && errno != ENOENT) throw not_opened(*path);
        if (*file < 0 && !makes) throw StoreError(Trouble::Busy, *path + " was put away");
        if (*file < 0) *file = made_beside(file_, *path);
    }
    log_id_ = id_of_open(log_file_);
    index_id_ = id_of_open(index_file_);
}

void Place::prepare_use(bool makes) {
    const std::lock_guard lock(use_);
    if (connections_++ > 0) return;
    try {
        keep_sides_open(makes);
    } catch (...) {
        connections_ = 0;
        close_sides();
        throw;
    }
}

// Says to other processes which log and index are used here, and hears which they use.
void Place::claim() {
    if (log_file_ < 0) log_id_ = id_of_open(log_file_ = opened_beside(log()));
    if (index_file_ < 0) index_id_ = id_of_open(index_file_ = opened_beside(index()));
    if (log_file_ < 0 || index_file_ < 0) throw not_opened(log_file_ < 0 ? log() : index());
    const std::int64_t own = place_in_stretch(log_id_, index_id_), register_here = place_in_stretch(id_, {});
    claimed_ = id_at(log()) == log_id_ && id_at(index()) == index_id_ &&
               take(log_file_, F_RDLCK, of_registers + register_here, 1) && take(file_, F_RDLCK, of_sides + own, 1) &&
               !others_hold(log_file_, of_registers, register_here) && !others_hold(file_, of_sides, own);
    if (!claimed_) throw StoreError(Trouble::Busy, "store.side-elsewhere", {{"place", path_}, {"value", path_}});
}

void Place::begin_use(bool& begun) {
    const std::lock_guard lock(use_);
    if (!claimed_) claim();
    if (id_at(log()) != log_id_) refuse(Trouble::Displaced, "store.side-gone", log());
    if (id_at(index()) != index_id_) refuse(Trouble::Displaced, "store.side-gone", index());
    begun = true;
    if (++holders_ > 1) return;
    take(file_, F_RDLCK, of_open_register, open_register_bytes);
    take(index_file_, F_RDLCK, of_open_index, 1);
}

bool Place::keeps_others_out() const {
    const std::lock_guard lock(use_);
    return index_file_ >= 0 && held_alone_here(index_file_, of_index, index_locks);
}

void Place::let_others_close() noexcept {
    const std::lock_guard lock(use_);
    if (--holders_ > 0) return;
    release(file_, of_open_register, open_register_bytes);
}

void Place::end_use() noexcept {
    const std::lock_guard lock(use_);
    if (--connections_ > 0) return;
    claimed_ = false;
    release(file_, of_sides, stretch);
    clear_away();
    close_sides();
}

void Place::close_sides() noexcept {
    for (int* file : {&log_file_, &index_file_})
        if (*file >= 0) ::close(std::exchange(*file, -1));
}

// A register that was moved leaves its log and index behind, and whatever comes to stand there must not find them.
void Place::clear_away() noexcept try {
    if (id_at(path_) == id_) return;
    struct stat log_now {};
    const bool emptied = log_file_ >= 0 && ::fstat(log_file_, &log_now) == 0 && log_now.st_size == 0;
    if ((exists() && !emptied) || anyone_holds(log_file_, of_registers, stretch)) return;
    if (id_at(index()) == index_id_) ::unlink(index().c_str());
    if (id_at(log()) == log_id_) ::unlink(log().c_str());
} catch (...) {  // no memory for a name: it stays, and is refused to others
}

Place::Use::Use(std::shared_ptr<Place> place, bool makes) : place_(std::move(place)) {
    place_->prepare_use(makes);
}

void Place::Use::begin() {
    place_->begin_use(begun_);
}

Place::Use::~Use() {
    place_->end_use();
}

}  // namespace mvoi::store::sqlite

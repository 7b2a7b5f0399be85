// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/place.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

namespace mvoi::store::sqlite {

// The registers that this process has open.
struct Places {
    std::mutex lock;
    std::map<FileId, Place*> open;
    static Places*& all() {
        static auto* instance = new Places;  // kept for ever: calls may come while the process ends
        return instance;
    }
    static void leave(Place* place) {
        Places& all = *Places::all();
        const std::lock_guard lock(all.lock);
        if (--place->users_ > 0) return;
        const auto found = all.open.find(place->id_);
        if (found != all.open.end() && found->second == place)
            all.open.erase(found);
        else if (found != all.open.end())
            found->second->inherit(*place);
        delete place;  // under the lock: nobody else of this process may be opening the file
    }
};

namespace {
const char* kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "store.folder";
    return "store.no-regular";
}

// The same, for who must know: that there is none is seen.
FileId seen_at(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) return id_of(status);
    if (errno == ENOENT || errno == ENOTDIR) return {};
    throw not_opened(path);
}

}  // namespace

FileState state_of(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return {};
    return {id_of(status), status.st_size,
            std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + std::int64_t{status.st_mtim.tv_nsec},
            static_cast<std::uint64_t>(status.st_nlink)};
}

Place::Place(std::string path, int file, FileId id)
    : path_(std::move(path)), log_(path_ + "-wal"), index_(path_ + "-shm"), file_(file), id_(id) {}

Place::~Place() {
    for (const int file : inherited_) ::close(file);
    if (file_ >= 0) ::close(file_);
}

// A file that stays open for want of memory does no harm.
void Place::inherit(Place& left) noexcept {
    const int file = std::exchange(left.file_, -1);
    try {
        inherited_.insert(inherited_.end(), left.inherited_.begin(), left.inherited_.end());
        left.inherited_.clear();
        inherited_.push_back(file);
    } catch (...) {
        left.inherited_.clear();
    }
}

void Place::give_up_name() noexcept {
    Places& all = *Places::all();
    const std::lock_guard lock(all.lock);
    const auto found = all.open.find(id_);
    if (found == all.open.end() || found->second != this) return;
    all.open.erase(found);
    release(file_, of_names, stretch);
}

bool Place::kept_with_log() const {
    constexpr off_t of_write_version = 18;  // https://www.sqlite.org/fileformat.html, 1.3.3
    constexpr unsigned char with_log = 2;
    unsigned char version = 0;
    return ::pread(file_, &version, 1, of_write_version) == 1 && version == with_log;
}

void Place::refuse(Trouble trouble, const char* rule, const std::string& value) const {
    throw StoreError(trouble, rule, {{"place", path_}, {"value", value.empty() ? path_ : value}});
}

// The place of the file at the path, counted once more.
Place* Place::taken(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) throw StoreError(Trouble::Storage, "store.none", {{"value", path}});
        throw not_opened(path);
    }
    if (!S_ISREG(status.st_mode)) throw StoreError(Trouble::Storage, kind_of(status.st_mode), {{"value", path}});
    Places& all = *Places::all();
    const std::lock_guard lock(all.lock);
    auto found = all.open.find(id_of(status));
    if (found == all.open.end()) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        if (file < 0) throw not_opened(path);
        struct stat opened {};
        if (::fstat(file, &opened) != 0 || id_of(opened) != id_of(status)) {  // replaced at this moment
            if (!all.open.contains(id_of(opened))) ::close(file);
            throw StoreError(Trouble::Busy, path + " is being replaced");
        }
        std::unique_ptr<Place> made(new Place(path, file, id_of(status)));
        made->take_name();
        if (id_at(path) != made->id_) throw StoreError(Trouble::Busy, path + " is being replaced");
        found = all.open.emplace(made->id_, made.get()).first;
        made.release();
    }
    Place* const place = found->second;
    if (place->path_ != path)
        throw StoreError(Trouble::Storage, "store.second-name", {{"place", path}, {"value", place->path_}});
    ++place->users_;
    return place;
}

std::shared_ptr<Place> Place::of(const std::string& path) {
    return {taken(path), Places::leave};
}

void Place::forget() noexcept {
    for (const auto& [id, place] : Places::all()->open) ::close(place->file_);
    Places::all() = new Places;
}

// A name is a folder and what the file is called there: a folder may have different names to different processes, as in
// a container, and log and index lie in it all the same.
void Place::take_name() const {
    const std::size_t slash = path_.rfind('/');
    struct stat folder {};
    if (::stat(path_.substr(0, slash + 1).c_str(), &folder) != 0) throw not_opened(path_);
    const std::int64_t own = place_in_stretch(id_of(folder), {}, std::string_view(path_).substr(slash + 1));
    if (!take(file_, F_RDLCK, of_names + own, 1)) throw StoreError(Trouble::Busy, path_ + " is being put back");
    if (others_hold(file_, of_names, own)) refuse(Trouble::Storage, "store.second-name-elsewhere");
}

void Place::check(Check what) const {
    struct stat status {};
    if (::lstat(path_.c_str(), &status) != 0) {
        if (errno != ENOENT && errno != ENOTDIR) throw not_opened(path_);
        refuse(Trouble::Displaced, "store.gone");
    }
    if (id_of(status) != id_) refuse(Trouble::Displaced, "store.replaced");
    if (what == Check::AloneToo && status.st_nlink != 1) refuse(Trouble::Storage, "store.linked");
    const std::lock_guard lock(use_);
    if (!claimed_) return;
    if (seen_at(log()) != log_id_) refuse(Trouble::Displaced, "store.side-gone", log());
    if (seen_at(index()) != index_id_) refuse(Trouble::Displaced, "store.side-gone", index());
}

bool Place::exists() const {
    struct stat status {};
    return ::fstat(file_, &status) == 0 && status.st_nlink > 0;
}

Place::Lie Place::lie() const {
    return {state_of(path_), state_of(log()), state_of(index()), state_of(path_ + "-journal")};
}

bool Place::fits(const Lie& lie) const {
    const std::lock_guard lock(use_);
    return lie.main == fitting_ && lie.log == fitting_log_;
}

void Place::found_to_fit(const Lie& lie) {
    const std::lock_guard lock(use_);
    fitting_ = lie.main;
    fitting_log_ = lie.log;
}

bool Place::in_use() const {
    const std::lock_guard lock(use_);
    return connections_ > 0;
}

bool Place::used_elsewhere() const {
    return anyone_holds(file_, of_sides, stretch);
}

bool Place::held() const {
    return anyone_holds(file_, of_sqlite, sqlite_bytes);
}

// ---- alone ----------------------------------------------------------------------------------------------------------

std::unique_ptr<Alone> Alone::with(const std::string& path) {
    struct stat status {};
    Places& all = *Places::all();
    const std::lock_guard lock(all.lock);
    if (::stat(path.c_str(), &status) != 0) throw not_opened(path);
    if (!S_ISREG(status.st_mode)) throw StoreError(Trouble::Storage, kind_of(status.st_mode), {{"value", path}});
    if (all.open.contains(id_of(status))) return nullptr;
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) throw not_opened(path);
    std::unique_ptr<Alone> alone(new Alone(file));
    const bool taken = take(file, F_WRLCK, of_names, stretch) && take(file, F_WRLCK, of_sides, stretch) &&
                       take(file, F_WRLCK, of_sqlite, sqlite_bytes);
    if (!taken || id_at(path) != id_of(status)) return nullptr;
    return alone;
}

Alone::~Alone() {
    ::close(file_);
}

}  // namespace mvoi::store::sqlite

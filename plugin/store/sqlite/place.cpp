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

// Where on a file the locks are. SQLite's own are at 1 GiB and its 512 bytes beyond.
constexpr std::int64_t stretch = std::int64_t{1} << 40;
constexpr std::int64_t of_names = std::int64_t{1} << 50;
constexpr std::int64_t of_sides = std::int64_t{1} << 51;
constexpr std::int64_t of_registers = std::int64_t{1} << 50;  // on the log
constexpr std::int64_t of_sqlite = 0x40000000;
constexpr std::int64_t sqlite_bytes = 512;
// SQLite holds these while the register is open, on the register and on the index. A host that opens and closes one of
// the files by itself takes these locks away from it; ours stay.
constexpr std::int64_t of_open_register = of_sqlite + 2, open_register_bytes = 510;
constexpr std::int64_t of_open_index = 128;

std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        hash = (hash ^ static_cast<const unsigned char*>(data)[i]) * 0x100000001B3ULL;  // FNV-1a
    return hash;
}

std::int64_t place_in_stretch(const FileId& a, const FileId& b, std::string_view name = {}) {
    std::uint64_t hash = mixed(0xCBF29CE484222325ULL, &a, sizeof a);
    hash = mixed(mixed(hash, &b, sizeof b), name.data(), name.size());
    return static_cast<std::int64_t>((hash ^ hash >> 40) % static_cast<std::uint64_t>(stretch));
}

struct flock range(short type, std::int64_t start, std::int64_t length) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = length;
    return lock;
}

// False: others hold what is asked for.
bool take(int file, short type, std::int64_t start, std::int64_t length) {
    struct flock lock = range(type, start, length);
    if (::fcntl(file, F_OFD_SETLK, &lock) == 0) return true;
    if (errno == EAGAIN || errno == EACCES) return false;
    throw StoreError(Trouble::Storage, std::string("no locks can be kept on this disk: ") + std::strerror(errno));
}

bool anyone_holds(int file, std::int64_t start, std::int64_t length) {
    if (length <= 0) return false;
    struct flock lock = range(F_WRLCK, start, length);
    return ::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

bool others_hold(int file, std::int64_t base, std::int64_t own) {
    return anyone_holds(file, base, own) || anyone_holds(file, base + own + 1, stretch - own - 1);
}

FileId id_of(const struct stat& status) {
    return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino)};
}

FileId id_at(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 ? id_of(status) : FileId{};
}

const char* kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "store.folder";
    return "store.no-regular";
}

// The right word for a file that cannot be opened.
StoreError not_opened(const std::string& path) {
    const int why = errno;
    const bool files = why == EMFILE || why == ENFILE;
    return {files ? Trouble::Full : Trouble::Storage, path + ": " + std::strerror(why)};
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
    struct flock nothing = range(F_UNLCK, of_names, stretch);
    ::fcntl(file_, F_OFD_SETLK, &nothing);
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

// The rule that says why the log and index that lie here cannot be used; nullptr: they can.
const char* Place::hindrance() const {
    const FileId log_now = id_at(log()), index_now = id_at(index());
    const std::int64_t own = place_in_stretch(log_now, index_now);
    if (log_now.there() && index_now.there() ? others_hold(file_, of_sides, own) : used_elsewhere())
        return "store.side-elsewhere";
    const int file = ::open(log().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
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

// ---- using the log and the index ------------------------------------------------------------------------------------

namespace {

int opened_beside(const std::string& path) {
    return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
}

FileId id_of_open(int file) {
    struct stat opened {};
    return file >= 0 && ::fstat(file, &opened) == 0 ? id_of(opened) : FileId{};
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
        for (int* file : {&log_file_, &index_file_})
            if (*file >= 0) ::close(std::exchange(*file, -1));
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

void Place::let_others_close() noexcept {
    const std::lock_guard lock(use_);
    if (--holders_ > 0) return;
    struct flock nothing = range(F_UNLCK, of_open_register, open_register_bytes);
    ::fcntl(file_, F_OFD_SETLK, &nothing);
}

void Place::end_use() noexcept {
    const std::lock_guard lock(use_);
    if (--connections_ > 0) return;
    claimed_ = false;
    struct flock nothing = range(F_UNLCK, of_sides, stretch);
    ::fcntl(file_, F_OFD_SETLK, &nothing);
    clear_away();
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

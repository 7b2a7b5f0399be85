// SPDX-License-Identifier: EUPL-1.2
// The choice of the engine that keeps a register. There is one so far: a file of SQLite.
#include <filesystem>

#include "store/engine.hpp"
#include "store/sqlite/sqlite_engine.hpp"

namespace mvoi::store {
namespace {

constexpr int links_followed = 40;  // as many as the system itself follows

}  // namespace

bool is_file_name(std::string_view name) {
    const bool blank = name.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return !blank && name.find('\0') == std::string_view::npos && name != ":memory:" && !name.starts_with("file:");
}

// A link to a file that is not there yet is followed by hand: once the file is there, both names are to mean it.
std::string full_name(const std::string& name) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::path full = fs::absolute(name, error);
    for (int links = 0; !error && links < links_followed; ++links) {
        std::error_code none;  // there is nothing by that name
        if (!fs::is_symlink(full, none)) break;
        full = full.parent_path() / fs::read_symlink(full, error);
    }
    if (!error) full = fs::weakly_canonical(full, error);
    if (error) throw StoreError(Trouble::Storage, name + ": " + error.message());
    return full.string();
}

std::unique_ptr<Engine> open_engine(const std::string& full_name, bool read_only,
                                    std::chrono::steady_clock::time_point deadline,
                                    const std::function<void(Connection&)>& fill) {
    return std::make_unique<sqlite::SqliteEngine>(full_name, read_only, deadline, fill);
}

void forget_open_files() noexcept {
    sqlite::Place::forget();
}

std::unique_ptr<Connection> empty_register() {
    return sqlite::empty_register();
}

std::unique_ptr<Connection> scratch_register() {
    return sqlite::scratch_register();
}

int schema_version() {
    return sqlite::schema_version();
}

}  // namespace mvoi::store

// SPDX-License-Identifier: EUPL-1.2
#include "state.hpp"

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "content.hpp"
#include "message.hpp"

namespace mvoi::caldav {

namespace {

using Poco::JSON::Object;

constexpr int edition = 1;  // of the form of the file

[[noreturn]] void cannot_write(const std::string& path) {
    throw Fault(message("{} is niet te schrijven: {}", "cannot write {}: {}", {path, std::strerror(errno)}));
}

void write_whole(int file, std::string_view text, const std::string& path) {
    while (!text.empty()) {
        const ssize_t count = write(file, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) cannot_write(path);
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace

StateFile::StateFile(std::string path, std::string url, std::string component, std::string selection,
                     bool to_be_written)
    : path_(std::move(path)),
      url_(std::move(url)),
      component_(std::move(component)),
      selection_(std::move(selection)),
      to_be_written_(to_be_written) {
    if (to_be_written_) hold();
    load();
}

StateFile::~StateFile() {
    if (lock_ >= 0) close(lock_);
}

// The lock is a file of its own, which stays: the state itself is replaced with every save.
void StateFile::hold() {
    const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    lock_ = open((path_ + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) cannot_write(path_ + ".lock");
    if (flock(lock_, LOCK_EX | LOCK_NB) == 0) return;
    close(std::exchange(lock_, -1));
    throw Refusal(message("er werkt al een andere opdracht aan deze collectie ({}.lock)",
                          "another command is at work on this collection already ({}.lock)", {path_}));
}

void StateFile::load() {
    std::ifstream in(path_, std::ios::binary);
    if (!in) return;
    std::ostringstream text;
    text << in.rdbuf();
    Object::Ptr file;
    State state;
    try {
        file = Poco::JSON::Parser().parse(text.str()).extract<Object::Ptr>();
        if (file->getValue<int>("edition") != edition) throw Poco::DataFormatException("edition");
        state.token = file->getValue<std::string>("syncToken");
        const Object::Ptr known = file->getObject("resources");
        for (const auto& [path, value] : *known) {
            const Object::Ptr one = value.extract<Object::Ptr>();
            state.known[path] = {one->getValue<std::string>("uid"), one->getValue<std::string>("etag"),
                                 one->getValue<std::string>("digest")};
        }
        if (file->getValue<std::string>("collection") != url_ || file->getValue<std::string>("component") != component_)
            throw Refusal(message("{} hoort bij een andere collectie; kies met --state een ander bestand",
                                  "{} belongs to another collection; choose another file with --state", {path_}));
        if (file->getValue<std::string>("selection") != selection_) {
            throw Refusal(message(
                "in deze collectie is eerder een andere kalender gezet ({}, nu {}); een collectie hoort bij één "
                "kalender. Moet zij nu deze krijgen, haal dan eerst {} weg",
                "another calendar was put into this collection before ({}, now {}); a collection belongs to "
                "one calendar. If it is to get this one now, first remove {}",
                {file->getValue<std::string>("selection"), selection_, path_}));
        }
    } catch (const Error&) {
        throw;
    } catch (const std::exception&) {  // Poco's own, and what an empty pointer throws
        damaged_ = true;
        return;
    }
    state_ = std::move(state);
}

void StateFile::save() {
    if (!to_be_written_) return;
    Object known(Poco::JSON_PRESERVE_KEY_ORDER);
    for (const auto& [path, one] : state_.known) {
        Object::Ptr entry = new Object(Poco::JSON_PRESERVE_KEY_ORDER);
        entry->set("uid", one.uid).set("etag", one.etag).set("digest", one.digest);
        known.set(path, entry);
    }
    Object file(Poco::JSON_PRESERVE_KEY_ORDER);
    file.set("edition", edition).set("collection", url_).set("component", component_).set("selection", selection_);
    file.set("syncToken", state_.token).set("resources", known);
    std::ostringstream text;
    file.stringify(text);
    const std::string beside = path_ + ".new";
    const int out = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (out < 0) cannot_write(beside);
    try {
        write_whole(out, text.str(), beside);
    } catch (...) {
        close(out);
        throw;
    }
    const bool on_disk = fsync(out) == 0;
    if (close(out) != 0 || !on_disk || std::rename(beside.c_str(), path_.c_str()) != 0) cannot_write(path_);
}

std::string usual_state_path(const std::string& url, const std::string& component) {
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    std::string folder = state != nullptr && *state == '/' ? state : "";
    if (folder.empty() && home != nullptr && *home == '/') folder = std::string(home) + "/.local/state";
    if (folder.empty()) return {};
    return folder + "/mvoi/caldav-" + sha256(url + " " + component).substr(0, 16) + ".json";
}

}  // namespace mvoi::caldav

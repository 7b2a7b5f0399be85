// SPDX-License-Identifier: EUPL-1.2
// A register that is moved, replaced, linked, removed and put back at random moments while four processes write to it:
// every call that was answered MVOI_OK stands in the file that bore the path then, and a session of another file than
// the one at the path is answered MVOI_OK no more.
// Called: place_check [ROUNDS] [SEED]           that
//         place_check users [ROUNDS]            two users of one folder, who write and read in turn (as root)
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "mvoi.hpp"
#include "support/chance.hpp"
#include "support/checks.hpp"

namespace {

namespace fs = std::filesystem;
using checks::check;
using mvoi::client::Answer;
using mvoi::client::Session;

constexpr int writers = 4;

std::string quoted(const std::string& name, const std::string& value) {
    return "\"" + name + "\":\"" + value + "\"";
}

Answer open_at(Session& session, const std::string& path, bool read_only = false) {
    return session.open("{" + quoted("register", path) + R"(,"actor":"tester","waitMs":3000)" +
                        (read_only ? R"(,"readOnly":true})" : "}"));
}

Answer start(Session& session, const std::string& reference) {
    return session.call("tender.start", "{" + quoted("organisation", "gm0344") + "," + quoted("reference", reference) +
                                            "," + quoted("title", "Schoonmaak") +
                                            R"(,"kind":"dienst","today":"2026-11-21"})");
}

// The time at which a file last came or went in the folder of the path.
std::pair<time_t, long> last_move_beside(const std::string& path) {
    struct stat status {};
    ::stat(path.substr(0, path.rfind('/')).c_str(), &status);
    return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

// The file at a path, 0 when there is none. What was at the path stays open here, so that no number comes again.
ino_t file_at(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

struct Folder {
    explicit Folder(const char* parent) : path(std::string(parent) + "/mvoi-place-XXXXXX") {
        if (!::mkdtemp(path.data())) std::exit(3);
        fs::create_directory(path + "/at");
        fs::create_directory(path + "/old");
        fs::create_directory(path + "/link");
    }
    ~Folder() { fs::remove_all(path); }
    std::string path;
};

// ---- writers --------------------------------------------------------------------------------------------------------

volatile sig_atomic_t to_end = 0;

void note(int file, const std::string& line) {
    if (::write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(3);
}

// "ok REFERENCE FILE-BEFORE FILE-AFTER" for each call that was done; "late REFERENCE" when it should not have been.
[[noreturn]] void be_a_writer(const std::string& path, const std::string& notes, const std::string& name) {
    const int file = ::open(notes.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    Session session;
    ino_t own = 0;
    for (int i = 0; !to_end; ++i) {
        if (!session.is_open()) {
            const ino_t before = file_at(path);
            if (!open_at(session, path).done()) {
                ::usleep(2000);
                continue;
            }
            own = file_at(path);
            if (before != 0 && before != own) session.close();  // not known which of the two it is
            continue;
        }
        const std::string reference = name + "-" + std::to_string(i);
        const auto moved = last_move_beside(path);
        const ino_t before = file_at(path);
        const Answer answer = start(session, reference);
        const ino_t after = file_at(path);
        if (!answer.done()) {
            note(file, "no " + answer.text.substr(0, 160) + "\n");
            session.close();
            continue;
        }
        note(file, "ok " + reference + " " + std::to_string(before) + " " + std::to_string(after) + "\n");
        // A file that was away before and after may have been there between.
        if (before != own && after != own && moved == last_move_beside(path)) note(file, "late " + reference + "\n");
    }
    session.close();
    ::_exit(0);
}

// ---- the one who moves things ---------------------------------------------------------------------------------------

class Mover {
  public:
    Mover(const Folder& folder, unsigned seed) : folder_(folder), at_(folder.path + "/at/r.mvoi"), chance_(seed) {
        {
            Session session;
            open_at(session, at_);
            start(session, "spare");
            session.call("register.backup", "{" + quoted("path", folder_.path + "/spare.mvoi") + "}");
        }
        begin_writers();
    }
    ~Mover() {
        for (const int file : kept_open_) ::close(file);
    }

    void round() {
        let_them_write();
        hold();
        const std::string old = folder_.path + "/old/" + std::to_string(++moves_);
        switch (chance_.below(12)) {
            case 0:
            case 1:
                counted("moved", ::rename(at_.c_str(), old.c_str()) == 0);
                break;
            case 2:
                counted("removed", ::unlink(at_.c_str()) == 0);
                break;
            case 3:
                replace(old);
                break;
            case 4:
            case 5:
                link();
                break;
            case 6:
                counted("log removed", ::unlink((at_ + "-wal").c_str()) == 0);
                break;
            case 7:
                counted("index removed", ::unlink((at_ + "-shm").c_str()) == 0);
                break;
            case 8:
                ::unlink((at_ + "-wal").c_str());
                counted("log and index removed", ::unlink((at_ + "-shm").c_str()) == 0);
                break;
            case 9:
                counted("away", ::rename(at_.c_str(), old.c_str()) == 0);
                ::usleep(static_cast<useconds_t>(chance_.below(3000)));
                hold();
                counted("and back", ::rename(old.c_str(), at_.c_str()) == 0);
                break;
            case 10:
                restore();
                break;
            default:
                for (const char* part : {"-wal", "-shm", ""}) ::rename((at_ + part).c_str(), (old + part).c_str());
                counted("moved with all beside it", true);
        }
        hold();
    }

    // Ends the writers and looks through everything that was answered.
    void settle(const std::string& when) {
        end_writers();
        std::map<ino_t, std::set<std::string>> held;
        std::vector<std::string> files = {at_};
        for (const char* part : {"/old", "/at"})
            for (const auto& each : fs::directory_iterator(folder_.path + part)) {
                const std::string name = each.path().string();
                if (!name.ends_with("-wal") && !name.ends_with("-shm") && !name.ends_with("-lock") && name != at_)
                    files.push_back(name);
            }
        for (const std::string& file : files)
            if (file_at(file) != 0) held[file_at(file)] = references_in(file, when);
        std::ifstream notes(folder_.path + "/notes");
        for (std::string line; std::getline(notes, line);) look_at(line, held);
        for (const std::string& file : files) {
            ::unlink(file.c_str());
            for (const char* part : {"-wal", "-shm"}) ::unlink((file + part).c_str());
        }
        std::ofstream(folder_.path + "/notes").flush();
        begin_writers();
    }

    void tell() {
        end_writers();
        std::printf("%ld answered MVOI_OK, %ld refused, %ld in files that were removed or overwritten since\n", done_,
                    refused_, gone_);
        for (const auto& [what, times] : counts_) std::printf("  %5d x %s\n", times, what.c_str());
        for (const auto& [why, times] : whys_) std::printf("  %5d x %s\n", times, why.c_str());
    }

  private:
    void counted(const char* what, bool did) { counts_[what] += did; }

    // Mostly until something was answered, so that there is something to lose; else for any moment.
    void let_them_write() {
        const auto noted = [&] {
            struct stat status {};
            return ::stat((folder_.path + "/notes").c_str(), &status) == 0 ? status.st_size : 0;
        };
        const off_t before = noted();
        const bool any_moment = chance_.below(4) == 0;
        for (int i = 0; i < 300 && !any_moment && noted() < before + 200; ++i) ::usleep(1000);
        ::usleep(static_cast<useconds_t>(chance_.below(5000)));
    }

    // The file at the path stays open, so that its number is given to no other.
    void hold() {
        const ino_t file = file_at(at_);
        if (file == 0 || !seen_.insert(file).second) return;
        const int opened = ::open(at_.c_str(), O_RDONLY | O_CLOEXEC);
        if (opened >= 0) kept_open_.push_back(opened);
    }
    void replace(const std::string& old) {
        fs::copy_file(folder_.path + "/spare.mvoi", old);
        counted("another put over it", ::rename(old.c_str(), at_.c_str()) == 0);
    }
    void link() {
        const std::string name = folder_.path + "/link/r.mvoi";
        if (::link(at_.c_str(), name.c_str()) != 0) return;
        counted("linked", true);
        Session session;
        check(!open_at(session, name).done(), "a register opens by its second name");
        ::usleep(static_cast<useconds_t>(chance_.below(3000)));
        ::unlink(name.c_str());
    }
    void restore() {
        const bool quiet = chance_.below(2) == 0;
        if (quiet) end_writers();
        hold();
        const pid_t child = ::fork();
        if (child == 0) {
            Session copy;
            const bool opened = open_at(copy, folder_.path + "/spare.mvoi", true).done();
            ::_exit(opened && copy.call("register.restore", "{" + quoted("to", at_) + "}").done() ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        counted(status == 0 ? "put back" : "not put back: in use", true);
        hold();
        if (quiet) begin_writers();
    }

    void begin_writers() {
        ::signal(SIGTERM, [](int) { to_end = 1; });  // of the writers from their first moment on
        for (int writer = 0; writer < writers; ++writer) {
            const std::string name = std::to_string(++writers_begun_);
            const pid_t child = ::fork();
            if (child == 0) be_a_writer(at_, folder_.path + "/notes", name);
            children_.push_back(child);
        }
    }
    void end_writers() {
        for (const pid_t child : children_) ::kill(child, SIGTERM);
        for (const pid_t child : children_) {
            int status = 0;
            ::waitpid(child, &status, 0);
            check(status == 0, "a writer ended by itself: " + std::to_string(status));
        }
        children_.clear();
    }

    // By a process of its own: this one opens registers and goes on to fork.
    std::set<std::string> references_in(const std::string& file, const std::string& when) {
        const std::string list = folder_.path + "/list";
        const pid_t child = ::fork();
        if (child == 0) ::_exit(write_list(file, list));
        int status = 0;
        ::waitpid(child, &status, 0);
        check(status == 0, file + " cannot be read " + when + ": " + std::to_string(WEXITSTATUS(status)));
        std::set<std::string> references;
        std::ifstream in(list);
        for (std::string reference; std::getline(in, reference);) references.insert(reference);
        ::unlink(list.c_str());
        return references;
    }
    static int write_list(const std::string& file, const std::string& list) {
        Session session;
        const Answer opened = open_at(session, file, true);
        // One that was moved while it was being made: nothing was answered yet.
        if (opened.text.find("is not a register") != std::string::npos) return 0;
        if (!opened.done()) return std::fprintf(stderr, "%s\n", opened.text.c_str()), 1;
        if (!session.call("journal.verify", "{}").done() || session.integer("/intact") != 1)
            return std::fprintf(stderr, "%s\n", session.answer().text.c_str()), 2;
        std::ofstream out(list);
        std::string after;
        for (;;) {
            const std::string request = R"({"limit":500)" + (after.empty() ? "}" : "," + quoted("after", after) + "}");
            if (!session.call("tender.list", request).done())
                return std::fprintf(stderr, "%s\n", session.answer().text.c_str()), 3;
            const int items = session.count("/items").value_or(0);
            for (int i = 0; i < items; ++i)
                out << session.text("/items/" + std::to_string(i) + "/reference").value_or("") << "\n";
            const auto next = session.text("/next");
            if (!next) return 0;
            after = *next;
        }
    }

    void look_at(const std::string& line, const std::map<ino_t, std::set<std::string>>& held) {
        std::istringstream words(line);
        std::string kind, reference;
        ino_t before = 0, after = 0;
        words >> kind >> reference >> before >> after;
        if (kind == "late") return check(false, reference + " was answered MVOI_OK by a session of another file");
        if (kind == "no") {
            ++refused_;
            const std::size_t rule = line.find("\"message\":\"");
            ++whys_[rule == line.npos ? line : line.substr(rule + 11, 60)];
            return;
        }
        ++done_;
        bool gone = false;
        for (const ino_t file : {before, after}) {
            const auto found = held.find(file);
            if (found == held.end())
                gone = true;
            else if (found->second.contains(reference))
                return;
        }
        gone_ += gone;
        check(gone, reference + " is lost: it is not in the file that was at the path");
    }

    const Folder& folder_;
    const std::string at_;
    Chance chance_;
    std::vector<pid_t> children_;
    std::vector<int> kept_open_;
    std::set<ino_t> seen_;
    std::map<std::string, int> counts_, whys_;
    int moves_ = 0, writers_begun_ = 0;
    long done_ = 0, refused_ = 0, gone_ = 0;
};

// ---- two users ------------------------------------------------------------------------------------------------------

// In a process of another user.
template <typename Work>
int as_user(uid_t user, Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::umask(022);
        if (::setgid(user) != 0 || ::setuid(user) != 0) ::_exit(9);
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

int two_users(int rounds) {
    if (::geteuid() != 0) return std::printf("only root can be two users: skipped\n"), 77;
    const Folder folder("/tmp");
    constexpr uid_t owner = 1001, reader = 65534;
    const std::string at = folder.path + "/at/r.mvoi";
    if (::chmod(folder.path.c_str(), 0755) != 0 || ::chmod((folder.path + "/at").c_str(), 0777) != 0) return 3;
    for (int round = 0; round < rounds; ++round) {
        const int wrote = as_user(owner, [&] {
            Session session;
            if (!open_at(session, at).done()) return 1;
            return start(session, std::to_string(round)).done() ? 0 : 2;
        });
        check(wrote == 0, "the owner writes in round " + std::to_string(round) + ": " + std::to_string(wrote));
        const int read = as_user(reader, [&] {
            Session session;
            if (!open_at(session, at, true).done()) return 1;
            if (!session.call("tender.list", R"({"limit":500})").done()) return 2;
            return session.count("/items") == std::min(round + 1, 500) ? 0 : 3;
        });
        check(read == 0, "the other reads in round " + std::to_string(round) + ": " + std::to_string(read));
    }
    return checks::report();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string(argv[1]) == "users") return two_users(argc > 2 ? std::atoi(argv[2]) : 1000);
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 100;
    const Folder folder("/tmp");
    Mover mover(folder, argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 20261130U);
    for (int round = 1; round <= rounds; ++round) {
        mover.round();
        if (round % 25 == 0 || round == rounds) mover.settle("after round " + std::to_string(round));
    }
    mover.tell();
    return checks::report();
}

// SPDX-License-Identifier: EUPL-1.2
// dossiers: the papers of a tender board, a folder with a page of each flagged tender and the index of them.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "commands.hpp"
#include "fault.hpp"
#include "json.hpp"
#include "request.hpp"
#include "watch.hpp"

namespace mvoi::cli {

namespace {

constexpr std::string_view usual_flag = "niet-van-toepassing";
// Stands at the end of each file that this command writes.
constexpr std::string_view mark = "<!-- mvoi dossiers -->\n";

enum class Occupant { Nobody, Own, Other, NoFile };

// The occupant of a place: nothing, a file with the mark, one without, or no plain file at all.
Occupant occupant_of(const std::string& path) {
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0) return Occupant::Nobody;
    if (!S_ISREG(status.st_mode)) return Occupant::NoFile;
    std::ifstream file(path, std::ios::binary);
    std::string end(mark.size(), '\0');
    file.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end);
    file.read(end.data(), static_cast<std::streamsize>(end.size()));
    return file && end == mark ? Occupant::Own : Occupant::Other;
}

bool may_write(const Run& run, const std::string& path) {
    const Occupant occupant = occupant_of(path);
    if (occupant == Occupant::Nobody || occupant == Occupant::Own) return true;
    if (occupant == Occupant::Other && run.arguments.has("--force")) return true;
    const Text other{"mvoi: {} is niet door deze opdracht geschreven en blijft staan; --force overschrijft het\n",
                     "mvoi: {} was not written by this command and stays; --force overwrites it\n"};
    const Text no_file{"mvoi: {} is geen gewoon bestand en blijft staan\n", "mvoi: {} is no plain file and stays\n"};
    write_error(fill(run.in(occupant == Occupant::Other ? other : no_file), {printable(path)}));
    return false;
}

void write_page(const Run& run, const std::string& path, const Object& answer) {
    if (!may_write(run, path)) throw Fault(run.language, {"de map is intussen veranderd", "the folder has changed"});
    write_file(path, text_of(answer, "body").append(mark), run.language);
}

std::string needed(const Run& run, std::string_view option) {
    if (run.arguments.has(option)) return run.arguments.value(option);
    throw UsageError(run.language, {"dossiers heeft {} nodig", "dossiers needs {}"}, {option});
}

void make_folder(const Run& run, const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (!error) return;
    throw Fault(run.language, {"de map {} is niet te maken: {}", "cannot make the folder {}: {}"},
                {printable(path), error.message()});
}

// A tender as tender.list has it, with the themes that the flag is about.
Object::Ptr report_on(const Object& tender, const std::string& flag) {
    Object::Ptr report = new Object;
    for (const char* member : {"tender", "reference", "title", "flags", "file"})
        report->set(member, tender.get(member));
    each_object(tender, "flags", [&](const Object& each) {
        if (text_of(each, "flag") == flag) report->set("themes", each.get("themes"));
    });
    return report;
}

}  // namespace

// First every place is looked at, then every page is written, and the index last.
int dossiers(Run& run) {
    const std::string folder = needed(run, "--to"), index = folder + "/index.html";
    needed(run, "--organisation");
    Object::Ptr request = request_from(run.arguments, run.language);
    request->set("format", "html");
    if (!request->has("flag")) request->set("flag", std::string(usual_flag));
    const client::Answer listed = call(run, request);
    const Object::Ptr list = parse_object(listed.text);
    if (!listed.done() || !list) return present(run, listed);
    const std::string today = text_of(*list, "today");  // of all pages, also when the day turns in between

    bool free = may_write(run, index);
    each_object(*list, "items",
                [&](const Object& tender) { free = may_write(run, folder + "/" + text_of(tender, "file")) && free; });
    if (!free) return static_cast<int>(Exit::No);
    make_folder(run, folder);
    const DeferredSignals signals;
    Array::Ptr written = new Array;
    for (const Var& each : *list->getArray("items")) {
        if (signals.waiting()) return static_cast<int>(Exit::Fault);
        const Object::Ptr tender = each.extract<Object::Ptr>();
        const Var asked = object({{"tender", tender->get("tender")}, {"format", "html"}, {"today", today}});
        const client::Answer answer = call(run, "review.dossier", compact(asked));
        const Object::Ptr document = parse_object(answer.text);
        if (!answer.done() || !document) return present(run, answer);
        write_page(run, folder + "/" + text_of(*tender, "file"), *document);
        written->add(report_on(*tender, text_of(*request, "flag")));
    }
    write_page(run, index, *list);
    const auto count = static_cast<std::int64_t>(written->size());
    const Var report = object({{"items", written}, {"count", count}, {"today", today}, {"index", index}});
    return present(run, {MVOI_OK, compact(report)});
}

}  // namespace mvoi::cli

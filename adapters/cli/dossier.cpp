// SPDX-License-Identifier: EUPL-1.2
// The verbs that write dossiers: one page, or a folder of them for a tender board.
#include <Poco/DateTime.h>
#include <Poco/DateTimeFormatter.h>

#include <filesystem>
#include <system_error>

#include "commands.hpp"
#include "dossier_files.hpp"
#include "dossier_index.hpp"
#include "fault.hpp"
#include "json.hpp"
#include "request.hpp"
#include "watch.hpp"

namespace mvoi::cli {

namespace {

constexpr std::int64_t tenders_on_page = 100;
constexpr std::size_t title_columns = 44;
constexpr std::string_view usual_flag = "niet-van-toepassing";

// A request is made for one day; without --today it is that of the journal's stamps.
std::string today_of(const Run& run) {
    const std::string now = Poco::DateTimeFormatter::format(Poco::DateTime(), "%Y-%m-%d");
    return run.arguments.value("--today", now);
}

// The themes that the flag is about, of a tender as tender.list has it.
std::string themes_of(const Object& tender, const std::string& flag, std::string_view separator = ", ") {
    std::string themes;
    each_object(tender, "flags", [&](const Object& each) {
        if (text_of(each, "flag") == flag) themes = list_of(each, "themes", separator);
    });
    return themes;
}

std::string label_of(const Object& tender, const std::string& flag) {
    std::string label = flag;
    each_object(tender, "flags", [&](const Object& each) {
        if (text_of(each, "flag") == flag) label = text_of(each, "label");
    });
    return label;
}

std::string flags_of(const Object& tender) {
    std::vector<std::string> codes;
    each_object(tender, "flags", [&](const Object& flag) { codes.push_back(text_of(flag, "flag")); });
    return joined(codes, ", ");
}

// The flagged tenders of one organisation as a folder of pages. It goes through the list twice, page by page, and keeps
// nothing of it: first every place is looked at, then every page is written.
class Folder {
  public:
    explicit Folder(Run& run)
        : run_(run),
          path_(needed("--to")),
          flag_(run.arguments.value("--flag", usual_flag)),
          list_{needed("--organisation"), flag_, today_of(run), 0} {}

    int written() {
        if (const int stopped = look(); stopped != static_cast<int>(Exit::Done)) return stopped;
        std::error_code error;
        std::filesystem::create_directories(path_, error);
        if (error) {
            constexpr Text no_folder{"de map {} is niet te maken: {}", "cannot make the folder {}: {}"};
            throw Fault(fill(run_.in(no_folder), {printable(path_), error.message()}));
        }
        return write();
    }

  private:
    std::string needed(std::string_view option) const {
        if (run_.arguments.has(option)) return run_.arguments.value(option);
        throw UsageError(fill(run_.in({"dossiers heeft {} nodig", "dossiers needs {}"}), {option}));
    }

    std::string place_of(std::string_view name) const { return path_ + "/" + std::string(name); }

    Pages pages() const {
        Object::Ptr request = request_from(run_.arguments, run_.language);
        request->set("flag", flag_).set("today", list_.today).set("limit", tenders_on_page);
        return {run_, run_.verb.operation, request};
    }

    // Counts the tenders and looks whether what is there may go.
    int look() {
        bool free = may_write(place_of("index.html"));
        Pages pages = this->pages();
        while (const Object::Ptr page = pages.next()) {
            each_object(*page, "items", [&](const Object& tender) {
                if (++list_.count == 1) list_.flag = label_of(tender, flag_);
                free = may_write(place_of(file_of(tender))) && free;
            });
        }
        if (!pages.last().done()) return present(run_, pages.last());
        return static_cast<int>(free ? Exit::Done : Exit::No);
    }

    static std::string file_of(const Object& tender) {
        return dossier_file_name(text_of(tender, "reference"), text_of(tender, "tender"));
    }

    bool may_write(const std::string& path) const {
        const Occupant occupant = occupant_of(path);
        if (occupant == Occupant::Nobody || occupant == Occupant::Own) return true;
        if (occupant == Occupant::Other && run_.arguments.has("--force")) return true;
        const Text other{"mvoi: {} is niet door deze opdracht geschreven en blijft staan; --force overschrijft het\n",
                         "mvoi: {} was not written by this command and stays; --force overwrites it\n"};
        const Text no_file{"mvoi: {} is geen gewoon bestand en blijft staan\n",
                           "mvoi: {} is no plain file and stays\n"};
        write_error(fill(run_.in(occupant == Occupant::Other ? other : no_file), {printable(path)}));
        return false;
    }

    int write() {
        const HeldSignals held;  // before the index, so that half an index is gone before they end the process
        DossierIndex index(place_of("index.html"), list_, run_.language);
        std::int64_t count = 0;
        begin();
        Pages pages = this->pages();
        while (const Object::Ptr page = pages.next()) {
            Table table(
                {{{"Kenmerk", "Reference"}}, {{"Titel", "Title"}}, {{"Vlaggen", "Flags"}}, {{"Thema's", "Themes"}}});
            const Array::Ptr items = page->getArray("items");
            for (unsigned i = 0; items && i < items->size(); ++i) {
                if (held.waiting()) return static_cast<int>(Exit::Fault);
                const Object::Ptr tender = items->getObject(i);
                const std::string file = file_of(*tender), themes = themes_of(*tender, flag_);
                const client::Answer answer = write_page(*tender, file);
                if (!answer.done()) return stop(answer);
                index.add(*tender, file, themes);
                table.row({text_of(*tender, "reference"), shortened(text_of(*tender, "title"), title_columns),
                           flags_of(*tender), themes});
                if (run_.form == Form::Json) tell(*tender, file, count > 0);
                ++count;
            }
            if (run_.form == Form::Table && !table.empty())
                write_out(table.drawn(run_.language, output_columns()) + "\n", run_.language);
        }
        if (!pages.last().done()) return stop(pages.last());
        index.keep();
        end(count);
        return static_cast<int>(Exit::Done);
    }

    client::Answer write_page(const Object& tender, const std::string& file) {
        Object::Ptr request = new Object;
        request->set("tender", text_of(tender, "tender")).set("format", "html").set("today", list_.today);
        client::Answer answer = call(run_, "review.dossier", compact(request));
        const Object::Ptr document = parse_object(answer.text);
        if (!answer.done() || !document) return answer;
        const std::string path = place_of(file);
        if (!may_write(path))
            throw Fault(std::string(run_.in({"de map is intussen veranderd", "the folder has changed"})));
        write_file(path, text_of(*document, "body").append(dossier_mark), run_.language);
        return answer;
    }

    int stop(const client::Answer& answer) const {
        tell_errors(answer, run_.language);
        return static_cast<int>(exit_of(answer));
    }

    // One JSON document, in pieces.
    void begin() const {
        if (run_.form == Form::Json) write_out("{\"items\":[", run_.language);
    }
    void tell(const Object& tender, const std::string& file, bool further) const {
        Object::Ptr item = new Object;
        for (const char* member : {"tender", "reference", "title", "flags"}) item->set(member, tender.get(member));
        item->set("file", file);
        write_out((further ? "," : "") + compact(item), run_.language);
    }
    void end(std::int64_t count) const {
        if (run_.form == Form::Json) {
            Object::Ptr rest = new Object;
            rest->set("count", count).set("today", list_.today).set("index", place_of("index.html"));
            write_out("]," + compact(rest).substr(1) + "\n", run_.language);
            return;
        }
        constexpr Text one{"{} dossier en index.html geschreven naar {}.\n",
                           "{} dossier and index.html written to {}.\n"};
        constexpr Text several{"{} dossiers en index.html geschreven naar {}.\n",
                               "{} dossiers and index.html written to {}.\n"};
        write_out(fill(run_.in(count == 1 ? one : several), {number(count), printable(path_)}), run_.language);
    }

    Run& run_;
    std::string path_;
    std::string flag_;
    DossierList list_;
};

}  // namespace

// The page itself is what is asked for, so that is what goes out; with --json its data. A terminal is told about it.
int dossier(Run& run) {
    const Arguments& arguments = run.arguments;
    const bool to_file = arguments.has("--html");
    const bool as_data = !to_file && (run.form == Form::Table || arguments.has("--json"));
    Object::Ptr request = request_from(arguments, run.language);
    request->set("format", as_data ? "json" : "html");
    const client::Answer answer = call(run, run.verb.operation, compact(request));
    if (as_data || !answer.done()) return present(run, answer);

    const Object::Ptr document = parse_object(answer.text);
    const std::string body = document ? text_of(*document, "body") : std::string();
    if (to_file) write_file(arguments.value("--html"), body, run.language);
    if (arguments.has("--json")) return present(run, answer);
    if (!to_file) write_out(body, run.language);
    if (to_file && run.form == Form::Table) {
        constexpr Text written{"Dossier van {} geschreven naar {}.\n", "Dossier of {} written to {}.\n"};
        write_out(
            fill(run.in(written), {printable(text_of(*document, "reference")), printable(arguments.value("--html"))}),
            run.language);
    }
    return static_cast<int>(Exit::Done);
}

int dossiers(Run& run) {
    return Folder(run).written();
}

}  // namespace mvoi::cli

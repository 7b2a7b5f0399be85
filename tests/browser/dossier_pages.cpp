// SPDX-License-Identifier: EUPL-1.2
// Writes the pages of the fixture into a folder, for a browser to look at.
// Called: dossier_pages FOLDER
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/stated.hpp"
#include "support/calendars.hpp"
#include "support/dossiers.hpp"
#include "operations/table.hpp"

namespace {

bool write(const std::string& path, const std::string& page) {
    std::ofstream file(path, std::ios::binary);
    file << page;
    file.close();
    return file.good();
}

// Statements of a contract, of a register that is made for them in that folder and goes away again.
class Stating {
  public:
    Stating(const std::string& path, const stated::Calls& calls) : path_(path) {
        remove();
        caller_.store = mvoi::store::Register::open(path_, false, 5000);
        caller_.actor = "tester";
        caller_.stop = &stop_;
        for (const auto& [operation, request] : calls) call(operation, request);
    }
    ~Stating() {
        caller_.store.reset();
        remove();
    }

    std::string page(mvoi::domain::Language language, const std::string& audience) {
        caller_.language = language;
        return call("contract.statement",
                    stated::on("2028-02-01", R"(,"format":"html","audience":")" + audience + "\""))
            .text_or("body");
    }

  private:
    mvoi::json::Value call(const std::string& operation, const std::string& request) {
        using namespace mvoi::operations;
        return mvoi::json::parse(perform(*find_operation(operation), caller_, mvoi::json::parse(request)), 64);
    }
    void remove() const {
        for (const char* ending : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(path_ + ending);
    }

    std::string path_;
    mvoi::operations::Caller caller_;
    mvoi::store::StopFlag stop_{false};
};

bool write_statements(const std::string& folder) {
    using enum mvoi::domain::Language;
    Stating rich(folder + "rich.mvoi", stated::calls());
    const bool written = write(folder + "statement-nl.html", rich.page(Dutch, "intern")) &&
                         write(folder + "statement-en.html", rich.page(English, "intern")) &&
                         write(folder + "statement-supplier-nl.html", rich.page(Dutch, "leverancier"));
    if (!written) return false;
    const std::string word(200, 'w');
    Stating hostile(folder + "hostile.mvoi",
                    stated::calls(R"(</h1><script>alert(1)</script>\u202E)" + word, "<b>" + word + R"(\n\u0007)"));
    return write(folder + "statement-hostile-nl.html", hostile.page(Dutch, "intern"));
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return std::fputs("called: dossier_pages FOLDER\n", stderr), 2;
    const std::string folder = std::string(arguments[1]) + "/";
    const auto review = dossiers::review();
    const auto drifts = dossiers::drifts();
    const auto hostile_review = dossiers::hostile_review();
    const auto hostile_drifts = dossiers::hostile_drifts();
    const dossiers::Dossier rich = dossiers::rich(), poor = dossiers::poor(), hostile = dossiers::hostile();
    using enum mvoi::domain::Language;
    const bool written =
        write_statements(folder) && write(folder + "rich-nl.html", dossiers::page(rich, Dutch, &review, &drifts)) &&
        write(folder + "rich-en.html", dossiers::page(rich, English, &review, &drifts)) &&
        write(folder + "poor-nl.html", dossiers::page(poor, Dutch)) &&
        write(folder + "poor-en.html", dossiers::page(poor, English)) &&
        write(folder + "hostile-nl.html", dossiers::page(hostile, Dutch, &hostile_review, &hostile_drifts)) &&
        write(folder + "calendar-nl.html", calendars::page(calendars::planned(Dutch), Dutch)) &&
        write(folder + "calendar-public-en.html",
              calendars::page(calendars::planned(English, mvoi::domain::Audience::Public), English, "")) &&
        write(folder + "calendar-empty-nl.html", calendars::page(calendars::empty(Dutch), Dutch)) &&
        write(folder + "calendar-one-en.html", calendars::page(calendars::one(English), English)) &&
        write(folder + "calendar-many-nl.html", calendars::page(calendars::many(Dutch), Dutch)) &&
        write(folder + "calendar-hostile-nl.html", calendars::page(calendars::hostile(Dutch), Dutch, ""));
    if (!written) return std::fputs("dossier_pages: cannot write into that folder\n", stderr), 1;
    return 0;
}

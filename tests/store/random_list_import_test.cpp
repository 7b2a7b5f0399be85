// SPDX-License-Identifier: EUPL-1.2
// Random lists of contracts: columns are renamed, doubled, emptied, moved and filled with what does not belong there.
// Nothing is certain that the list does not state, the same list again is "unchanged", and the register is sound.
#include <random>

#include "domain/contract/term.hpp"
#include "support/register.hpp"

namespace random_list_import_test {

namespace {

using namespace mvoi;

// A contract as its buyer knows it, and the cells that say so.
struct Known {
    std::string reference, start, end;  // ISO
    int notice_months = 0;              // 0: none was agreed
    int renewal_months = 0;             // 0: it ends by itself
};

std::string dutch(const std::string& iso) {
    return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4);
}

class RandomList {
  public:
    explicit RandomList(unsigned seed) : random_(seed) {
        const std::size_t rows = 1 + pick(6);
        for (std::size_t i = 0; i < rows; ++i) {
            Known known;
            known.reference = "C-" + std::to_string(pick(5));  // a number may come twice
            const std::string year = std::to_string(2020 + pick(6));
            known.start = year + "-01-01";
            known.end = std::to_string(2027 + pick(4)) + "-12-31";
            known.notice_months = static_cast<int>(pick(4));
            known.renewal_months = pick(2) ? 12 : 0;
            known_.push_back(known);
        }
        columns_ = {{"Contractnummer", "contract number", "Kenmerk"},
                    {"Omschrijving", "Titel"},
                    {"Soort", "Type opdracht"},
                    {"Ingangsdatum", "Startdatum", "Begindatum (dd-mm-jjjj)"},
                    {"Einddatum", "Expiratiedatum", "Einde"},
                    {"Opzegtermijn (maanden)", "Opzegtermijn", "Opzegtermijn in mnd", "Notice"},
                    {"Verlenging", "Stilzwijgende verlenging", "Wijze van verlenging"},
                    {"Leverancier", "Contractant"}};
        for (auto& names : columns_) headers_.push_back(names[pick(names.size())]);
        spoil_columns();
    }

    std::string text() {
        std::string text;
        for (std::size_t i = 0; i < pick(3); ++i) text += "Contractregister\n";
        for (const std::size_t column : order_) text += headers_.at(column) + ";";
        text += "\n";
        for (const Known& known : known_) {
            for (const std::size_t column : order_) text += cell(column, known) + ";";
            text += "\n";
        }
        return text;
    }

    // The days that the list may make certain for a contract: those that it states, and the days of notice that follow.
    std::set<std::string> stated() const {
        std::set<std::string> days;
        for (const Known& known : known_) {
            days.insert(known.reference + " " + known.start);
            const auto end = domain::parse_date(known.end).value();
            days.insert(known.reference + " " + known.end);
            // A wrong cell may state this, beside what is right: three months.
            for (const int months : {known.notice_months, 3}) {
                const domain::contract::Notice notice{months, domain::contract::NoticeUnit::Months};
                if (months > 0)
                    days.insert(known.reference + " " +
                                domain::to_text(domain::contract::last_notice_day(end, notice)));
            }
        }
        return days;
    }

  private:
    std::size_t pick(std::size_t count) { return random_() % count; }

    void spoil_columns() {
        for (std::size_t i = 0; i < headers_.size(); ++i) order_.push_back(i);
        std::shuffle(order_.begin(), order_.end(), random_);
        const std::size_t spoilt = 4 + pick(headers_.size() - 4);
        if (pick(3) == 0) headers_[spoilt] = "Kolom " + std::to_string(pick(100));  // renamed to nothing known
        if (pick(3) == 0) order_.push_back(pick(headers_.size()));                  // there twice
        if (pick(4) == 0) std::erase(order_, 4 + pick(4));                          // left out
        emptied_ = pick(4) == 0 ? 4 + pick(4) : headers_.size();
    }

    std::string cell(std::size_t column, const Known& known) {
        static const std::vector<std::string> wrong = {
            "",     "?",          "onbekend", "#N/B",     "#REF!",     "n.v.t.",  "x",       "31-13-27",
            "3",    "zie map",    "ja",       "2027",     "(100)",     "-",       "12/2027", "=A1*B1",
            "????", "31-12-2099", "nvt",      "ca. 2027", "eind 2028", "#######", "1,2E+9"};
        if (column == emptied_) return "";
        if (column >= 3 && pick(6) == 0) return wrong[pick(wrong.size())];
        switch (column) {
            case 0:
                return known.reference;
            case 1:
                return "Titel";
            case 2:
                return "dienst";
            case 3:
                return pick(2) ? dutch(known.start) : known.start;
            case 4:
                return pick(2) ? dutch(known.end) : known.end;
            case 5:
                return known.notice_months == 0 ? ""
                       : pick(2)                ? std::to_string(known.notice_months)
                                                : std::to_string(known.notice_months) + " maanden";
            case 6:
                return known.renewal_months ? "stilzwijgend 1 jaar" : "";
            default:
                return "Leverancier " + std::to_string(pick(3));
        }
    }

    std::mt19937 random_;
    std::vector<Known> known_;
    std::vector<std::vector<std::string>> columns_;
    std::vector<std::string> headers_;
    std::vector<std::size_t> order_;
    std::size_t emptied_ = 0;
};

const std::set<std::string> no_names = {"",  "?",      "onbekend", "#N/B", "#REF!",  "n.v.t.",
                                        "-", "=A1*B1", "????",     "nvt",  "#######"};

void check_certain(TestRegister& store, const std::set<std::string>& stated) {
    const auto list = store.call("contract.list", of_all("2026-12-01"));
    for (const json::Value& item : list.list_or_empty("items")) {
        const std::string reference = item.text_or("reference");
        const auto got = store.call("contract.get", of_one(reference, "2026-12-01"));
        for (const json::Value& each : got.list_or_empty("milestones")) {
            if (each.text_or("certainty") != "vast") continue;
            INFO(reference << " " << each.text_or("code") << " " << each.text_or("date") << " " << json::write(got));
            CHECK(stated.contains(reference + " " + each.text_or("date")));
        }
        INFO(json::write(got));
        CHECK(text_at(got, "/course/indefinite") == (json::at(got, "/course/endUnknown") ? "(nothing)" : "false"));
        for (const json::Value& supplier : got.list_or_empty("suppliers"))
            CHECK_FALSE(no_names.contains(supplier.text_or("name")));
    }
}

}  // namespace

TEST_CASE("of a random list nothing is certain that it does not state, and again it is unchanged", "[import][random]") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        RandomList list(seed);
        const std::string text = list.text();
        INFO("seed " << seed << "\n" << text);
        TestRegister store;
        const std::string asked = request({{"/format", "csv"},
                                           {"/content", "contracten"},
                                           {"/organisation", "gm0344"},
                                           {"/text", text},
                                           {"/today", "2026-12-01"}});
        json::Value first;
        try {
            first = store.call("register.import", asked);
        } catch (const domain::Refusal&) {
            continue;  // a column that every row needs is not there
        }
        check_certain(store, list.stated());
        const std::string head = store.head();
        const auto again = store.call("register.import", asked);
        CHECK(text_at(again, "/added") == "0");
        CHECK(text_at(again, "/changed") == "0");
        CHECK(text_at(again, "/refused") == text_at(first, "/refused"));
        CHECK(store.head() == head);
        // Every column of the list is accounted for.
        CHECK(json::at(again, "/columns")->list()->size() >= 3);
        if (seed % 50 == 0) store.check_sound();
    }
}

}  // namespace random_list_import_test

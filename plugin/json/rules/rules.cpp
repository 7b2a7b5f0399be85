// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/rules.hpp"

#include "json/rules/row.hpp"

namespace mvoi::json {
namespace {

domain::Term read_term(const Value& row) {
    domain::Term term;
    term.code = row.text_or("code");
    term.nl = row.text_or("nl");
    term.en = row.text_or("en");
    term.valid_from = day_of(row, "validFrom");
    term.valid_to = day_if(row, "validTo");
    term.source = row.text_or("source");
    term.member = row.text_or("member");
    term.eforms = row.text_or("eforms");
    term.stops = row.text_or("stops");
    term.goes_on = row.text_or("follows") == "contract";
    term.todo = row.text_or("todo");
    term.todo_en = row.text_or("todoEn");
    term.done = row.text_or("done");
    term.done_en = row.text_or("doneEn");
    term.law = row.text_or("law");
    term.priority = small_number(row, "priority").value_or(0);
    term.days = small_number(row, "days");
    term.codes = texts_of(row, "codes");
    term.signers = texts_of(row, "signers");
    term.agreement = row.text_or("agreement");
    term.months = small_number(row, "months").value_or(0);
    term.endings = texts_of(row, "endings");
    return term;
}

}  // namespace

domain::Rules read_rules() {
    constexpr std::string_view folder = "rules/";
    std::string edition;
    std::map<std::string, domain::Vocabulary, std::less<>> vocabularies;
    for (std::size_t i = 0; i < resources::file_count; ++i) {
        const resources::File& file = resources::files[i];
        if (!file.name.starts_with(folder)) continue;
        const Value document = parse(file.content);
        if (document.find("edition")) edition = document.text_or("edition");
        if (!document.find("vocabulary")) continue;
        domain::Vocabulary& rows = vocabularies[document.text_or("vocabulary")];
        for (const Value& row : document.list_or_empty("rows")) rows.push_back(read_term(row));
    }
    return {std::move(edition), std::move(vocabularies)};
}

}  // namespace mvoi::json

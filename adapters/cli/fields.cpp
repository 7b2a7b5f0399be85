// SPDX-License-Identifier: EUPL-1.2
#include "fields.hpp"

namespace mvoi::cli {

namespace {

// Cents may be exact: the part behind the point is of a cent, and too small to show.
std::string euros_text(const std::string& exact, Language language) {
    const std::size_t point = exact.find('.');
    std::int64_t cents = std::stoll(exact.substr(0, point));
    if (point != std::string::npos && exact[point + 1] >= '5') cents += exact[0] == '-' ? -1 : 1;
    return euros(cents, language);
}

// "22:30", with a sign when it is too little.
std::string hours_text(std::int64_t minutes) {
    const std::int64_t all = minutes < 0 ? -minutes : minutes;
    const std::string rest = number(all % 60);
    return (minutes < 0 ? "-" : "") + number(all / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string list_text(const Var& value) {
    std::vector<std::string> parts;
    if (value.type() == typeid(Array::Ptr))
        for (const Var& part : *value.extract<Array::Ptr>()) parts.push_back(plain(part));
    return joined(parts, ", ");
}

bool is_right(Show show) {
    return show != Show::Text && show != Show::YesNo && show != Show::Yes && show != Show::List;
}

std::vector<Column> columns_of(std::span<const Field> fields) {
    std::vector<Column> columns;
    for (const Field& field : fields) columns.push_back({field.title, is_right(field.show) ? Side::Right : Side::Left});
    return columns;
}

}  // namespace

std::string shown(const Object& object, std::string_view pointer, Show show, const Page& page) {
    const Var value = at(object, pointer);
    const bool yes = show == Show::Yes || show == Show::YesNo;
    if (value.isEmpty() && !yes) return {};
    switch (show) {
        case Show::Text:
        case Show::Number:
            return plain(value);
        case Show::Figure:
            return figure(plain(value), page.language());
        case Show::Euros:
            return euros_text(plain(value), page.language());
        case Show::Percent:
            return figure(plain(value), page.language()) + " %";
        case Show::Hours:
            return hours_text(value.convert<std::int64_t>());
        case Show::YesNo:
        case Show::Yes:
            if (!value.isEmpty() && value.convert<bool>()) return std::string(page.in({"ja", "yes"}));
            return show == Show::Yes ? "" : std::string(page.in({"nee", "no"}));
        case Show::List:
            return list_text(value);
    }
    return {};
}

std::string shown(const Object& object, const Field& field, const Page& page) {
    if (field.composed != nullptr) return field.composed(object, page);
    const std::string text = shown(object, field.pointer, field.show, page);
    return field.kind.empty() ? shortened(text, field.columns) : page.label(field.kind, text);
}

Rows::Rows(std::span<const Field> fields, Page& page) : fields_(fields), page_(page), table_(columns_of(fields)) {}

void Rows::add(const Object& object) {
    std::vector<std::string> cells;
    for (const Field& field : fields_) cells.push_back(shown(object, field, page_));
    table_.row(std::move(cells));
}

bool Rows::show(Text heading) {
    if (table_.empty()) return false;
    if (!heading.nl.empty()) page_.heading(heading);
    page_.table(table_);
    return true;
}

bool show_list(const Object& answer, const std::string& member, std::span<const Field> fields, Page& page,
               Text heading) {
    Rows rows(fields, page);
    each_object(answer, member, [&](const Object& object) { rows.add(object); });
    return rows.show(heading);
}

void show_items(const Object& answer, std::span<const Field> fields, Text none, Page& page) {
    for (const std::string& remark : texts_of(answer, "remarks")) page.verbatim(remark);
    if (!show_list(answer, "items", fields, page)) return page.sentence(none);
    if (answer.has("next")) page.blank();
    show_more(answer, page);
}

void show_more(const Object& answer, Page& page) {
    if (answer.has("next"))
        page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
}

void show_facts(const Object& answer, std::span<const Field> fields, Page& page) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Field& field : fields) pairs.emplace_back(page.in(field.title), shown(answer, field, page));
    if (const Object::Ptr people = answer.getObject("people"))
        for (const std::string& role : people->getNames()) pairs.emplace_back(role, text_of(*people, role));
    page.pairs(pairs);
}

void show_counts(const Object& answer, Text counted, std::span<const Field> fields, Page& page) {
    Table table({{counted}, {{"Aantal", "Number"}, Side::Right}});
    for (const Field& field : fields)
        if (std::string text = shown(answer, field, page); !text.empty())
            table.row({std::string(page.in(field.title)), std::move(text)});
    page.table(table);
}

std::string members_of(const Object& object, const std::string& list, const std::string& member,
                       std::string_view separator) {
    std::vector<std::string> parts;
    each_object(object, list, [&](const Object& each) { parts.push_back(text_of(each, member)); });
    return joined(parts, separator);
}

}  // namespace mvoi::cli

// SPDX-License-Identifier: EUPL-1.2
// Each list of members in json/facts/lists/ is in the order of canonical JSON and has every member of its type, and a
// thing of which each member is set is read back as it was.
#include <catch2/catch.hpp>

#include <algorithm>
#include <typeinfo>

#include "json/facts/lists/facts.hpp"
#include "json/text.hpp"

namespace fields_test {

using namespace mvoi;
using domain::social_return::Rule;

namespace {

// Of these some members are not kept, or are kept in another form, as the list itself says.
template <typename Thing>
constexpr bool is_whole = true;
template <>
constexpr bool is_whole<domain::Decision> = false;
template <>
constexpr bool is_whole<domain::measure::DeclaredFactor> = false;
template <>
constexpr bool is_whole<domain::planning::Plan> = false;
template <>
constexpr bool is_whole<domain::planning::Step> = false;
template <>
constexpr bool is_whole<domain::planning::WindowRow> = false;
template <>
constexpr bool is_whole<domain::promise::PromiseObservation> = false;
template <>
constexpr bool is_whole<domain::promise::RatingRecord::PromiseRating> = false;
template <>
constexpr bool is_whole<domain::social_return::Block> = false;
template <>
constexpr bool is_whole<domain::social_return::Table> = false;
template <>
constexpr bool is_whole<Rule::Threshold> = false;

// Sets each member that a list names, and remembers where it lies.
class Examiner {
  public:
    static constexpr bool reads = false;
    explicit Examiner(std::string type) : type_(std::move(type)) {}

    template <typename Content>
    void member(std::string_view name, Content& content) {
        next(name);
        set(content);
    }
    template <typename Content>
    void member_if(std::string_view name, Content& content) {
        member(name, content);
    }
    template <typename Content>
    void member_when(bool, std::string_view name, Content& content) {
        member(name, content);
    }
    template <typename Content>
    void required(std::string_view name, Content& content) {
        member(name, content);
    }
    template <typename Content>
    void redactable(std::string_view name, Content& content) {
        member(name, content);
    }
    template <typename Content>
    void redactable_if(std::string_view name, Content& content) {
        member(name, content);
    }
    template <typename Is>
    void words(std::string_view name, std::map<std::string, std::string>& words, Is) {
        member(name, words);
    }
    void derived(std::string_view name, std::string_view) { next(name); }
    void planned_day(std::string_view name, domain::PlannedDate& date) {
        next(name);
        lies(date);
        const auto certainty = date.certainty;
        date = *domain::parse_planned_date("2031-Q1");
        date.certainty = certainty;
    }
    template <typename Items, typename Each>
    void list(std::string_view name, Items& items, Each each) {
        next(name);
        lies(items);
        Examiner inner(type_ + "/" + std::string(name));
        if constexpr (requires { typename Items::mapped_type; }) {
            std::pair<typename Items::key_type, typename Items::mapped_type> item;
            each(inner, item);
            items.insert(item);
        } else {
            each(inner, items.emplace_back());
        }
    }

    // No room is left between its members, but for what their alignment asks.
    template <typename Thing>
    void check_whole(const Thing& thing) {
        INFO(type_);
        std::sort(members_.begin(), members_.end());
        const auto begin = reinterpret_cast<std::uintptr_t>(&thing), end = begin + sizeof(Thing);
        auto reached = begin;
        for (const Place& member : members_) {
            if (member.begin < begin || member.begin >= end)
                continue;  // inside a list, or of the list of members alone
            INFO("before " << member.begin - begin);
            CHECK(member.begin <= aligned(reached, member.alignment));
            reached = std::max(reached, member.begin + member.size);
        }
        CHECK(end <= aligned(reached, alignof(Thing)));
    }

    template <typename Thing>
    static void examine(Thing& thing) {
        Examiner examiner(typeid(Thing).name());
        json::fields(examiner, thing);
        if constexpr (is_whole<Thing>) examiner.check_whole(thing);
        if constexpr (std::is_same_v<Thing, domain::promise::CountedRows>) thing.factor->from = thing.unit;
        if constexpr (std::is_same_v<Thing, domain::social_return::Block>)
            thing.limit = domain::social_return::Limit::Months;
    }

  private:
    struct Place {
        std::uintptr_t begin;
        std::size_t size, alignment;
        auto operator<=>(const Place&) const = default;
    };
    static std::uintptr_t aligned(std::uintptr_t place, std::size_t alignment) {
        return (place + alignment - 1) / alignment * alignment;
    }

    void next(std::string_view name) {
        INFO(type_ << ": " << name << " behind " << last_);
        CHECK(last_ < name);
        last_ = name;
    }
    template <typename Content>
    void lies(const Content& content) {
        members_.push_back({reinterpret_cast<std::uintptr_t>(&content), sizeof(Content), alignof(Content)});
    }

    template <typename Content>
    void set(Content& content) {
        lies(content);
        if constexpr (std::is_same_v<Content, std::string> || std::is_same_v<Content, std::string_view>)
            content = "text";
        else if constexpr (std::is_same_v<Content, bool>)
            content = !content;
        else if constexpr (std::is_integral_v<Content>)
            content = 7;
        else if constexpr (std::is_enum_v<Content>)
            content = json::last_of<Content>;
        else if constexpr (std::is_same_v<Content, domain::Date>)
            content = domain::Date(2031, 2, 3);
        else if constexpr (std::is_same_v<Content, domain::measure::Decimal>)
            content = {1'500'000};
        else
            examine(content);
    }
    template <typename Content>
    void set(std::optional<Content>& content) {
        lies(content);
        set(content.emplace());
    }
    template <typename Content>
    void set(std::vector<Content>& items) {
        lies(items);
        set(items.emplace_back());
    }
    template <typename Content>
    void set(std::set<Content>& items) {
        lies(items);
        if constexpr (std::is_enum_v<Content>)
            items.insert(json::last_of<Content>);
        else
            items.insert("text");
    }
    template <typename Key, typename Content>
    void set(std::map<Key, Content>& members) {
        lies(members);
        if constexpr (std::is_same_v<Key, int>)
            set(members[2]);
        else
            set(members["key"]);
    }

    const std::string type_;
    std::string last_;
    std::vector<Place> members_;
};

template <typename Thing>
std::string written(const Thing& thing) {
    std::string text;
    json::Out out(text);
    json::write_json(out, thing);
    return text;
}

template <typename Thing>
void there_and_back(const Thing& thing) {
    const std::string text = written(thing);
    CHECK(json::write_canonical(json::parse(text, 64)) == text);
    const auto back = json::read_json<Thing>(json::parse(text, 64));
    CHECK(written(back) == text);
    if constexpr (requires { back == thing; }) CHECK(back == thing);
}

}  // namespace

TEST_CASE("lists of members are in canonical order, have every member, and read back what they wrote") {
    json::Facts facts;
    Examiner::examine(facts);
    there_and_back(facts);
    there_and_back(*facts.contract);
    there_and_back(*facts.dossier);
    there_and_back(*facts.evidenced);
    there_and_back(*facts.gate);
    there_and_back(*facts.observed);
    there_and_back(*facts.policy);
    there_and_back(*facts.rated);
    there_and_back(*facts.realised);
    there_and_back(*facts.review);
    there_and_back(*facts.tender);
}

TEST_CASE("a decision has the members of its choice, and no others") {
    domain::Tender tender;
    Examiner::examine(tender);
    for (const decltype(domain::Decision::choice)& choice :
         {decltype(domain::Decision::choice)(domain::Undecided{}), {domain::Applied{}}, {domain::Explained{}}}) {
        tender.decisions.front().choice = choice;
        Examiner::examine(tender.decisions.front());
        there_and_back(tender);
    }
}

TEST_CASE("entries of library 0.1.0, with the members of an explanation beside its theme, are still read") {
    const auto tender = json::read_json<domain::Tender>(json::parse(
        R"({"phase":"preparation","registration":"confirmed","startedOn":"2026-01-02","themes":[{"author":"A","date":"2026-01-03","endings":[],"reason":"budget","since":"2026-01-03","state":"explained","text":"Te duur","theme":"klimaat"}]})"));
    const auto& explained = std::get<domain::Explained>(tender.decisions.at(0).choice);
    CHECK(explained.text == "Te duur");
    CHECK(explained.author == "A");
    CHECK(explained.date == domain::Date(2026, 1, 3));
}

}  // namespace fields_test

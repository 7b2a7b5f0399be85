// SPDX-License-Identifier: EUPL-1.2
#include "content.hpp"

#include <Poco/SHA2Engine.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "message.hpp"

namespace mvoi::caldav {

namespace {

// A content line (RFC 5545 3.1): as it stands in the text, folds and all, and unfolded. LF alone ends a line too: an
// XML reader makes that of CRLF.
struct Line {
    std::string_view raw;
    std::string whole;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        std::string_view body = text.substr(at, end - at);
        while (!body.empty() && (body.back() == '\n' || body.back() == '\r')) body.remove_suffix(1);
        const bool folded = !body.empty() && (body.front() == ' ' || body.front() == '\t');
        if (folded && !lines.empty()) {
            Line& line = lines.back();
            line.raw = {line.raw.data(), line.raw.size() + (end - at)};
            line.whole.append(body.substr(1));
        } else if (!body.empty()) {
            lines.push_back({text.substr(at, end - at), std::string(body)});
        }
        at = end;
    }
    return lines;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return result;
}

// Splits at a character that does not stand between double quotes (3.2).
std::vector<std::string_view> split_unquoted(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] != separator || quoted) continue;
        parts.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

// A value without its escapes (3.3.11). A comma between values becomes like one within a value: good enough to compare.
std::string unescaped(std::string_view value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            text += value[i];
        } else {
            const char next = value[++i];
            text += next == 'n' || next == 'N' ? '\n' : next;
        }
    }
    return text;
}

struct Property {
    std::string name;
    std::vector<std::string> parameters;  // "NAME=value" without quotes, sorted
    std::string value;
};

Property property_of(std::string_view line) {
    const std::string_view head = split_unquoted(line, ':').front();
    Property property;
    for (const std::string_view part : split_unquoted(head, ';')) {
        if (property.name.empty()) {
            property.name = upper(part);
            continue;
        }
        const std::size_t equals = part.find('=');
        std::string parameter = upper(part.substr(0, equals));
        if (equals != std::string_view::npos) parameter.append(part.substr(equals));
        std::erase(parameter, '"');
        property.parameters.push_back(std::move(parameter));
    }
    std::sort(property.parameters.begin(), property.parameters.end());
    if (head.size() < line.size()) property.value = unescaped(line.substr(head.size() + 1));
    return property;
}

// Properties that a calendar program writes into an item when somebody puts off an alarm or has seen it (RFC 9074, 6;
// Mozilla's own names). Setting them back would sound the alarm again.
bool is_mark_of_reader(std::string_view property) {
    return property == "ACKNOWLEDGED" || property == "X-MOZ-LASTACK" || property.starts_with("X-MOZ-SNOOZE-TIME") ||
           property == "X-MOZ-GENERATION";
}

// A component directly under VCALENDAR: its type, its bytes, and what it says line by line.
struct Block {
    std::string type;
    std::string text;
    std::string uid;
    std::set<std::string> zones;          // every TZID that a property of it uses
    std::vector<std::string> statements;  // its properties in one form, with the components they stand in
};

struct Parsed {
    bool sound = false;  // begins and ends as one calendar, everything closed
    std::string product_line;
    std::string name;
    std::vector<Block> blocks;
};

class Reader {
  public:
    Parsed parsed(std::string_view text) {
        for (const Line& line : lines_of(text)) take(line);
        result_.sound = sound_ && begun_ && path_.empty();
        return std::move(result_);
    }

  private:
    void take(const Line& line) {
        const Property property = property_of(line.whole);
        const std::string component = upper(property.value);
        if (property.name == "BEGIN") {
            sound_ = sound_ && (path_.empty() ? component == "VCALENDAR" && !begun_ : true);
            begun_ = true;
            path_.push_back(component);
            if (path_.size() == 2) result_.blocks.push_back({component, {}, {}, {}, {}});
        }
        if (path_.empty()) sound_ = false;
        if (path_.size() >= 2) add(line, property);
        if (path_.size() == 1 && property.name == "PRODID") result_.product_line = line.raw;
        if (path_.size() == 1 && property.name == "NAME") result_.name = property.value;
        if (property.name == "END") {
            sound_ = sound_ && !path_.empty() && path_.back() == component;
            if (!path_.empty()) path_.pop_back();
        }
    }

    void add(const Line& line, const Property& property) {
        Block& block = result_.blocks.back();
        block.text.append(line.raw);
        std::string statement;
        for (const std::string& part : path_) statement.append(part).append("/");
        statement.append(property.name);
        for (const std::string& parameter : property.parameters) {
            statement.append(";").append(parameter);
            if (parameter.starts_with("TZID=")) block.zones.insert(parameter.substr(5));
        }
        if (!is_mark_of_reader(property.name)) block.statements.push_back(statement.append(":").append(property.value));
        const bool names = path_.size() == 2 && (property.name == "UID" || property.name == "TZID");
        if (names) block.uid = property.value;
    }

    Parsed result_;
    std::vector<std::string> path_;  // the components that are open
    bool begun_ = false;
    bool sound_ = true;
};

// The content of the blocks of one UID, whatever the order of their lines, their folds, escapes and the head around
// them: servers write a calendar down in a form of their own.
std::string digest_of(std::vector<std::string> statements) {
    std::sort(statements.begin(), statements.end());
    std::string all;
    for (const std::string& statement : statements) all.append(statement).append("\n\x1f");
    return sha256(all);
}

std::string zones_text(const Parsed& calendar, const std::set<std::string>& used) {
    std::string text;
    for (const Block& block : calendar.blocks) {
        if (block.type == "VTIMEZONE" && used.contains(block.uid)) text.append(block.text);
    }
    return text;
}

[[noreturn]] void no_calendar() {
    throw Fault(
        message("het register gaf geen iCalendar die te lezen is", "the register gave no iCalendar that can be read"));
}

}  // namespace

std::string sha256(const std::string& text) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(text);
    return Poco::DigestEngine::digestToHex(engine.digest());
}

std::string_view name_of(Component component) {
    return component == Component::Event ? "VEVENT" : "VTODO";
}

bool is_ours(std::string_view uid) {
    return uid.ends_with("@mvoi");
}

Calendar calendar_from(std::string_view feed, Component component) {
    const Parsed parsed = Reader().parsed(feed);
    if (!parsed.sound) no_calendar();
    struct Gathered {
        std::string text;
        std::set<std::string> zones;
        std::vector<std::string> statements;
    };
    std::map<std::string, Gathered> gathered;  // a recurring item and its exceptions share a UID, and so a resource
    for (const Block& block : parsed.blocks) {
        if (block.type != name_of(component)) continue;
        if (!is_ours(block.uid)) no_calendar();
        Gathered& item = gathered[block.uid];
        item.text.append(block.text);
        item.zones.insert(block.zones.begin(), block.zones.end());
        item.statements.insert(item.statements.end(), block.statements.begin(), block.statements.end());
    }
    Calendar calendar{parsed.name, {}};
    for (auto& [uid, item] : gathered) {
        std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + parsed.product_line + "CALSCALE:GREGORIAN\r\n";
        text.append(zones_text(parsed, item.zones)).append(item.text).append("END:VCALENDAR\r\n");
        calendar.items[uid] = {std::move(text), digest_of(std::move(item.statements))};
    }
    return calendar;
}

std::optional<Content> content_of(std::string_view resource, Component component) {
    Parsed parsed = Reader().parsed(resource);
    if (!parsed.sound) return std::nullopt;
    Content content;
    std::vector<std::string> statements;
    for (const Block& block : parsed.blocks) {
        if (block.type == "VTIMEZONE") continue;
        const bool other = !content.uid.empty() && block.uid != content.uid;
        if (block.type != name_of(component) || block.uid.empty() || other) return std::nullopt;
        content.uid = block.uid;
        statements.insert(statements.end(), block.statements.begin(), block.statements.end());
    }
    if (content.uid.empty()) return std::nullopt;
    content.digest = digest_of(std::move(statements));
    return content;
}

}  // namespace mvoi::caldav

// SPDX-License-Identifier: EUPL-1.2
// The verb that keeps a collection on a CalDAV server equal to the procurement calendar. A push itself stands in
// adapters/caldav/; here are its options and its report.
#include <algorithm>

#include "caldav/push.hpp"
#include "commands.hpp"
#include "fault.hpp"
#include "json.hpp"
#include "request.hpp"
#include "values.hpp"

namespace mvoi::cli {

namespace {

constexpr std::int64_t longest_patience_seconds = 3600;

std::string_view words_of(const Run& run, const caldav::Message& message) {
    return run.language == Language::Dutch ? message.nl : message.en;
}

caldav::Component component_of(const Run& run) {
    const std::string given = run.arguments.value("--component", "event");
    if (given == "event") return caldav::Component::Event;
    if (given == "todo") return caldav::Component::Todo;
    throw UsageError(run.language, {"--component is event of todo", "--component is event or todo"});
}

std::chrono::milliseconds patience_of(const Run& run) {
    const auto seconds = parse_integer(run.arguments.value("--patience", "30"));
    if (!seconds || *seconds < 0 || *seconds > longest_patience_seconds) {
        throw UsageError(run.language, {"--patience is een aantal seconden, ten hoogste 3600",
                                        "--patience is a number of seconds, 3600 at most"});
    }
    return std::chrono::seconds(*seconds);
}

std::string state_path(const Run& run, const std::string& url, const std::string& component) {
    std::string path = run.arguments.value("--state", caldav::usual_state_path(url, component));
    if (path.empty()) throw UsageError(run.language, {"geef --state FILE", "give --state FILE"});
    return path;
}

// The name of a calendar, as the state remembers it: a collection that is filled with another one would lose the first.
std::string selection_of(const Run& run) {
    return run.arguments.value("--organisation", "*") + "/" + run.arguments.value("--audience", "intern");
}

Array::Ptr refused_items(const Run& run, const caldav::Report& report) {
    Array::Ptr items = new Array;
    for (const caldav::RefusedItem& refused : report.refused) {
        Object::Ptr item = new Object;
        item->set("uid", refused.uid).set("reason", std::string(words_of(run, refused.reason)));
        items->add(item);
    }
    return items;
}

std::string document_of(const Run& run, const caldav::Report& report, const caldav::Connection& connection) {
    using caldav::Outcome;
    Object::Ptr document = new Object(Poco::JSON_PRESERVE_KEY_ORDER);
    document->set("collection", connection.address().url())
        .set("component", run.arguments.value("--component", "event"));
    document->set("dryRun", run.arguments.has("--dry-run")).set("made", report.made);
    constexpr std::pair<const char*, Outcome> counts[] = {{"created", Outcome::Created},
                                                          {"changed", Outcome::Changed},
                                                          {"removed", Outcome::Removed},
                                                          {"setBack", Outcome::SetBack}};
    for (const auto& [name, outcome] : counts) document->set(name, static_cast<std::int64_t>(report.count(outcome)));
    document->set("untouched", static_cast<std::int64_t>(report.untouched));
    document->set("refused", static_cast<std::int64_t>(report.refused.size()));
    document->set("foreign", static_cast<std::int64_t>(report.foreign));
    document->set("requests", connection.sent()).set("repeated", connection.repeated());
    document->set("items", refused_items(run, report));
    return compact(document);
}

int push(Run& run, const std::string& feed) {
    const caldav::Component component = component_of(run);
    const std::string component_name(caldav::name_of(component));
    const caldav::Address address = caldav::address_of(run.arguments.words.front(), run.arguments.has("--allow-http"));
    const caldav::Calendar calendar = caldav::calendar_from(feed, component);
    const bool dry_run = run.arguments.has("--dry-run");
    caldav::StateFile file(state_path(run, address.url(), component_name), address.url(), component_name,
                           selection_of(run), !dry_run);
    const auto notice = [&](const caldav::Message& message) {
        write_error("mvoi: " + printable(words_of(run, message)) + "\n");
    };
    if (file.was_damaged())
        notice(
            caldav::message("wat van de vorige keer was onthouden, is niet te lezen; de hele collectie wordt gelezen",
                            "what was remembered of the time before cannot be read; the whole collection is read"));
    caldav::Connection connection(address, caldav::credentials_from(run.arguments.value("--password-file")),
                                  run.arguments.value("--ca"), {patience_of(run), notice});
    caldav::Collection collection(connection, component);
    const caldav::PushOptions options{run.arguments.has("--create"), dry_run, run.arguments.has("--allow-empty")};
    const caldav::Report report = caldav::push(collection, calendar, file, options);
    return present(run, {MVOI_OK, document_of(run, report, connection)});
}

}  // namespace

int caldav_push(Run& run) {
    const auto text = [&](const caldav::Error& error) { return std::string(words_of(run, error.message())); };
    try {
        Object::Ptr request = request_from(run.arguments, run.language);
        if (component_of(run) == caldav::Component::Todo) request->set("alarms", true);
        patience_of(run);
        caldav::address_of(run.arguments.words.front(), run.arguments.has("--allow-http"));
        const client::Answer answer = call(run, request);
        const Object::Ptr document = parse_object(answer.text);
        if (!answer.done() || !document) return present(run, answer);
        return push(run, text_of(*document, "body"));
    } catch (const caldav::Refusal& refusal) {
        write_error("mvoi: " + printable(text(refusal)) + "\n");
        return static_cast<int>(Exit::No);
    } catch (const caldav::Error& error) {
        throw Fault(text(error));
    }
}

}  // namespace mvoi::cli

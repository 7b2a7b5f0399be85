// SPDX-License-Identifier: EUPL-1.2
#include "json/facts/form.hpp"

#include <mutex>

#include "json/facts/lists/facts.hpp"

namespace mvoi::json {

template <typename Thing>
void Form<Thing>::write_members(Out& out, const Thing& thing) {
    Writer writer(out);
    fields(writer, thing);
}

template <typename Thing>
Thing Form<Thing>::read(const Value& object) {
    Thing thing{};
    Reader reader(object);
    fields(reader, thing);
    return thing;
}

template <typename Thing>
void Form<Thing>::set(Thing& thing, const Value& given, const std::string& path, std::vector<domain::Fault>& faults) {
    Reader reader(given, path, faults);
    fields(reader, thing);
}

template struct Form<Facts>;
template struct Form<domain::Contract>;
template struct Form<domain::Criterion>;
template struct Form<domain::Dossier>;
template struct Form<domain::Drift>;
template struct Form<domain::Explained>;
template struct Form<domain::Finding>;
template struct Form<domain::Lot>;
template struct Form<domain::Policy>;
template struct Form<domain::Precedents>;
template struct Form<domain::Review>;
template struct Form<domain::Strength>;
template struct Form<domain::Supplier>;
template struct Form<domain::Tender>;
template struct Form<domain::calendar::Step>;
template struct Form<domain::contract::Notice>;
template struct Form<domain::contract::Option>;
template struct Form<domain::contract::Term>;
template struct Form<domain::gates::Gate>;
template struct Form<domain::measure::ContractInstrument>;
template struct Form<domain::measure::InstrumentValue>;
template struct Form<domain::planning::Plan>;
template struct Form<domain::promise::Document>;
template struct Form<domain::promise::DocumentRecord>;
template struct Form<domain::promise::PromiseObservation>;
template struct Form<domain::promise::ObservationRecord>;
template struct Form<domain::promise::Offered>;
template struct Form<domain::promise::Promise>;
template struct Form<domain::promise::RatingRecord>;
template struct Form<domain::promise::Withdrawal>;
template struct Form<domain::social_return::Done>;
template struct Form<domain::social_return::Invoice>;
template struct Form<domain::social_return::OwnRule>;
template struct Form<domain::social_return::Placement>;
template struct Form<domain::social_return::EffortRecord>;
template struct Form<domain::social_return::Rule>;
template struct Form<domain::social_return::Table>;
template struct Form<domain::social_return::Terms>;

std::string_view lasting_code(const std::string& code) {
    static std::mutex lock;
    static auto* codes = new std::set<std::string>;
    const std::lock_guard guard(lock);
    return *codes->insert(code).first;
}

}  // namespace mvoi::json

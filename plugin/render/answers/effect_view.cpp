// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/effect_view.hpp"

#include <stdexcept>

#include "render/figures.hpp"

namespace mvoi::render {

using namespace domain::effect;
using namespace domain::measure;

namespace {}  // namespace

void write_effect_sum(json::Out& out, const EffectSum& sum, const Effect& effect, const std::string& theme,
                      domain::Language language) {
    out.member("effect", sum.effect);
    out.member("label", language == domain::Language::Dutch ? effect.nl : effect.en);
    out.member("theme", sum.theme.empty() ? theme : sum.theme);
    if (sum.year) out.member("year", sum.year);
    out.member("unit", effect.unit);
    out.member("unitShown", unit_beside(language, effect.unit));
    out.member("decimals", effect.decimals);
    figure(out, "total", sum.total());
    figure(out, "measured", sum.part.measured);
    figure(out, "estimated", sum.part.estimated);
    out.member("complete", sum.is_complete());
    out.object("days", [&] {
        out.member("measured", sum.part.days.measured);
        out.member("estimated", sum.part.days.estimated);
        out.member("unknown", sum.part.days.unknown);
    });
    out.member("contracts", sum.contracts);
    out.member("promises", sum.promises);
    out.member("promisesWithUnknown", sum.with_unknown);
    out.member("promisesNotAdded", sum.not_added);
    if (sum.part.left_out > 0) out.member("socialReturnLeftOut", sum.part.left_out);
    out.member("observationsDivided", sum.part.divided);
    out.list("sources", sum.part.sources, [&](const auto& each) {
        out.object([&] {
            out.member("source", each.first);
            figure(out, "value", each.second);
        });
    });
}

}  // namespace mvoi::render

// SPDX-License-Identifier: EUPL-1.2
// Read once for the whole library instead of once per file: the standard library and the days of Boost. No file leans
// on it: each includes for itself what it uses, and a build without precompiled headers passes.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "domain/date.hpp"

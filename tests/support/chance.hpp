// SPDX-License-Identifier: EUPL-1.2
// Chance that falls the same on every machine, by its seed.
#pragma once

#include <initializer_list>
#include <random>

class Chance {
  public:
    explicit Chance(unsigned seed) : random_(seed) {}
    int below(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }
    template <typename T>
    T one_of(std::initializer_list<T> choices) {
        return *(choices.begin() + below(static_cast<int>(choices.size())));
    }

  private:
    std::mt19937 random_;
};

# SPDX-License-Identifier: EUPL-1.2
# find_package(mvoi) gives the target mvoi::mvoi. The library needs nothing of its users but itself.
include(${CMAKE_CURRENT_LIST_DIR}/mvoi-targets.cmake)

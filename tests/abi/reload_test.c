/* SPDX-License-Identifier: EUPL-1.2
 *
 * Some hosts load and unload a library around every call. libmvoi stays loaded until the process ends (convention 8):
 * a session lives on over dlclose and dlopen.
 *
 * Called as: reload_test LIBRARY REGISTER
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef int32_t (*open_function)(const char*, int32_t, int32_t*, char*, int32_t, int32_t*);
typedef int32_t (*call_function)(int32_t, const char*, int32_t, const char*, int32_t, char*, int32_t, int32_t*);

static void* library;

/* ISO C knows no conversion of the pointer of dlsym to a function: copy its bytes. */
static void find(const char* name, void* function) {
    void* found = dlsym(library, name);
    memcpy(function, &found, sizeof found);
}

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    char config[1000], answer[4000] = "";
    int32_t session = 0, len = 0, status = -1;
    open_function open_register = NULL;
    call_function call = NULL;
    snprintf(config, sizeof config, "{\"register\": \"%s\", \"actor\": \"reload_test\"}", argv[2]);

    library = dlopen(argv[1], RTLD_NOW);
    if (library == NULL) {
        printf("FAIL: %s\n", dlerror());
        return 1;
    }
    find("mvoi_open", &open_register);
    status = open_register(config, -1, &session, answer, sizeof answer, &len);
    for (int i = 0; i < 100 && status == 0; ++i) {
        dlclose(library);
        library = dlopen(argv[1], RTLD_NOW);
        find("mvoi_call", &call);
        status = call(session, "tender.list", -1, "{}", -1, answer, sizeof answer, &len);
    }
    if (status != 0) printf("FAIL: the session did not outlive dlclose: %d: %s\n", (int)status, answer);
    return status == 0 ? 0 : 1;
}

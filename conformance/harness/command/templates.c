#include "conformance/harness/command/templates.h"

#include "conformance/harness/support/embed.h"

SOCKSPEC_EMBED(python_driver, "conformance/templates/python/driver.py");
SOCKSPEC_EMBED(ruby_driver, "conformance/templates/ruby/driver.rb");
SOCKSPEC_EMBED(javascript_driver, "conformance/templates/javascript/driver.js");
SOCKSPEC_EMBED(go_driver, "conformance/templates/go/driver.go");
SOCKSPEC_EMBED(go_makefile, "conformance/templates/go/Makefile");
SOCKSPEC_EMBED(java_driver, "conformance/templates/java/Driver.java");
SOCKSPEC_EMBED(rust_driver, "conformance/templates/rust/main.rs");
SOCKSPEC_EMBED(rust_makefile, "conformance/templates/rust/Makefile");
SOCKSPEC_EMBED(c_library, "conformance/templates/c/mine.c");
SOCKSPEC_EMBED(c_makefile, "conformance/templates/c/Makefile");
SOCKSPEC_EMBED(c_header, "reference/include/sockref.h");

const struct sockspec_template sockspec_templates[] = {
    {.language = "python",
     .alias = "py",
     .files = {{"driver.py", python_driver}},
     .interpreter = "python3",
     .program = "driver.py"},
    {.language = "ruby",
     .alias = "rb",
     .files = {{"driver.rb", ruby_driver}},
     .interpreter = "ruby",
     .program = "driver.rb"},
    {.language = "javascript",
     .alias = "node",
     .files = {{"driver.js", javascript_driver}},
     .interpreter = "node",
     .program = "driver.js"},
    {.language = "go",
     .alias = "golang",
     .files = {{"driver.go", go_driver}, {"Makefile", go_makefile}},
     .built = true,
     .program = "driver"},
    {.language = "java",
     .alias = "jvm",
     .files = {{"Driver.java", java_driver}},
     .interpreter = "java",
     .program = "Driver.java"},
    {.language = "rust",
     .alias = "rs",
     .files = {{"main.rs", rust_driver}, {"Makefile", rust_makefile}},
     .built = true,
     .program = "driver"},
    {.language = "c",
     .alias = "cc",
     .files = {{"mine.c", c_library}, {"sockref.h", c_header}, {"Makefile", c_makefile}},
     .built = true,
     .library = true,
     .program = "libmine.so"},
    {.language = NULL},
};

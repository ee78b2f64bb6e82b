#include "conformance/harness/command/templates.h"

#include "conformance/harness/support/embed.h"

SOCKSPEC_EMBED(python_driver, "conformance/templates/python/driver.py");
SOCKSPEC_EMBED(ruby_driver, "conformance/templates/ruby/driver.rb");

const struct sockspec_template sockspec_templates[] = {
    {.language = "python",
     .alias = "python3",
     .files = {{"driver.py", python_driver}},
     .interpreter = "python3",
     .program = "driver.py"},
    {.language = "ruby",
     .alias = "rb",
     .files = {{"driver.rb", ruby_driver}},
     .interpreter = "ruby",
     .program = "driver.rb"},
    {.language = NULL},
};

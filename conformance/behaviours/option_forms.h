/* The forms in which getsockopt and setsockopt accept a level and an option.
 *
 * Words of a level form: $at, the first argument. Words of an option form: $what, the second
 * argument. The variants of the options give the words $level, $level_name, $level_short, $option,
 * $option_name and $option_short. */
#ifndef SOCKSPEC_OPTION_FORMS_H
#define SOCKSPEC_OPTION_FORMS_H

#include "conformance/harness/rows/families.h"

/* clang-format off */
SOCKSPEC_SHARED struct sockspec_variant level_number[] = {{"number", {{"at", "$level"}}}};
SOCKSPEC_SHARED struct sockspec_variant level_names[] = {{"name", {{"at", "'$level_name'"}}}, {"short", {{"at", "'$level_short'"}}}};
SOCKSPEC_SHARED struct sockspec_variant option_number[] = {{"number", {{"what", "$option"}}}};
SOCKSPEC_SHARED struct sockspec_variant option_names[] = {{"name", {{"what", "'$option_name'"}}}, {"short", {{"what", "'$option_short'"}}}};
SOCKSPEC_SHARED struct sockspec_variant option_forms[] = {{"number", {{"what", "$option"}}}, {"name", {{"what", "'$option_name'"}}}, {"short", {{"what", "'$option_short'"}}}};
/* clang-format on */

#endif

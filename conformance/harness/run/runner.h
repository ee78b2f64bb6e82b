/* The process that leads a run's tables: it greets a first driver, then lets Criterion run them. */
#ifndef SOCKSPEC_LEAD_H
#define SOCKSPEC_LEAD_H

#include "conformance/harness/run/run.h"

sockspec_lead sockspec_lead_tables;

#endif

#include "serve/metrics.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(Metrics, CountsInTheFormOfPrometheus) {
  Metrics m;
  m.answered(200, 0.0005);
  m.answered(404, 0.02);
  m.answered(200, 100);
  const std::string text = m.text({{"own_gauge", "What it is.", 1.5}});
  for (const char* line : {"fengbiao_answers_total{status=\"2xx\"} 2\n", "fengbiao_answers_total{status=\"4xx\"} 1\n",
                           "fengbiao_answer_seconds_bucket{le=\"0.001\"} 1\n", "fengbiao_answer_seconds_bucket{le=\"0.025\"} 2\n",
                           "fengbiao_answer_seconds_bucket{le=\"+Inf\"} 3\n", "fengbiao_answer_seconds_count 3\n",
                           "# HELP own_gauge What it is.\n# TYPE own_gauge gauge\nown_gauge 1.5\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

}  // namespace
}  // namespace fengbiao

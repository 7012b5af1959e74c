#include "serve/web_pages.h"

#include <gtest/gtest.h>

namespace fengbiao {
namespace {

TEST(WebPages, FilesByNameAndOnePageForAllAddresses) {
  const WebPages pages({{"index.html", "<p>page</p>"}, {"assets/a-1.js", "let a;"}});
  EXPECT_EQ(pages.find({"assets", "a-1.js"})->for_client({}).type, "text/javascript; charset=utf-8");
  EXPECT_EQ(*pages.find({})->for_client({}).body, "<p>page</p>");
  EXPECT_EQ(*pages.find({"entities", "body:x.y"})->for_client({}).body, "<p>page</p>");
  EXPECT_FALSE(pages.find({"assets", "b.js"}));
  EXPECT_FALSE(pages.find({"assets", "..", "index.html"}));
}

TEST(WebPages, APageStandsThereBeforeTheApplicationIsBuilt) { EXPECT_TRUE(WebPages::built_in().find({})); }

}  // namespace
}  // namespace fengbiao

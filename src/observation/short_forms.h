// What a firm is called in an article that gives its full name once: the form that the headline uses.
//
//   title 某雅半年赚5亿元      body 某雅化妆品股份有限公司发布半年报       某雅
//   title 某某平台成交额达5亿元  body 农副产品网络销售平台（某某平台）介绍    某某平台
//   title 某手业绩增长         body 某手科技披露 …，在某手购物的习惯        某手, as the body says it alone too
//
// Found once for an article. Tested by the text cases of tests/cases/records.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "observation/scene.h"

namespace fengbiao {

class ShortForms {
 public:
  explicit ShortForms(const Scene& scene);
  // Where the short form of a name stands; empty: it has none.
  [[nodiscard]] Span of(const Name& name) const;

 private:
  void find(const Name& name);
  [[nodiscard]] Span in_brackets(const Name& name) const;
  [[nodiscard]] Span beginning(const Name& name) const;
  [[nodiscard]] const Name* sole_of_title() const;

  const Scene& s_;
  std::vector<std::pair<std::string_view, Span>> found_;  // full names as printed
};

}  // namespace fengbiao

// The articles of sample_documents.h.
#include "search/sample_documents.h"

#include <utility>

namespace fengbiao {

std::vector<SearchDocument> sample_documents() {
  const auto document = [](std::string id, std::string title, std::vector<std::string> paragraphs, std::string date, std::string section,
                           std::string source, std::vector<std::string> areas) {
    SearchDocument out;
    out.id = std::move(id);
    out.title = std::move(title);
    out.paragraphs = std::move(paragraphs);
    out.date = std::move(date);
    out.values[0] = {out.date.substr(0, 7)};
    out.values[1] = {std::move(section)};
    out.values[2] = {std::move(source)};
    out.values[3] = std::move(areas);
    out.values[5] = {out.date.substr(0, 4)};
    return out;
  };
  return {
      document("a0", "跨境电商综试区扩围", {"新一批跨境电商综试区获批。", "综试区将试点便利通关。"}, "2022-01-05", "行业资讯", "甲报",
               {"上海"}),
      document("a1", "直播电商规范发布", {"直播电商从业者应当实名。", "平台公示规则，电商协会参与起草。"}, "2022-03-01", "政策法规", "乙报",
               {"浙江", "杭州"}),
      document("a2", "农村物流提速", {"快递进村，农村电商受益。", "某镇的快递站日均处理包裹千件。"}, "2022-07-20", "行业资讯", "甲报",
               {"四川"}),
      document("a3", "网络购物节开幕", {"网络购物节在杭州开幕，直播间里卖农货。"}, "2023-02-11", "行业资讯", "丙网", {"浙江", "杭州"}),
      document("a4", "跨境包裹一次查验", {"跨境电商包裹转关更快，跨境电商企业减负。"}, "2023-03-09", "数据观察", "乙报", {"上海"}),
      document("a5", "外贸进出口回稳", {"前两个月进出口增长，出口商务合同增加。"}, "", "数据观察", "甲报", {}),
  };
}

}  // namespace fengbiao

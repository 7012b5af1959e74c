#include "pile/sample_stories.h"

namespace fengbiao::sample_stories {

PileText parcels() {
  return {.id = "parcels",
          .title = "青禾县前两月快递业务量增长12.4%",
          .date = "2023-03-10",
          .paragraphs = {"青禾县邮政管理局公布，前两个月全县快递业务量完成386.5万件，同比增长12.4%；业务收入2741.8万元，同比增长6.3%。",
                         "竹笋和木梳是寄出最多的两类商品，约占41.7%。禾木速运新建的分拣中心每小时可以处理8600件包裹。",
                         "该局负责人表示，下一步将推动快递进村，年底前新增37个村级服务点。"}};
}

// Other words, another order, one figure changed, one rounded.
PileText parcels_again() {
  return {.id = "again",
          .title = "快递进村提速，竹笋走出山门",
          .date = "2023-03-12",
          .paragraphs = {"近年来，各地积极探索新业态。禾木速运新建的分拣中心每小时能处理8600件包裹。",
                         "青禾县邮政管理局披露，前两个月全县快递业务量达387万件，同比增长12.4%；业务收入2741.8万元，同比增长3.6%。",
                         "竹笋和木梳是寄出最多的两类商品，约占41.7%。"}};
}

// Next month in the same words.
PileText parcels_next_month() {
  return {.id = "next",
          .title = "青禾县一季度快递业务量增长15.2%",
          .date = "2023-04-11",
          .paragraphs = {"青禾县邮政管理局公布，一季度全县快递业务量完成601.3万件，同比增长15.2%；业务收入4310.6万元，同比增长9.8%。",
                         "竹笋和木梳是寄出最多的两类商品，约占39.5%。禾木速运新建的分拣中心每小时可以处理9100件包裹。",
                         "该局负责人表示，下一步将推动快递进村，年底前新增37个村级服务点。"}};
}

PileText market() {
  return {.id = "market",
          .title = "澜江夜市上线扫码点单",
          .date = "2023-03-11",
          .paragraphs = {"澜江夜市216个摊位日前接入扫码点单，顾客坐下即可下单，平均等候由19分钟缩短到7分钟。",
                         "摊主林师傅说，开通之后每晚多卖48份小吃。夜市管理方计划五月前再接入130个摊位。"}};
}

}  // namespace fengbiao::sample_stories

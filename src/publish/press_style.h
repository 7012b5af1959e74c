// How the printed issue looks, as a designer may change it: paper, faces, sizes and white space of data/publish/press.yaml. Lengths are in
// points. Tested by issue_forms_test.cc.
#pragma once

#include <array>
#include <string>

#include "base/result.h"
#include "publish/type_faces.h"
#include "rules/data_set.h"

namespace fengbiao {

struct PressStyle {
  float paper_width = 0, paper_height = 0;
  float top = 0, bottom = 0, inner = 0, outer = 0;  // margins
  FaceNames faces;
  struct {
    float name, cover, contents_heading, contents, column, headline, text, source, running, imprint;
  } size{};
  struct {
    float text, headline, contents, imprint;
  } leading{};
  struct {
    float rule, contents, contents_column, column, headline, text, imprint, running, folio;
  } space{};
  float indent = 0, name_spacing = 0;
  float thick = 0, thin = 0;  // rules
  float cover_width = 0, cover_height = 0;
  struct Color {
    double red = 0, green = 0, blue = 0;
  };
  Color ink, quiet, rule;

  // Fails with the file and line of what is wrong.
  static Result<PressStyle> load(const DataSet& data);
  [[nodiscard]] float measure() const { return paper_width - inner - outer; }  // width of a full line
  [[nodiscard]] float depth() const { return paper_height - top - bottom; }
};

}  // namespace fengbiao

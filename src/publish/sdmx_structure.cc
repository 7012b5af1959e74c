#include "publish/sdmx_structure.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "publish/archive_summary.h"

namespace fengbiao {

namespace {

constexpr std::string_view kNamespaces = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
constexpr const char* kConcepts = "CONCEPTS";

pugi::xml_node add(pugi::xml_node parent, const char* name, std::string_view id = {}) {
  pugi::xml_node node = parent.append_child(name);
  if (!id.empty()) node.append_attribute("id") = std::string(id).c_str();
  return node;
}

void add_text(pugi::xml_node parent, const char* name, std::string_view text) {
  parent.append_child(name).text().set(std::string(text).c_str());
}

void add_name(pugi::xml_node parent, std::string_view name) {
  pugi::xml_node node = parent.append_child("com:Name");
  node.append_attribute("xml:lang") = "en";
  node.text().set(std::string(name).c_str());
}

void set(pugi::xml_node node, const char* name, std::string_view value) { node.append_attribute(name) = std::string(value).c_str(); }

// Something that an agency keeps, with a version.
pugi::xml_node add_kept(pugi::xml_node parent, const char* element, std::string_view id, std::string_view name) {
  pugi::xml_node node = add(parent, element, id);
  set(node, "agencyID", kSdmxAgency);
  set(node, "version", kSdmxVersion);
  add_name(node, name);
  return node;
}

void refer(pugi::xml_node parent, std::string_view id, std::string_view kind, std::string_view package) {
  pugi::xml_node ref = add(parent, "Ref", id);
  set(ref, "version", kSdmxVersion);
  set(ref, "agencyID", kSdmxAgency);
  set(ref, "package", package);
  set(ref, "class", kind);
}

std::string list_of(const SdmxColumn& column) { return fmt::format("CL_{}", column.id); }

std::string_view text_type(SdmxColumn::Type type) {
  switch (type) {
    case SdmxColumn::Type::number: return "Double";
    case SdmxColumn::Type::integer: return "Integer";
    case SdmxColumn::Type::period: return "ObservationalTimePeriod";
    case SdmxColumn::Type::text:
    case SdmxColumn::Type::code: break;
  }
  return "String";
}

// Which concept it is, and what its values look like.
void describe(pugi::xml_node component, const SdmxColumn& column) {
  pugi::xml_node ref = add(component.append_child("str:ConceptIdentity"), "Ref", column.id);
  set(ref, "maintainableParentID", kConcepts);
  set(ref, "maintainableParentVersion", kSdmxVersion);
  set(ref, "agencyID", kSdmxAgency);
  set(ref, "package", "conceptscheme");
  set(ref, "class", "Concept");
  pugi::xml_node representation = component.append_child("str:LocalRepresentation");
  if (column.type == SdmxColumn::Type::code) refer(representation.append_child("str:Enumeration"), list_of(column), "Codelist", "codelist");
  else set(representation.append_child("str:TextFormat"), "textType", text_type(column.type));
}

void add_components(pugi::xml_node parent) {
  using enum SdmxColumn::Role;
  pugi::xml_node dimensions = add(parent, "str:DimensionList", "DimensionDescriptor");
  int position = 0;
  for (const SdmxColumn& column : sdmx_columns()) {
    if (column.role != dimension) continue;
    const bool time = column.type == SdmxColumn::Type::period;
    pugi::xml_node node = add(dimensions, time ? "str:TimeDimension" : "str:Dimension", column.id);
    node.append_attribute("position") = ++position;
    describe(node, column);
  }
  pugi::xml_node attributes = add(parent, "str:AttributeList", "AttributeDescriptor");
  for (const SdmxColumn& column : sdmx_columns()) {
    if (column.role != attribute) continue;
    pugi::xml_node node = add(attributes, "str:Attribute", column.id);
    set(node, "assignmentStatus", column.needed ? "Mandatory" : "Conditional");
    describe(node, column);
    add(node.append_child("str:AttributeRelationship").append_child("str:PrimaryMeasure"), "Ref", "OBS_VALUE");
  }
  pugi::xml_node measures = add(parent, "str:MeasureList", "MeasureDescriptor");
  for (const SdmxColumn& column : sdmx_columns())
    if (column.role == measure) describe(add(measures, "str:PrimaryMeasure", column.id), column);
}

}  // namespace

const std::vector<SdmxColumn>& sdmx_columns() {
  using enum SdmxColumn::Role;
  using enum SdmxColumn::Type;
  static const std::vector<SdmxColumn> columns{
      {"STRUCTURE", structure, text, true, "Kind of structure"},
      {"STRUCTURE_ID", structure, text, true, "Structure"},
      {"ACTION", structure, text, true, "Action"},
      {"INDICATOR", dimension, text, true, "Indicator: code of the lexicon, else the printed words"},
      {"REF_AREA", dimension, text, true, "Reference area: ISO 3166 or division code, else the printed name"},
      {"ENTITY", dimension, text, true, "Company, platform or product: id of the lexicons, else the printed name"},
      {"FREQ", dimension, code, true, "Frequency"},
      {"MEASURE", dimension, code, true, "What is measured of the indicator"},
      {"TRANSFORMATION", dimension, code, true, "What a growth or change is measured against"},
      {"REPORT", dimension, text, true, "Record: a report of the value in a bulletin"},
      {"TIME_PERIOD", dimension, period, true, "Time period"},
      {"OBS_VALUE", measure, number, true, "Observation value, as printed"},
      {"UNIT_MEASURE", attribute, text, true, "Unit of measure"},
      {"UNIT_MULT", attribute, integer, true, "Unit multiplier: the power of ten"},
      {"DECIMALS", attribute, integer, true, "Decimals"},
      {"OBS_STATUS", attribute, code, true, "Observation status"},
      {"TIME_PER_COLLECT", attribute, code, false, "Time period collection"},
      {"BASE_PER", attribute, text, false, "Base period of a growth or change"},
      {"UPPER_BOUND", attribute, number, false, "Upper end of a range"},
      {"APPROX", attribute, code, true, "How exact the value is"},
      {"OUTLOOK", attribute, code, false, "What a value that is not yet is"},
      {"INDICATOR_NAME", attribute, text, false, "Indicator as printed"},
      {"AREA_NAME", attribute, text, false, "Area as printed"},
      {"ENTITY_NAME", attribute, text, false, "Entity as printed"},
      {"SHARE_OF", attribute, text, false, "What a share is a share of"},
      {"REPORTING_BODY", attribute, text, false, "Who reports the value"},
      {"SOURCE", attribute, text, false, "Names in the source line of the article"},
      {"PUBL_DATE", attribute, text, false, "Date of the article"},
      {"QUOTE", attribute, text, true, "The sentence as printed"},
      {"OBS_TEXT", attribute, text, true, "The value with its unit as printed"},
      {"DOCUMENT", attribute, text, true, "File and line"},
      {"COMMENT_OBS", attribute, text, false, "Doubts and corrections"},
  };
  return columns;
}

const std::vector<SdmxCodelist>& sdmx_codelists() {
  static const std::vector<SdmxCodelist> lists{
      {"FREQ",
       {{"A", "Annual"},
        {"S", "Half-yearly"},
        {"Q", "Quarterly"},
        {"M", "Monthly"},
        {"W", "Weekly"},
        {"D", "Daily"},
        {"_O", "Other: any other stretch of time"}}},
      {"MEASURE",
       {{"LEVEL", "Level"}, {"GROWTH", "Rate of growth"}, {"SHARE", "Share of a whole"}, {"RANK", "Rank"}, {"CHANGE", "Absolute change"}}},
      {"TRANSFORMATION",
       {{"N", "None"},
        {"GY", "Over the same period of the year before"},
        {"G1", "Over the period before"},
        {"GC", "Yearly over several years"},
        {"GM", "Over several years"},
        {"GB", "Since the base period"},
        {"_X", "Not told"}}},
      {"OBS_STATUS", {{"A", "Normal value"}, {"F", "Forecast or target"}, {"V", "Unvalidated value: the program is not sure"}}},
      {"TIME_PER_COLLECT", {{"E", "End of period"}, {"S", "Summed through period"}}},
      {"APPROX", {{"EQ", "As printed"}, {"GT", "More than"}, {"LT", "Less than"}, {"AP", "About"}}},
      {"OUTLOOK", {{"forecast", "Forecast"}, {"target", "Target"}}},
  };
  return lists;
}

std::string sdmx_structure_xml(std::string_view prepared) {
  pugi::xml_document document;
  pugi::xml_node head = document.append_child(pugi::node_declaration);
  head.append_attribute("version") = "1.0";
  head.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = document.append_child("mes:Structure");
  set(root, "xmlns:mes", fmt::format("{}message", kNamespaces));
  set(root, "xmlns:str", fmt::format("{}structure", kNamespaces));
  set(root, "xmlns:com", fmt::format("{}common", kNamespaces));

  pugi::xml_node header = root.append_child("mes:Header");
  add_text(header, "mes:ID", fmt::format("{}_{}", kSdmxAgency, kSdmxId));
  add_text(header, "mes:Test", "false");
  add_text(header, "mes:Prepared", fmt::format("{}T00:00:00Z", prepared));
  add(header, "mes:Sender", kSdmxAgency);

  pugi::xml_node all = root.append_child("mes:Structures");
  const std::string_view name = "Values reported by bulletins";
  pugi::xml_node flow = add_kept(all.append_child("str:Dataflows"), "str:Dataflow", kSdmxId, name);
  refer(flow.append_child("str:Structure"), kSdmxId, "DataStructure", "datastructure");

  pugi::xml_node lists = all.append_child("str:Codelists");
  for (const SdmxCodelist& list : sdmx_codelists()) {
    const SdmxColumn* of = nullptr;
    for (const SdmxColumn& column : sdmx_columns())
      if (column.id == list.column) of = &column;
    pugi::xml_node node = add_kept(lists, "str:Codelist", list_of(*of), of->name);
    for (const SdmxCode& code : list.codes) add_name(add(node, "str:Code", code.id), code.name);
  }

  pugi::xml_node scheme = add_kept(all.append_child("str:Concepts"), "str:ConceptScheme", kConcepts, "Concepts of fengbiao");
  for (const SdmxColumn& column : sdmx_columns())
    if (column.role != SdmxColumn::Role::structure) add_name(add(scheme, "str:Concept", column.id), column.name);

  pugi::xml_node structure = add_kept(all.append_child("str:DataStructures"), "str:DataStructure", kSdmxId, name);
  add_components(structure.append_child("str:DataStructureComponents"));

  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

Result<void> export_sdmx_structure(Archive& archive, const std::function<Result<void>(std::string_view)>& sink) {
  FB_TRY(const ArchiveSummary summary, ArchiveSummary::of(archive));
  return sink(sdmx_structure_xml(summary.last.empty() ? "2000-01-01" : summary.last));
}

}  // namespace fengbiao

# SDMX-CSV and its structure as R reads them: the structure by the package rsdmx, the table by R's own reader. Writes what was read into
# FOLDER: components.csv (what each column is), codes.csv (the code lists), rows.csv (the table).
#
#   Rscript tests/readers/sdmx.R STRUCTURE.xml OBSERVATIONS.csv FOLDER
suppressMessages(library(rsdmx))
args <- commandArgs(trailingOnly = TRUE)
put <- function(table, name) write.csv(table, file.path(args[3], name), row.names = FALSE, na = "", fileEncoding = "UTF-8")

message <- readSDMX(args[1], isURL = FALSE, validate = TRUE, verbose = FALSE)
structure <- slot(slot(message, "datastructures"), "datastructures")[[1]]
put(data.frame(agency = structure@agencyID, id = structure@id, version = structure@version), "structure.csv")
components <- as.data.frame(structure@Components)
put(components[, c("component", "conceptRef", "codelist", "codelistVersion", "codelistAgency")], "components.csv")
codes <- do.call(rbind, lapply(slot(slot(message, "codelists"), "codelists"), function(list) {
  data.frame(list = list@id, version = list@version, code = sapply(list@Code, function(code) code@id))
}))
put(codes, "codes.csv")
put(read.csv(args[2], colClasses = "character", na.strings = NULL, check.names = FALSE, encoding = "UTF-8"), "rows.csv")

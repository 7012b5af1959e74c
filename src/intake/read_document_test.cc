#include <gtest/gtest.h>

#include "intake/intake.h"

namespace fengbiao {
namespace {

using namespace std::string_literals;

std::string words(const std::string& bytes) {
  const auto r = read_document(bytes, "f");
  return r ? "read as " + r->media_type : std::string(name_of(r.error().cause)) + " " + r.error().message();
}

TEST(ReadDocument, TheKindIsTakenFromTheBytes) {
  EXPECT_EQ(words("只是文字"), "read as text/plain");
  EXPECT_EQ(words("\n <!-- x --><!DOCTYPE html><p>一"), "read as text/html");
  EXPECT_EQ(words("\xEF\xBB\xBF<HTML><body>一"), "read as text/html");
  EXPECT_EQ(words("<?xml version='1.0'?><html xmlns='x'><p>一</p></html>"), "read as text/html");
  EXPECT_EQ(words("\xFF\xFE<\0p\0>\0\x00\x4E"s), "read as text/html");
  EXPECT_EQ(words("<p align=center>一"), "read as text/html");
  EXPECT_EQ(words("<行业资讯>"), "read as text/plain");
  EXPECT_EQ(words("<product> 的说明"), "read as text/plain");
  EXPECT_EQ(words("a text about %PDF- headers"), "read as text/plain");
}

TEST(ReadDocument, OtherKindsAreNamed) {
  EXPECT_EQ(words("\x89PNG\r\n\x1A\n\0\0\0"s), "not_text f: a PNG image, which is not read (run it through text recognition (OCR) first)");
  EXPECT_EQ(words("\xFF\xD8\xFF\xE0\0"s), "not_text f: a JPEG image, which is not read (run it through text recognition (OCR) first)");
  EXPECT_EQ(words("\x1F\x8B\x08\0"s), "not_text f: a gzip archive, which is not read (unpack it first)");
  EXPECT_EQ(words("SQLite format 3\0..."s),
            "not_text f: an SQLite database, which is not read (leave it out, or get its text out of it first)");
  EXPECT_EQ(words("{\\rtf1 x}"), "not_text f: an RTF text, which is not read (save it as DOCX, PDF, HTML or text)");
  EXPECT_EQ(words("<?xml version='1.0'?><rss/>"), "not_text f: an XML file, which is not read (save it as DOCX, PDF, HTML or text)");
}

TEST(ReadDocument, CompoundFilesOfOldOffice) {
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(100, '\0');
  const auto wide = [](std::string_view ascii) {
    std::string out;
    for (const char c : ascii) out += {c, '\0'};
    return out;
  };
  EXPECT_EQ(words(ole + wide("EncryptedPackage")),
            "locked f: the Office file needs a password (open it with its password and save a copy without one)");
  EXPECT_EQ(words(ole + wide("WordDocument")),
            "not_text f: an old Word file (.doc), which is not read (open it in Word or LibreOffice and save it as DOCX)");
  EXPECT_EQ(words(ole), "not_text f: a file of an old Office program, which is not read (save it as DOCX, PDF, HTML or text)");
}

TEST(ReadDocument, EmptyAndTooLarge) {
  EXPECT_EQ(words(""), "empty f: the file is empty");
  EXPECT_EQ(words(" \n"), "empty f: there is nothing but blanks in it");
  IntakeLimits limits;
  limits.file = 3;
  EXPECT_EQ(read_document("abcd", "f", limits).error().cause, Cause::too_large);
  limits = {};
  limits.text = 3;
  EXPECT_EQ(read_document("abcd", "f", limits).error().cause, Cause::too_large);
}

TEST(ReadDocument, BinaryNoise) {
  EXPECT_EQ(words("\x01\x02\0\x03\xFF\xFE\x80"s), "not_text f:1: binary data: a NUL byte (leave it out, or save it as text, PDF or DOCX)");
}

}  // namespace
}  // namespace fengbiao

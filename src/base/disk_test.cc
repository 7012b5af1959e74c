#include "base/disk.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace fengbiao {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class Disk : public testing::Test {
 protected:
  Disk() {
    std::string name = (fs::temp_directory_path() / "fengbiao-disk-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Disk() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  fs::path put(const std::string& name, std::string_view bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  std::string get(const fs::path& path) { return read_file(path).value(); }
  std::vector<std::string> names(const Walk& walk) {
    std::vector<std::string> out;
    for (const fs::path& path : walk.files) out.push_back(path.lexically_relative(folder_).string());
    return out;
  }
  std::size_t entries() { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator())); }
  fs::path folder_;
};

TEST_F(Disk, ReadsWholeFileWithNulBytes) {
  const std::string bytes("a\0b\r\n", 5);
  EXPECT_EQ(get(put("x", bytes)), bytes);
  EXPECT_EQ(get(put("empty", "")), "");
  EXPECT_EQ(get("/dev/null"), "");
  EXPECT_NE(get("/proc/self/status"), "");  // files that do not tell their size
}

TEST_F(Disk, MissingFile) {
  const auto r = read_file(folder_ / "none.txt");
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::not_found);
  EXPECT_EQ(r.error().message(), (folder_ / "none.txt").string() + ": there is no such file (check the name)");
  EXPECT_EQ(read_file(put("file", "x") / "below").error().cause, Cause::not_found);
}

TEST_F(Disk, LimitIsExact) {
  const fs::path path = put("x", "12345");
  EXPECT_EQ(read_file(path, 5).value(), "12345");
  const auto r = read_file(path, 4);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::too_large);
  EXPECT_EQ(r.error().what, "larger than the limit of 4 bytes");
}

TEST_F(Disk, EndlessDeviceEndsAtTheLimit) { EXPECT_EQ(read_file("/dev/zero", 1 << 20).error().cause, Cause::too_large); }

TEST_F(Disk, FolderPipeAndSocketAreNoFiles) {
  EXPECT_EQ(read_file(folder_).error().cause, Cause::unreadable);
  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(read_file(pipe).error().cause, Cause::unreadable);  // and does not wait for a writer
  const fs::path socket = folder_ / "socket";
  const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket.string().copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  ::close(fd);
  EXPECT_EQ(read_file(socket).error().cause, Cause::unreadable);
}

TEST_F(Disk, UnreadableFile) {
  EXPECT_EQ(read_file("/proc/self/mem").error().cause, Cause::unreadable);  // opens, then fails to read; for root too
  if (::geteuid() != 0) {
    const fs::path path = put("x", "secret");
    fs::permissions(path, fs::perms::none);
    EXPECT_EQ(read_file(path).error().what, "no permission to read it");
  }
}

TEST_F(Disk, ReadsStandardInput) {
  const fs::path path = put("x", "from a pipe");
  const int kept = ::dup(STDIN_FILENO);
  const int fd = ::open(path.c_str(), O_RDONLY);
  ::dup2(fd, STDIN_FILENO);
  EXPECT_EQ(read_stdin().value(), "from a pipe");
  ::lseek(fd, 0, SEEK_SET);
  const auto r = read_stdin(3);
  EXPECT_EQ(r.error().cause, Cause::too_large);
  EXPECT_EQ(r.error().place.file, "-");
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
  ::close(fd);
}

TEST_F(Disk, WritesNewAndOldFiles) {
  const fs::path path = folder_ / "out.txt";
  ASSERT_TRUE(write_file(path, "one"));
  EXPECT_EQ(get(path), "one");
  fs::permissions(path, static_cast<fs::perms>(0640));
  ASSERT_TRUE(write_file(path, "two"));
  EXPECT_EQ(get(path), "two");
  EXPECT_EQ(static_cast<int>(fs::status(path).permissions()), 0640);
  EXPECT_EQ(entries(), 1u);  // nothing left beside it
}

TEST_F(Disk, WritesThroughLinksAndDevices) {
  const fs::path real = put("real/file", "old");
  fs::create_symlink(real, folder_ / "link");
  ASSERT_TRUE(write_file(folder_ / "link", "new"));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(get(real), "new");
  ASSERT_TRUE(write_file("/dev/null", "gone"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(Disk, FullDiskLeavesTheOldFile) {
  EXPECT_EQ(write_file("/dev/full", "x").error().cause, Cause::disk_full);
  const fs::path path = put("x", "old");
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{1024, before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  const auto r = write_file(path, std::string(100'000, 'y'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().cause, Cause::disk_full);
  EXPECT_EQ(get(path), "old");
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Disk, CannotWriteThere) {
  EXPECT_EQ(write_file(folder_, "x").error().cause, Cause::not_writable);
  EXPECT_EQ(write_file(folder_ / "none" / "x", "x").error().cause, Cause::not_found);
  EXPECT_FALSE(write_file("/proc/fengbiao", "x"));  // for root too
}

TEST_F(Disk, WalksInAFixedOrder) {
  for (const char* name : {"b.txt", "a/2.txt", "a/1.txt", "a.txt", "c/d/e.txt", "B.txt", ".hidden", ".git/x"}) put(name, "x");
  const Walk found = walk(folder_);
  EXPECT_THAT(names(found), ElementsAre("B.txt", "a/1.txt", "a/2.txt", "a.txt", "b.txt", "c/d/e.txt"));
  EXPECT_TRUE(found.troubles.empty());
}

TEST_F(Disk, AFileIsItself) {
  const fs::path path = put(".named", "x");
  EXPECT_THAT(walk(path).files, ElementsAre(path));
}

TEST_F(Disk, MissingRootIsTrouble) {
  const Walk found = walk(folder_ / "none");
  EXPECT_TRUE(found.files.empty());
  ASSERT_EQ(found.troubles.size(), 1u);
  EXPECT_EQ(found.troubles[0].cause, Cause::not_found);
}

TEST_F(Disk, LoopEndsWithTrouble) {
  put("a/1.txt", "x");
  fs::create_directory_symlink(folder_, folder_ / "a" / "up");
  fs::create_directory_symlink(folder_ / "a", folder_ / "a" / "self");
  const Walk found = walk(folder_);
  EXPECT_THAT(names(found), ElementsAre("a/1.txt"));
  ASSERT_EQ(found.troubles.size(), 2u);
  EXPECT_EQ(found.troubles[0].place.file, (folder_ / "a" / "self").string());
  EXPECT_EQ(found.troubles[1].what, "a link back to a folder that contains it; passed over");
}

TEST_F(Disk, LinksAreFollowedEachFolderOnce) {
  put("real/1.txt", "x");
  fs::create_directory_symlink(folder_ / "real", folder_ / "again");
  fs::create_symlink(folder_ / "real" / "1.txt", folder_ / "one.txt");
  fs::create_symlink("nowhere", folder_ / "broken");
  const Walk found = walk(folder_);
  EXPECT_THAT(names(found), ElementsAre("again/1.txt", "one.txt"));
  ASSERT_EQ(found.troubles.size(), 1u);
  EXPECT_EQ(found.troubles[0].what, "a link to nothing");
}

TEST_F(Disk, NamesWithControlCharacters) {
  const std::string name = "bad\x1b[2J\n\xff.txt";
  put(name, "x");
  ASSERT_EQ(::mkfifo((folder_ / "pipe\x07").c_str(), 0600), 0);
  const Walk found = walk(folder_);
  EXPECT_THAT(names(found), ElementsAre(name));
  EXPECT_EQ(get(found.files[0]), "x");
  ASSERT_EQ(found.troubles.size(), 1u);
  EXPECT_EQ(found.troubles[0].message().find('\x07'), std::string::npos);
  EXPECT_EQ(read_file(folder_ / "none\x1b[2J").error().message().find('\x1b'), std::string::npos);
}

TEST(SizeInWords, RoundsDown) {
  EXPECT_EQ(size_in_words(64ull << 20), "64 MB");
  EXPECT_EQ(size_in_words(2ull << 30), "2 GB");
  EXPECT_EQ(size_in_words(1500), "1 kB");
  EXPECT_EQ(size_in_words(5), "5 bytes");
}

}  // namespace
}  // namespace fengbiao

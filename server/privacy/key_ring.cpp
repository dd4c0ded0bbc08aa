#include "server/privacy/key_ring.hpp"

#include <sys/stat.h>

#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace rejoinder::privacy {

namespace {

constexpr std::size_t keys_max = 100;

std::string_view context_of(key_purpose purpose)
{
    // Exactly crypto_kdf_CONTEXTBYTES each. Never change: they are part of every derived key.
    switch (purpose) {
    case key_purpose::seal_email:
        return "sealmail";
    case key_purpose::author_pseudonym:
        return "pseudonm";
    case key_purpose::client_pseudonym:
        return "clientps";
    case key_purpose::token:
        return "tokenmac";
    case key_purpose::second_factor:
        return "2ndfactr";
    }
    return "unknown!";
}

[[noreturn]] void malformed()
{
    throw std::runtime_error(
        "keys: expected lines of \"k1 <64 hexadecimal digits>\", names unique");
}

void create(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "cannot create " + file.string());

    std::array<unsigned char, secret_key::bytes> key{};
    randombytes_buf(key.data(), key.size());
    std::array<char, secret_key::bytes * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
    const std::string line = "k1 " + std::string(hex.data()) + "\n";
    const bool written =
        ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
        ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written)
        throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

secret_key::~secret_key()
{
    sodium_memzero(value_.data(), value_.size());
}

key_ring key_ring::open(const std::filesystem::path& file)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot find a source of random numbers");
    if (!std::filesystem::exists(file))
        create(file);

    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot read " + file.string());
    if ((status.st_mode & 0177) != 0)
        throw std::runtime_error(
            file.string() + " must be readable by its owner only (chmod 600): it holds the keys");

    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream)
        throw std::runtime_error("cannot read " + file.string());
    return parse(text.str());
}

key_ring key_ring::parse(std::string_view lines)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot find a source of random numbers");
    std::string text(lines);
    for (auto& c : text)
        if (c == ';')
            c = '\n';

    key_ring ring;
    std::istringstream stream(text);
    std::string name;
    std::string hex;
    while (stream >> name >> hex) {
        std::array<unsigned char, secret_key::bytes> key{};
        std::size_t length = 0;
        const bool read = sodium_hex2bin(
                              key.data(),
                              key.size(),
                              hex.data(),
                              hex.size(),
                              nullptr,
                              &length,
                              nullptr) == 0 &&
                          length == key.size() && hex.size() == 2 * key.size();
        const bool plain = name.find('.') == std::string::npos && name.size() <= 16;
        if (!read || !plain || ring.keys_.size() == keys_max ||
            !ring.keys_.emplace(name, secret_key(key)).second)
            malformed();
        if (ring.oldest_.empty())
            ring.oldest_ = name;
        ring.current_ = name;
        name.clear();
    }
    if (ring.keys_.empty() || !name.empty())
        malformed();
    return ring;
}

std::optional<secret_key> key_ring::derive(std::string_view version, key_purpose purpose) const
{
    const auto found = keys_.find(version);
    if (found == keys_.end())
        return std::nullopt;
    std::array<unsigned char, secret_key::bytes> derived{};
    crypto_kdf_derive_from_key(
        derived.data(),
        derived.size(),
        1,
        context_of(purpose).data(),
        found->second.data());
    secret_key key(derived);
    sodium_memzero(derived.data(), derived.size());
    return key;
}

secret_key key_ring::derive_current(key_purpose purpose) const
{
    return *derive(current_, purpose);
}

secret_key key_ring::derive_oldest(key_purpose purpose) const
{
    return *derive(oldest_, purpose);
}

}  // namespace rejoinder::privacy

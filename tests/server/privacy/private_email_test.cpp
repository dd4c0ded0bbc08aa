#include "server/privacy/private_email.hpp"

#include "tests/support/catch.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <new>
#include <ostream>
#include <string_view>
#include <type_traits>

using rejoinder::privacy::private_email;

namespace {

template <class T>
concept streamable = requires(std::ostream& to, const T& value)
{
    to << value;
};

template <class T>
concept writable_as_json = requires(nlohmann::json& to, const T& value)
{
    to_json(to, value);
};

// The ways out that do not compile. Who adds one has to take a line away here.
static_assert(!streamable<private_email>);
static_assert(!writable_as_json<private_email>);
static_assert(!fmt::is_formattable<private_email>::value);
static_assert(!std::is_constructible_v<nlohmann::json, const private_email&>);
static_assert(!std::is_convertible_v<private_email, std::string>);
static_assert(!std::is_convertible_v<private_email, std::string_view>);
static_assert(!std::is_convertible_v<private_email, const char*>);
static_assert(!std::is_convertible_v<std::string, private_email>);
static_assert(!std::is_copy_constructible_v<private_email>);
static_assert(!std::is_copy_assignable_v<private_email>);
static_assert(std::is_nothrow_move_constructible_v<private_email>);
static_assert(std::is_nothrow_move_assignable_v<private_email>);
static_assert(streamable<std::string>);  // The concept is not simply false.

constexpr const char* short_address = "a@b.example";  // Short enough to lie inside the object.
constexpr const char* long_address = "somebody.with.a.long.name@mail.example";

using raw_memory = std::array<unsigned char, sizeof(private_email)>;

bool holds(const raw_memory& memory, const char* text)
{
    const std::string_view bytes(reinterpret_cast<const char*>(memory.data()), memory.size());
    return bytes.find(text) != std::string_view::npos;
}

}  // namespace

TEST_CASE("private e-mail: moving leaves nothing behind", "[privacy]")
{
    const std::string address = GENERATE(as<std::string>(), short_address, long_address);
    private_email from(address);

    private_email to(std::move(from));
    CHECK(to.reveal_private_address() == address);
    CHECK(from.reveal_private_address().empty());

    private_email other("x@y.example");
    other = std::move(to);
    CHECK(other.reveal_private_address() == address);
    CHECK(to.reveal_private_address().empty());
}

TEST_CASE("private e-mail: the memory of a moved one does not hold the address", "[privacy]")
{
    alignas(private_email) raw_memory memory{};
    auto* from = new (memory.data()) private_email(short_address);
    REQUIRE(holds(memory, "@b.example"));

    const private_email to(std::move(*from));

    CHECK_FALSE(holds(memory, "@b.example"));
    from->~private_email();
    CHECK(to.reveal_private_address() == short_address);
}

TEST_CASE("private e-mail: the memory of a destroyed one does not hold the address", "[privacy]")
{
    alignas(private_email) raw_memory memory{};
    auto* address = new (memory.data()) private_email(short_address);
    REQUIRE(holds(memory, "@b.example"));

    address->~private_email();

    CHECK_FALSE(holds(memory, "@b.example"));
}
